// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file that was read, and what is known of its making.
 *
 * @param file its name as it was given
 * @param bytes its size
 * @param chunks how many of its chunks were read
 * @param start when the first of them began
 * @param end when the last of them ended
 * @param recordings names of the recordings that were running
 * @param measured the recorder's own counts, by type of operation
 * @param coveredByHistograms whether its interval histograms hold all operations, or nearly
 * @param conditions what it was made under
 * @param gaps what is missing from it
 */
public record Source(
    String file,
    long bytes,
    int chunks,
    Instant start,
    Instant end,
    Optional<Jvm> jvm,
    Optional<Session> session,
    List<String> recordings,
    List<MeasuredOperation> measured,
    boolean coveredByHistograms,
    Conditions conditions,
    List<Gap> gaps) {

  public Source {
    recordings = List.copyOf(recordings);
    measured = List.copyOf(measured);
    gaps = List.copyOf(gaps);
  }

  public Duration duration() {
    return Duration.between(start, end);
  }

  /** Returns whether something that happened is missing. */
  public boolean isIncomplete() {
    return gaps.stream().anyMatch(gap -> gap.kind().isLossy());
  }

  /** Returns whether operations are missing one by one. */
  public boolean missesOperations() {
    return gaps.stream().anyMatch(gap -> gap.kind().missesOperations());
  }

  /** Returns whether operations are missing both one by one and from the interval histograms. */
  public boolean missesTimings() {
    return missesOperations() && !coveredByHistograms;
  }

  /** Returns whether keystrokes are missing one by one. */
  public boolean missesKeystrokes() {
    return gaps.stream().anyMatch(gap -> gap.kind().missesKeystrokes());
  }
}
