// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.io.IOException;
import java.util.List;

/**
 * Operations of eight threads under one reader.
 *
 * @param made how many there were
 * @param counted how many the statistics say there were
 */
public record Counts(long made, long counted) {

  /** Makes some and counts them. */
  public static Counts measure() throws IOException {
    var figures = ChildJvm.run(List.of(), CountProbe.class).figures();
    return new Counts(figures.get(0), figures.get(1));
  }

  /** Returns how many were lost or counted twice. */
  public long wrong() {
    return Math.abs(made - counted);
  }
}
