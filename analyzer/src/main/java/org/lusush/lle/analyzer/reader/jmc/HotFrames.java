// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.model.timeline.LatencyRows;
import org.lusush.lle.analyzer.model.tree.WorkTree;
import org.lusush.lle.analyzer.reader.jmc.CauseSinks.Sample;

/** What threads executed while they answered keystrokes, over one chunk. Not thread-safe. */
final class HotFrames {

  /** How many keystrokes of a thread are kept. */
  private static final int MAX_KEYSTROKES = 200_000;

  private static final int MAX_THREADS = 100;

  /** What a sample stands for where nobody says; the JVM's own default. */
  private static final long USUAL_PERIOD_NANOS = 20_000_000;

  /** When one thread answered keystrokes. */
  private static final class Strokes {
    private long[] starts = new long[64];
    private long[] nanos = new long[64];
    private int size;
    private boolean inOrder = true;

    void add(long start, long took) {
      if (size == MAX_KEYSTROKES) {
        return;
      }
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
        nanos = Arrays.copyOf(nanos, 2 * size);
      }
      inOrder &= size == 0 || starts[size - 1] <= start;
      starts[size] = start;
      nanos[size] = took;
      size++;
    }

    void sort() {
      if (inOrder) {
        return;
      }
      var order = new Order();
      order.find(starts, size);
      order.apply(starts);
      order.apply(nanos);
      inOrder = true;
    }

    /** Returns how long the keystroke took that was being answered then, or -1 for none. */
    long at(long epochNanos) {
      int place = Arrays.binarySearch(starts, 0, size, epochNanos);
      int i = place < 0 ? -place - 2 : place;
      return i >= 0 && epochNanos - starts[i] < nanos[i] ? nanos[i] : -1;
    }
  }

  private final Map<Long, Strokes> threads = new HashMap<>();

  /** Those of the thread that was asked for last. */
  private @Nullable Strokes last;

  private long lastThread;

  void keystroke(long thread, long startNanos, long nanos) {
    if (last == null || thread != lastThread) {
      last = find(thread);
      lastThread = thread;
    }
    if (last != null) {
      last.add(startNanos, nanos);
    }
  }

  private @Nullable Strokes find(long thread) {
    Strokes strokes = threads.get(thread);
    if (strokes == null && threads.size() < MAX_THREADS) {
      strokes = new Strokes();
      threads.put(thread, strokes);
    }
    return strokes;
  }

  WorkTree toTree(CauseSinks sinks) {
    var tree = new WorkTree.Recorder();
    threads.forEach((thread, strokes) -> add(tree, strokes, sinks.samples(thread), sinks));
    return tree.toTree();
  }

  /** Samples of processor time, where there are any, tell everything that the others do. */
  private static void add(
      WorkTree.Recorder tree, Strokes strokes, List<Sample> samples, CauseSinks sinks) {
    if (samples.isEmpty()) {
      return;
    }
    boolean ofCpuTime = samples.stream().anyMatch(Sample::isOfCpuTime);
    strokes.sort();
    for (Sample sample : samples) {
      long took = strokes.at(sample.nanos());
      if (took >= 0 && sample.isOfCpuTime() == ofCpuTime) {
        WorkTree.Recorder.Place place = tree.root();
        for (String frame : sample.stack().get()) {
          place = place.child(frame);
        }
        long period = sinks.periodNanos(sample);
        place.add(LatencyRows.of(took), period > 0 ? period : USUAL_PERIOD_NANOS);
      }
    }
  }
}
