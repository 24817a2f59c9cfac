// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.simulation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/** What a cache is asked for, in order. */
final class Trace {

  /** Stands for the order to forget everything. */
  static final long FORGET = Long.MIN_VALUE;

  static final String OF_SHELL = "shell: ";

  private static final String RECORDED = "shell.trace.gz";
  private static final int LENGTH = 60_000;

  private final String name;
  private final long[] keys;

  private Trace(String name, long[] keys) {
    this.name = name;
    this.keys = keys;
  }

  /** Returns a trace of some keys. */
  static Trace of(String name, long... keys) {
    return new Trace(name, keys.clone());
  }

  /** Returns what it is called in tables. */
  String name() {
    return name;
  }

  /** Returns numbers of the keys; {@link #FORGET} where everything was invalidated. */
  long[] keys() {
    return keys;
  }

  /** Returns those made from seeds, then those recorded on the example shell. */
  static List<Trace> all() throws IOException {
    var traces = new ArrayList<Trace>();
    traces.add(new Trace("Zipf 1.0 of 1,000 keys", zipf(1, 1_000, 1.0)));
    traces.add(new Trace("Zipf 0.8 of 1,000 keys", zipf(2, 1_000, 0.8)));
    traces.add(new Trace("loop over 200 keys", loop(200)));
    traces.add(new Trace("Zipf with scans", zipfWithScans(3)));
    traces.add(new Trace("three phases", phases(4)));
    traces.addAll(recorded());
    return traces;
  }

  private static long[] zipf(long seed, int keys, double exponent) {
    return zipf(new Random(seed), keys, exponent, LENGTH, 0);
  }

  private static long[] zipf(Random random, int keys, double exponent, int length, long offset) {
    var sums = new double[keys];
    double sum = 0;
    for (int i = 0; i < keys; i++) {
      sum += 1 / Math.pow(i + 1.0, exponent);
      sums[i] = sum;
    }
    double all = sum;
    return LongStream.range(0, length)
        .map(
            i -> {
              int found = Arrays.binarySearch(sums, random.nextDouble() * all);
              return offset + (found < 0 ? -found - 1 : found);
            })
        .toArray();
  }

  private static long[] loop(int keys) {
    return LongStream.range(0, LENGTH).map(i -> i % keys).toArray();
  }

  private static long[] zipfWithScans(long seed) {
    var trace = zipf(seed, 500, 1.0);
    for (int i = 0; i < trace.length; i++) {
      if (i % 1_000 >= 800) {
        trace[i] = 1_000_000L + i;
      }
    }
    return trace;
  }

  private static long[] phases(long seed) {
    var random = new Random(seed);
    return LongStream.of(600, 100, 300)
        .flatMap(
            keys -> Arrays.stream(zipf(random, (int) keys, 0.8, LENGTH / 3, 1_000_000L * keys)))
        .toArray();
  }

  private static List<Trace> recorded() throws IOException {
    Map<String, LongStream.Builder> byCache = new LinkedHashMap<>();
    try (var in = requireNonNull(Trace.class.getResourceAsStream(RECORDED), RECORDED);
        var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), US_ASCII))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        var key = line.substring(tab + 1);
        byCache
            .computeIfAbsent(line.substring(0, tab), unused -> LongStream.builder())
            .add(key.equals("-") ? FORGET : Long.parseLong(key));
      }
    }
    return byCache.entrySet().stream()
        .map(entry -> new Trace(OF_SHELL + entry.getKey(), entry.getValue().build().toArray()))
        .filter(trace -> trace.lookups() >= 500)
        .toList();
  }

  /** Returns how many lookups there are. */
  long lookups() {
    return Arrays.stream(keys).filter(key -> key != FORGET).count();
  }

  /** Returns how many keys there are. */
  int distinct() {
    return (int) Arrays.stream(keys).filter(key -> key != FORGET).distinct().count();
  }
}
