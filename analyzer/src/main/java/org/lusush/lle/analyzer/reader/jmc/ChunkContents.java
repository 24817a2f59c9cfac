// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import org.lusush.lle.analyzer.model.Contents;

/** What chunks hold and what they say about their own making. */
public record ChunkContents(Contents contents, Facts facts) {

  public static final ChunkContents NONE = new ChunkContents(Contents.NONE, Facts.NONE);

  /** Returns these with those of later chunks of the same file. */
  public ChunkContents plus(ChunkContents later) {
    return new ChunkContents(contents.plus(later.contents), facts.plus(later.facts));
  }
}
