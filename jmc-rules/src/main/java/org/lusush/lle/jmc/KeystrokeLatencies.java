// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.stream.LongStream;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Keystroke;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;

/** The latencies of all keystrokes of a recording. */
final class KeystrokeLatencies {

  private final long[] sortedNanos;
  private final Tally slowByWidget;
  private final long slow;
  private final long queued;

  private KeystrokeLatencies(long[] sortedNanos, Tally slowByWidget, long slow, long queued) {
    this.sortedNanos = sortedNanos;
    this.slowByWidget = slowByWidget;
    this.slow = slow;
    this.queued = queued;
  }

  /**
   * Reads the keystrokes.
   *
   * @param slowNanos latency over which a keystroke is slow
   */
  static KeystrokeLatencies of(Events events, long slowNanos) {
    var latencies = LongStream.builder();
    var slowByWidget = new Tally();
    long slow = 0;
    long queued = 0;
    for (IItemIterable piece : events) {
      var duration = Field.of(piece, Common.DURATION);
      var widget = Field.of(piece, Keystroke.WIDGET);
      var waited = Field.of(piece, Keystroke.WAITED);
      for (IItem item : piece) {
        long nanos = duration.nanos(item, -1);
        if (nanos < 0) {
          continue;
        }
        latencies.add(nanos);
        queued += waited.flag(item, true) ? 0 : 1;
        if (nanos > slowNanos) {
          slow++;
          slowByWidget.add(widget.text(item));
        }
      }
    }
    return new KeystrokeLatencies(latencies.build().sorted().toArray(), slowByWidget, slow, queued);
  }

  int count() {
    return sortedNanos.length;
  }

  /**
   * Returns the shortest latency that the percentage of keystrokes stayed within, in nanoseconds.
   * There must be a keystroke.
   */
  long percentile(int percent) {
    long rank = ((long) sortedNanos.length * percent + 99) / 100;
    return sortedNanos[(int) Math.max(0, rank - 1)];
  }

  long slow() {
    return slow;
  }

  Tally slowByWidget() {
    return slowByWidget;
  }

  /** Returns how many keys came while the editor was busy. */
  long queued() {
    return queued;
  }
}
