// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.Collection;
import java.util.List;

/**
 * One recording, or several added up.
 *
 * @param contents what its single events add up to
 * @param timings how long operations and keystrokes took, from what holds the most of them
 */
public record Recording(List<Source> sources, Contents contents, Timings timings) {

  public Recording {
    sources = List.copyOf(sources);
  }

  /** Returns all of them added up; their histograms merge without loss. */
  public static Recording merged(Collection<Recording> recordings) {
    List<Source> sources = recordings.stream().flatMap(r -> r.sources().stream()).toList();
    Contents contents =
        recordings.stream().map(Recording::contents).reduce(Contents.NONE, Contents::plus);
    Timings timings =
        recordings.stream().map(Recording::timings).reduce(Timings.NONE, Timings::plus);
    return new Recording(sources, contents, timings);
  }

  /** Returns whether something that happened is missing. */
  public boolean isIncomplete() {
    return sources.stream().anyMatch(Source::isIncomplete);
  }

  /** Returns whether operations are missing both one by one and from the interval histograms. */
  public boolean missesTimings() {
    return sources.stream().anyMatch(Source::missesTimings);
  }

  /** Returns whether keystrokes are missing one by one. */
  public boolean missesKeystrokes() {
    return sources.stream().anyMatch(Source::missesKeystrokes);
  }
}
