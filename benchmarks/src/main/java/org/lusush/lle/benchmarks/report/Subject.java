// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

/** Everything whose cost is measured, in the order of the table. */
public enum Subject {
  BARE("BaselineBenchmark.bare", "the work alone"),
  TWO_CLOCK_READS("BaselineBenchmark.twoClockReads", "two System.nanoTime()"),

  OFF("LevelBenchmark.disabled", "LLE: off"),
  MINIMAL("LevelBenchmark.minimal", "LLE: keystrokes only"),
  STATISTICS("RecorderBenchmark.statistics", "LLE: statistics"),
  STATISTICS_VARYING(
      "RecorderBenchmark.statisticsVarying",
      "LLE: statistics, durations of eight octaves at random"),
  NESTED_PAIR("RecorderBenchmark.nestedPair", "LLE: statistics, one operation in another"),
  DETAILED("LevelBenchmark.detailed", "LLE: statistics, processor time and memory"),
  EXHAUSTIVE("LevelBenchmark.exhaustive", "LLE: everything, call tree too"),
  EVENT("RecordedBenchmark.event", "LLE: statistics and event"),
  EVENT_NESTED_PAIR(
      "RecordedBenchmark.eventNestedPair", "LLE: statistics and event, one operation in another"),
  EVENT_DISABLED("RecordedBenchmark.eventDisabled", "LLE: statistics, recording without the event"),

  HISTOGRAM("HdrHistogramBenchmark.plain", "clock, HdrHistogram Histogram"),
  SINGLE_WRITER_RECORDER(
      "HdrHistogramBenchmark.singleWriterRecorder", "clock, HdrHistogram SingleWriterRecorder"),
  RECORDER("HdrHistogramBenchmark.recorder", "clock, HdrHistogram Recorder"),
  NEW_EVENT("FlightRecorderBenchmark.newEvent", "JFR event, new object"),
  REUSED_EVENT("FlightRecorderBenchmark.reusedEvent", "JFR event, reused object"),
  HISTOGRAM_AND_EVENT(
      "FlightRecorderBenchmark.histogramAndReusedEvent", "clock, Histogram, JFR event reused"),

  MICROMETER("MicrometerBenchmark.plainTimer", "Micrometer Timer"),
  MICROMETER_PERCENTILES(
      "MicrometerBenchmark.percentileHistogram", "Micrometer Timer, percentile histogram"),
  MICROMETER_PERCENTILES_AND_EVENT(
      "MicrometerBenchmark.percentileHistogramAndEvent",
      "Micrometer Timer, percentile histogram, JFR event"),
  MICROMETER_TAGGED_AND_EVENT(
      "MicrometerBenchmark.taggedPercentileHistogramAndNewEvent",
      "Micrometer Timer by operation and result, percentile histogram, new JFR event"),
  OPENTELEMETRY_HISTOGRAM("OpenTelemetryBenchmark.histogram", "clock, OpenTelemetry histogram"),
  OPENTELEMETRY_SPAN(
      "OpenTelemetryBenchmark.span",
      "OpenTelemetry span of a name only, not current, not exported"),
  OPENTELEMETRY_SPAN_OF_THE_SAME(
      "OpenTelemetryBenchmark.currentSpanOfTheSame",
      "OpenTelemetry span with the event's fields, made current, not exported"),
  DROPWIZARD("DropwizardBenchmark.decaying", "Dropwizard Timer"),
  DROPWIZARD_LOCK_FREE("DropwizardBenchmark.lockFree", "Dropwizard Timer, lock-free reservoir"),
  PROMETHEUS_CLASSIC("PrometheusBenchmark.classicHistogram", "clock, Prometheus classic histogram"),
  PROMETHEUS_NATIVE("PrometheusBenchmark.nativeHistogram", "clock, Prometheus native histogram"),

  CACHE_NEAR("CacheBenchmark.near", "LLE: cache hit in L1, off"),
  CACHE_SHARED("CacheBenchmark.shared", "LLE: cache hit in L2, off"),
  CACHE_TUNED("CacheBenchmark.tuned", "LLE: cache hit in L2, off, noted for the tuners"),
  CACHE_FULL("CacheBenchmark.full", "LLE: cache hit in L2, off, full and choosing its policy"),
  CACHE_MEASURED("CacheBenchmark.measured", "LLE: cache hit in L2, measured as an operation"),
  CAFFEINE("CacheBenchmark.caffeine", "Caffeine hit"),
  CAFFEINE_COUNTING("CacheBenchmark.caffeineCounting", "Caffeine hit, with statistics"),
  CAFFEINE_FULL("CacheBenchmark.caffeineFull", "Caffeine hit, with statistics, full"),

  POOL_SMALL("PoolBenchmark.oursSmall", "LLE: buffer of 256 bytes taken, wiped and returned"),
  POOL_LARGE("PoolBenchmark.oursLarge", "LLE: buffer of 4,096 bytes taken, wiped and returned"),
  POOL_LEASED(
      "PoolBenchmark.oursLeased", "LLE: object leased and returned, both measured as operations"),
  NEW_SMALL("PoolBenchmark.newSmall", "new byte[256]"),
  NEW_LARGE("PoolBenchmark.newLarge", "new byte[4096]"),
  NETTY_POOLED_SMALL("PoolBenchmark.nettyPooledSmall", "Netty pooled, 256 bytes, not wiped"),
  NETTY_POOLED_LARGE("PoolBenchmark.nettyPooledLarge", "Netty pooled, 4,096 bytes, not wiped"),
  NETTY_ADAPTIVE_SMALL("PoolBenchmark.nettyAdaptiveSmall", "Netty adaptive, 256 bytes, not wiped"),
  NETTY_ADAPTIVE_LARGE(
      "PoolBenchmark.nettyAdaptiveLarge", "Netty adaptive, 4,096 bytes, not wiped"),
  COMMONS_POOL_SMALL("PoolBenchmark.commonsSmall", "commons-pool2, 256 bytes, not wiped"),
  COMMONS_POOL_LARGE("PoolBenchmark.commonsLarge", "commons-pool2, 4,096 bytes, not wiped"),

  HISTORY_OFFERED("HistoryBenchmark.offered", "LLE: record of a history handed over and taken"),
  HISTORY_APPENDED(
      "HistoryBenchmark.appended", "LLE: record of a history sealed and appended to its queue"),

  TWO_THREADS_BARE("TwoThreadsBenchmark.bare", "two threads: the work alone"),
  TWO_THREADS_STATISTICS("TwoThreadsBenchmark.statistics", "two threads: LLE statistics"),
  TWO_THREADS_EVENT("TwoThreadsBenchmark.event", "two threads: LLE statistics and event"),
  TWO_THREADS_HISTOGRAM(
      "TwoThreadsBenchmark.plainHistogram", "two threads: clock, a Histogram for each"),
  TWO_THREADS_SHARED_RECORDER(
      "TwoThreadsBenchmark.sharedRecorder", "two threads: clock, a Recorder for both");

  private final String benchmark;
  private final String label;

  Subject(String benchmark, String label) {
    this.benchmark = benchmark;
    this.label = label;
  }

  /** Returns the simple names of the benchmark's class and method, with a point between them. */
  public String benchmark() {
    return benchmark;
  }

  String label() {
    return label;
  }

  /** Returns the work alone under the same conditions. */
  Subject baseline() {
    return benchmark.startsWith("TwoThreadsBenchmark.") ? TWO_THREADS_BARE : BARE;
  }
}
