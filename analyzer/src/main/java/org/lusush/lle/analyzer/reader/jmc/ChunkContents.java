// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import org.lusush.lle.analyzer.model.Contents;

/**
 * What chunks hold and what they say about their own making.
 *
 * @param contents what single events add up to
 * @param intervals what the recorder's interval histograms add up to
 */
public record ChunkContents(Contents contents, Intervals intervals, Facts facts) {

  public static final ChunkContents NONE =
      new ChunkContents(Contents.NONE, Intervals.NONE, Facts.NONE);

  /** Returns these with those of later chunks of the same file. */
  public ChunkContents plus(ChunkContents later) {
    return new ChunkContents(
        contents.plus(later.contents), intervals.plus(later.intervals), facts.plus(later.facts));
  }
}
