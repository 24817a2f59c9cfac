// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Objects;
import java.util.stream.LongStream;
import org.lusush.lle.events.schema.EventSchema.Keystroke;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrAttributes;

/** The latencies of all keystrokes of a recording. */
final class KeystrokeLatencies {

  private static final IAttribute<String> WIDGET =
      Attribute.attr(Keystroke.WIDGET, "Widget", UnitLookup.PLAIN_TEXT);
  private static final IAttribute<Boolean> WAITED =
      Attribute.attr(Keystroke.WAITED, "Waited", UnitLookup.FLAG);

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
      var duration = JfrAttributes.DURATION.getAccessor(piece.getType());
      var widget = WIDGET.getAccessor(piece.getType());
      var waited = WAITED.getAccessor(piece.getType());
      if (duration == null) {
        continue;
      }
      for (IItem item : piece) {
        var latency = duration.getMember(item);
        if (latency == null) {
          continue;
        }
        long nanos = Figures.nanos(latency);
        latencies.add(nanos);
        if (waited != null && Boolean.FALSE.equals(waited.getMember(item))) {
          queued++;
        }
        if (nanos > slowNanos) {
          slow++;
          slowByWidget.add(
              widget == null ? "" : Objects.requireNonNullElse(widget.getMember(item), ""));
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
