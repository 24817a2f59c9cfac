// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of events in a chunk that may be cut off or damaged, by their sizes alone.
 *
 * @param metadata where the last description of types is, or {@link #NOWHERE}
 * @param constants where the constant pools are, the first one first
 * @param events how many others there are
 * @param end where the last whole event ends
 */
record Outline(long metadata, List<Long> constants, long events, long end) {

  static final long NOWHERE = 0;

  private static final long METADATA = 0;
  private static final long CONSTANTS = 1;

  /** A chunk whose pools are more than this was made to have many. */
  private static final int MAX_POOLS = 1 << 20;

  static Outline of(Cursor cursor, long from) throws IOException {
    long metadata = NOWHERE;
    List<Long> constants = new ArrayList<>();
    long events = 0;
    long place = from;
    try {
      while (place < cursor.size()) {
        cursor.seek(place);
        long length = cursor.number(Integer.BYTES);
        if (length <= cursor.at() - place || length > cursor.size() - place) {
          break;
        }
        long type = cursor.number();
        if (cursor.at() > place + length) {
          break;
        }
        if (type == METADATA) {
          metadata = place;
        } else if (type == CONSTANTS && constants.size() < MAX_POOLS) {
          constants.add(place);
        } else {
          events++;
        }
        place += length;
      }
    } catch (DamagedException e) {
      // The last event is cut off within its size.
      return new Outline(metadata, constants, events, place);
    }
    return new Outline(metadata, constants, events, place);
  }
}
