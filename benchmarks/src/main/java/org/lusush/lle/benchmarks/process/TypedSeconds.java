// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.lusush.lle.history.Buckets;
import org.lusush.lle.history.Counts;
import org.lusush.lle.history.RecordWriter;

/**
 * Seconds of somebody who types two keys a second and never pauses: each operation as often, and as
 * long, as in a session that was recorded. The same seed gives the same seconds.
 */
final class TypedSeconds {

  /** 57,600 a day, which is more than anybody types. */
  private static final int KEYS = 2;

  private static final int HUNDRED = 100;
  private static final int THOUSAND = 1_000;
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final String SESSION = "session.txt";

  /** How often an operation occurs for a key, and how long it may take, each as likely. */
  private record Operation(String name, double perKey, double self, List<Long> durations) {}

  private final List<Operation> operations;
  private final Random random;
  private final Counts counts = new Counts();

  private TypedSeconds(List<Operation> operations, long seed) {
    this.operations = operations;
    random = new Random(seed);
  }

  static TypedSeconds read(long seed) throws IOException {
    try (var in = TypedSeconds.class.getResourceAsStream(SESSION)) {
      if (in == null) {
        throw new IOException(SESSION + " is not in this build");
      }
      var lines = new BufferedReader(new InputStreamReader(in, UTF_8)).lines();
      return new TypedSeconds(
          lines.filter(line -> !line.startsWith("#")).map(TypedSeconds::operation).toList(), seed);
    }
  }

  private static Operation operation(String line) {
    String[] parts = line.split("\t", -1);
    List<Long> durations = new ArrayList<>();
    for (String cell : parts[3].split(" ", -1)) {
      int star = cell.indexOf('*');
      long nanos = Long.parseLong(cell.substring(0, star));
      for (int i = Integer.parseInt(cell.substring(star + 1)); i > 0; i--) {
        durations.add(nanos);
      }
    }
    return new Operation(
        parts[0],
        Double.parseDouble(parts[1]) / THOUSAND,
        Double.parseDouble(parts[2]) / HUNDRED,
        durations);
  }

  /** Encodes the second that ends then. */
  void next(RecordWriter record, long endMillis) {
    record.beginInterval(endMillis * 1_000_000, SECOND_NANOS + random.nextInt(2_000_000));
    for (Operation operation : operations) {
      int calls = calls(KEYS * operation.perKey);
      if (calls > 0) {
        draw(operation, calls);
        long critical = random.nextInt(100) / 99;
        record.operation(operation.name, 0, 0, critical, selfShare(operation), counts);
      }
    }
    record.cache("highlighted lines", KEYS, random.nextInt(3), random.nextInt(3), 0, 900);
    record.cache("existing paths", random.nextInt(9), random.nextInt(3), 1, 0, 120);
    record.cache("history suggestions", random.nextInt(9), random.nextInt(3), 1, 0, 310);
    record.pool("line builders", KEYS, KEYS, 0, 0);
    record.resources(
        random.nextInt(100) / 1_000.0,
        random.nextInt(500) / 1_000.0,
        (40L << 20) + random.nextInt(20 << 20),
        (140L << 20) + random.nextInt(1 << 20),
        12);
  }

  /** What calls nothing that is measured has all of its time to itself. */
  private double selfShare(Operation operation) {
    return operation.self == 1 ? 1 : operation.self * (0.8 + 0.4 * random.nextDouble());
  }

  /** Returns a whole number that is so much in the mean. */
  private int calls(double mean) {
    double spread = mean * (0.5 + random.nextDouble());
    return (int) spread + (random.nextDouble() < spread - (int) spread ? 1 : 0);
  }

  private void draw(Operation operation, int calls) {
    int[] buckets = new int[calls];
    for (int i = 0; i < calls; i++) {
      long nanos = operation.durations.get(random.nextInt(operation.durations.size()));
      // Between two that were recorded there are others.
      buckets[i] = Buckets.indexOf(Math.round(nanos * (0.97 + 0.06 * random.nextDouble())));
    }
    Arrays.sort(buckets);
    counts.clear();
    for (int i = 0; i < calls; ) {
      int from = i;
      while (i < calls && buckets[i] == buckets[from]) {
        i++;
      }
      counts.add(buckets[from], i - from);
    }
  }
}
