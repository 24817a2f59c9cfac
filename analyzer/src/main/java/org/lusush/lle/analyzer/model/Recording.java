// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.Collection;
import java.util.List;

/** One recording, or several added up. */
public record Recording(List<Source> sources, Contents contents) {

  public Recording {
    sources = List.copyOf(sources);
  }

  /** Returns all of them added up; their histograms merge without loss. */
  public static Recording merged(Collection<Recording> recordings) {
    List<Source> sources = recordings.stream().flatMap(r -> r.sources().stream()).toList();
    Contents contents =
        recordings.stream().map(Recording::contents).reduce(Contents.NONE, Contents::plus);
    return new Recording(sources, contents);
  }

  /** Returns whether something that happened is missing. */
  public boolean isIncomplete() {
    return sources.stream().anyMatch(Source::isIncomplete);
  }

  /** Returns whether single operations are missing that the recorder's statistics still hold. */
  public boolean missesOperations() {
    return sources.stream().anyMatch(Source::missesOperations);
  }
}
