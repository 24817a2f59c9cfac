// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * The events of one type in all chunks, every one of them or, past a limit, one of every 2, 4, 8 …,
 * evenly over the recording: shares, means and percentiles stay what they are. Not thread-safe.
 */
final class TypeEvents {

  private final int limit;
  private final List<Piece> pieces = new ArrayList<>();
  private long kept;
  private long seen;
  private long oneOf = 1;

  /**
   * @param limit how many events are kept at most, at least 2
   */
  TypeEvents(int limit) {
    this.limit = limit;
  }

  /** Takes an event into one of its pieces, or leaves it out. */
  void add(Piece piece, Object[] values) {
    if (seen++ % oneOf != 0) {
      return;
    }
    piece.add(values);
    kept++;
    if (kept > limit) {
      thin(piece);
    }
  }

  /** Adds a piece that will grow no more. */
  void complete(Piece piece) {
    piece.trim();
    if (piece.hasItems()) {
      pieces.add(piece);
    }
  }

  /** Forgets a piece, of a chunk that could not be read to its end. */
  void drop(Piece piece) {
    kept -= piece.getItemCount();
  }

  /** Halves every piece, the growing one last, each going on where the one before it ended. */
  private void thin(Piece growing) {
    var all = new ArrayList<>(pieces);
    all.add(growing);
    int first = 0;
    kept = 0;
    for (Piece piece : all) {
      long before = piece.getItemCount();
      piece.halve(first);
      first = (int) ((first + before) % 2);
      kept += piece.getItemCount();
    }
    oneOf *= 2;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** Returns how many events stand behind each one kept. */
  long oneOf() {
    return oneOf;
  }

  long seen() {
    return seen;
  }
}
