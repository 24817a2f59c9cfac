// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * What the start of a process loses with a recorder, by median over fresh JVMs.
 *
 * @param archive how the JVMs loaded their classes
 * @param startNanos until {@code EditorRecorder.start} returned
 * @param firstLineNanos from making the process until its first line, with a recorder
 * @param firstLineWithoutNanos the same without one
 */
public record StartCost(
    Archive archive, double startNanos, double firstLineNanos, double firstLineWithoutNanos) {

  /**
   * Measures in every way that this JVM offers.
   *
   * @param starts how many JVMs with a recorder, and as many without, in turns
   */
  public static List<StartCost> measureAll(int starts) throws IOException {
    return Archive.measureAll(
        Files.createTempDirectory("lle-benchmarks"),
        options -> ChildJvm.run(options, StartProbe.class, StartProbe.WITH),
        (archive, options) -> measure(archive, options, starts));
  }

  private static StartCost measure(Archive archive, List<String> options, int starts)
      throws IOException {
    var calls = new ArrayList<Double>();
    var with = new ArrayList<Double>();
    var without = new ArrayList<Double>();
    for (int i = 0; i < starts; i++) {
      var observed = ChildJvm.run(options, StartProbe.class, StartProbe.WITH);
      calls.add((double) observed.figures().get(0));
      with.add((double) observed.wallNanos());
      var alone = ChildJvm.run(options, StartProbe.class, StartProbe.WITHOUT);
      without.add((double) alone.wallNanos());
    }
    return new StartCost(archive, Median.of(calls), Median.of(with), Median.of(without));
  }
}
