// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.detection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import org.HdrHistogram.Histogram;

/**
 * How long the operations of sessions on the example shell took, each session in a JVM of its own.
 *
 * @param operations that every session has
 * @param all the sessions: durations by operation
 */
record Sessions(List<String> operations, List<Map<String, Histogram>> all) {

  private static final String RECORDED = "sessions.tsv.gz";
  private static final String HELD_OUT = "held-out.tsv.gz";
  private static final int FIELDS = 3;
  private static final double FEWEST = 1_000;
  private static final double DEVIATION = 0.1;

  Sessions {
    operations = List.copyOf(operations);
    all = List.copyOf(all);
  }

  /** Returns the sessions that limits are chosen by. */
  static Sessions recorded() throws IOException {
    return read(RECORDED);
  }

  /** Returns sessions that were recorded another time, and that nothing is chosen by. */
  static Sessions heldOut() throws IOException {
    return read(HELD_OUT);
  }

  private static Sessions read(String name) throws IOException {
    Map<String, Map<String, Histogram>> sessions = new TreeMap<>();
    var resource = requireNonNull(Sessions.class.getResourceAsStream(name), "no " + name);
    try (var lines =
        new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split("\t", FIELDS);
        sessions
            .computeIfAbsent(fields[0], session -> new LinkedHashMap<>())
            .put(fields[1], decoded(fields[2], name));
      }
    }
    return of(new ArrayList<>(sessions.values()));
  }

  static Sessions of(List<Map<String, Histogram>> sessions) {
    List<String> common =
        sessions.get(0).keySet().stream()
            .filter(operation -> sessions.stream().allMatch(s -> s.containsKey(operation)))
            .toList();
    return new Sessions(common, sessions);
  }

  private static Histogram decoded(String text, String name) throws IOException {
    try {
      return Histogram.decodeFromCompressedByteBuffer(
          ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
    } catch (DataFormatException e) {
      throw new IOException(name + " is damaged", e);
    }
  }

  /**
   * Returns whether there are enough of an operation in a session, and sessions alike enough, for a
   * tenth to stand out: 1,000 of it in the mean, and medians that deviate by a tenth or less.
   */
  boolean isSteady(String operation) {
    double count = 0;
    double sum = 0;
    double squares = 0;
    for (Map<String, Histogram> session : all) {
      Histogram durations = session.getOrDefault(operation, new Histogram(2));
      double logarithm = Math.log((double) Math.max(1, durations.getValueAtPercentile(50)));
      count += durations.getTotalCount();
      sum += logarithm;
      squares += logarithm * logarithm;
    }
    double mean = sum / all.size();
    double deviation = Math.sqrt(Math.max(0, squares / all.size() - mean * mean));
    return count / all.size() >= FEWEST && deviation <= DEVIATION;
  }
}
