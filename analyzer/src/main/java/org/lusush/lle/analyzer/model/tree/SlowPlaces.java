// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.tree;

import java.util.List;

/**
 * What the time of slow keystrokes went to, by the place where it was spent.
 *
 * @param row row of {@link org.lusush.lle.analyzer.model.timeline.LatencyRows} from which on
 *     keystrokes count as slow here
 * @param fromNanos the least latency of that row
 * @param operations those of the most time of their own in slow keystrokes first, then those of the
 *     most time of their own at all; at most {@value #MOST}
 * @param frames methods likewise
 */
public record SlowPlaces(int row, long fromNanos, List<Place> operations, List<Place> frames) {

  public static final int MOST = 100;

  public SlowPlaces {
    operations = List.copyOf(operations);
    frames = List.copyOf(frames);
  }
}
