// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.Arrays;
import org.lusush.lle.analyzer.model.timeline.LatencyRows;
import org.lusush.lle.analyzer.model.tree.TimeByLatency;
import org.lusush.lle.analyzer.model.tree.WorkTree;
import org.lusush.lle.analyzer.model.tree.WorkTree.Recorder.Name;
import org.lusush.lle.analyzer.model.tree.WorkTree.Recorder.Place;

/** Keystrokes and operations of one thread that wait to be put in place. Not thread-safe. */
final class NestedWork {

  /** How many wait until those before them are put in place. */
  private static final int WAITING = 4_096;

  private final WorkTree.Recorder tree;
  private final Name keystrokeName;
  private final Room room;

  private final Row operations = new Row();
  private final Row keystrokes = new Row();

  /**
   * @param keystrokeName of all keystrokes together
   * @param room shared with other threads of the chunk
   */
  NestedWork(WorkTree.Recorder tree, Name keystrokeName, Room room) {
    this.tree = tree;
    this.keystrokeName = keystrokeName;
    this.room = room;
  }

  /** Room for what is known only while some work is put in place, used again for the next. */
  static final class Room {

    private final Order order = new Order();

    /** Where what is done for a keystroke comes to lie, and the row of its latency. */
    private Place[] commands = {};

    private int[] keystrokeRows = {};

    /** The operations around the one that is placed, outermost first. */
    private long[] starts = new long[16];

    private Place[] around = new Place[16];
    private int[] rows = new int[16];

    void makeForKeystrokes(int count) {
      if (commands.length < count) {
        commands = new Place[count];
        keystrokeRows = new int[count];
      }
    }

    void putAround(int depth, long start, Place place, int row) {
      if (depth == starts.length) {
        starts = Arrays.copyOf(starts, 2 * depth);
        around = Arrays.copyOf(around, 2 * depth);
        rows = Arrays.copyOf(rows, 2 * depth);
      }
      starts[depth] = start;
      around[depth] = place;
      rows[depth] = row;
    }
  }

  /** Stretches of time, in the order of their ends once they are sorted. */
  private static final class Row {
    private long[] starts = new long[16];
    private long[] ends = new long[16];
    private long[] selfs = new long[16];
    private Name[] names = new Name[16];
    private int size;
    private boolean inOrder = true;

    void add(long start, long end, long self, Name name) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
        selfs = Arrays.copyOf(selfs, 2 * size);
        names = Arrays.copyOf(names, 2 * size);
      }
      inOrder &= size == 0 || ends[size - 1] <= end;
      starts[size] = start;
      ends[size] = end;
      selfs[size] = self;
      names[size] = name;
      size++;
    }

    void sort(Order order) {
      if (inOrder) {
        return;
      }
      order.find(ends, size);
      order.apply(starts);
      order.apply(ends);
      order.apply(selfs);
      order.apply(names);
      inOrder = true;
    }

    private void move(int from, int to, int count) {
      System.arraycopy(starts, from, starts, to, count);
      System.arraycopy(ends, from, ends, to, count);
      System.arraycopy(selfs, from, selfs, to, count);
      System.arraycopy(names, from, names, to, count);
    }

    /** Returns how many have ended by then. */
    int endedBy(long nanos) {
      int place = Arrays.binarySearch(ends, 0, size, nanos);
      if (place < 0) {
        return -place - 1;
      }
      while (place < size && ends[place] == nanos) {
        place++;
      }
      return place;
    }

    void removeFirst(int count) {
      move(count, 0, size - count);
      size -= count;
    }
  }

  void operation(long startNanos, long endNanos, long selfNanos, Name label) {
    operations.add(startNanos, endNanos, selfNanos, label);
    if (operations.size == 2 * WAITING) {
      sort();
      putInPlace(untilBetweenKeystrokes(operations.ends[WAITING]));
    }
  }

  void keystroke(long startNanos, long endNanos, Name widget) {
    keystrokes.add(startNanos, endNanos, endNanos - startNanos, widget);
    if (keystrokes.size == 2 * WAITING) {
      sort();
      putInPlace(untilBetweenKeystrokes(keystrokes.ends[WAITING]));
    }
  }

  private void sort() {
    operations.sort(room.order);
    keystrokes.sort(room.order);
  }

  /** Returns the start of the keystroke that was under way then, or that time. */
  private long untilBetweenKeystrokes(long nanos) {
    int next = keystrokes.endedBy(nanos);
    return next < keystrokes.size ? Math.min(nanos, keystrokes.starts[next] - 1) : nanos;
  }

  /** Puts everything in place that is left. */
  void putAllInPlace() {
    sort();
    putInPlace(Long.MAX_VALUE);
  }

  private void putInPlace(long untilNanos) {
    int operationCount =
        Math.max(operations.endedBy(untilNanos), operations.size - 2 * WAITING + 1);
    int keystrokeCount =
        Math.max(keystrokes.endedBy(untilNanos), keystrokes.size - 2 * WAITING + 1);
    new Placing(operationCount, keystrokeCount).run();
    operations.removeFirst(operationCount);
    keystrokes.removeFirst(keystrokeCount);
  }

  /** Puts the first ones in place, those that end last before what is in them. */
  private final class Placing {
    private final int operationCount;
    private final int keystrokeCount;
    private int depth;

    /** How many keystrokes had ended before the outermost operation that was placed last began. */
    private int ended = keystrokes.size;

    Placing(int operationCount, int keystrokeCount) {
      this.operationCount = operationCount;
      this.keystrokeCount = keystrokeCount;
      room.makeForKeystrokes(keystrokeCount);
    }

    void run() {
      for (int i = 0; i < keystrokeCount; i++) {
        Place keystroke = tree.root().child(keystrokeName);
        Name widget = keystrokes.names[i];
        room.commands[i] = widget.text().isEmpty() ? keystroke : keystroke.child(widget);
        room.keystrokeRows[i] = LatencyRows.of(keystrokes.ends[i] - keystrokes.starts[i]);
      }
      for (int i = operationCount - 1; i >= 0; i--) {
        long start = operations.starts[i];
        while (depth > 0 && room.starts[depth - 1] > start) {
          depth--;
        }
        if (depth > 0) {
          put(i, room.around[depth - 1], room.rows[depth - 1]);
        } else {
          putOutermost(i);
        }
      }
      for (int i = 0; i < keystrokeCount; i++) {
        room.commands[i].add(room.keystrokeRows[i], Math.max(0, keystrokes.selfs[i]));
      }
    }

    private void putOutermost(int i) {
      int keystroke = keystrokeAt(operations.starts[i]);
      if (keystroke < 0) {
        put(i, tree.root(), TimeByLatency.OUTSIDE);
      } else {
        keystrokes.selfs[keystroke] -= operations.ends[i] - operations.starts[i];
        put(i, room.commands[keystroke], room.keystrokeRows[keystroke]);
      }
    }

    private void put(int i, Place parent, int row) {
      Place place = parent.child(operations.names[i]);
      place.add(row, operations.selfs[i]);
      room.putAround(depth, operations.starts[i], place, row);
      depth++;
    }

    /**
     * Returns the keystroke that was being answered then, or -1 for none. No later moment may be
     * asked for after an earlier one: of outermost operations each begins before the one before it.
     */
    private int keystrokeAt(long nanos) {
      while (ended > 0 && keystrokes.ends[ended - 1] > nanos) {
        ended--;
      }
      return ended < keystrokeCount && keystrokes.starts[ended] <= nanos ? ended : -1;
    }
  }
}
