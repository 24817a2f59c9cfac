// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

/** What somebody who watches a shell hears of. */
public sealed interface LiveNews {

  /** A recorder is there: something of a line editor was recorded. */
  record Observed() implements LiveNews {}

  /** An interval is over. */
  record Figures(LiveSnapshot snapshot) implements LiveNews {}

  /**
   * Nothing more will come.
   *
   * @param sentence why
   */
  record Ended(String sentence) implements LiveNews {}
}
