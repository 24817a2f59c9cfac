// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import java.util.List;

/** A program that reads a recording. */
enum Reader {
  ANALYZER(
      "lle analyze: everything",
      "org.lusush.lle.analyzer.cli.Lle",
      "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xms32m -Xmn16m -Xmx2g",
      "analyze",
      true),
  JFR_READER("async-profiler JfrReader", JfrReaderProbe.class),
  JFR_READER_TUNED(
      "async-profiler JfrReader, classes archived",
      JfrReaderProbe.class.getName(),
      "-XX:+UseSerialGC",
      "",
      true),
  EVENT_STREAM("jdk.jfr EventStream", EventStreamProbe.class),
  RECORDING_FILE("jdk.jfr RecordingFile", RecordingFileProbe.class),
  JMC_SINK("JMC parser, sinks that keep nothing", JmcSinkProbe.class),
  JMC_LOADER("JMC loader", JmcLoaderProbe.class);

  private final String label;
  private final String main;
  private final String options;
  private final String arguments;
  private final boolean archived;

  Reader(String label, Class<?> probe) {
    this(label, probe.getName(), "", "", false);
  }

  /**
   * @param options of the JVM, as the launcher of the program sets them
   * @param archived whether its classes are archived for the JVM
   */
  Reader(String label, String main, String options, String arguments, boolean archived) {
    this.label = label;
    this.main = main;
    this.options = options;
    this.arguments = arguments;
    this.archived = archived;
  }

  String label() {
    return label;
  }

  String main() {
    return main;
  }

  boolean archived() {
    return archived;
  }

  /** Returns whether it takes minutes, so that it is run once only. */
  boolean takesLong() {
    return this == JMC_LOADER;
  }

  List<String> options() {
    return words(options);
  }

  List<String> arguments() {
    return words(arguments);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }
}
