// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.HashMap;
import java.util.Map;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.tree.WorkTree;
import org.lusush.lle.events.OperationNames;

/**
 * Puts the operations of each thread into one another, and into keystrokes, by their times. Not
 * thread-safe.
 *
 * <p>What is around an operation ends after it, but a chunk holds the buffers of a thread in about
 * their order only; so some thousands wait until those before them are put in place.
 */
final class OperationNesting {

  private static final int MAX_THREADS = 1_000;
  private static final int MAX_LABELS = 8_192;

  private final WorkTree.Recorder tree = new WorkTree.Recorder();
  private final Map<Long, NestedWork> threads = new HashMap<>();
  private final Map<String, Map<String, String>> labels = new HashMap<>();
  private int labelCount;

  /** The thread that was asked for last. */
  private NestedWork last = new NestedWork(tree);

  private long lastThread;
  private boolean asked;

  /**
   * @param label of its type and name
   */
  void operation(long thread, String label, long startNanos, long nanos, long selfNanos) {
    work(thread).operation(startNanos, startNanos + Math.max(0, nanos), selfNanos, label);
  }

  /**
   * @param widget made printable
   */
  void keystroke(long thread, String widget, long startNanos, long nanos) {
    work(thread).keystroke(startNanos, startNanos + Math.max(0, nanos), widget);
  }

  private NestedWork work(long thread) {
    if (!asked || thread != lastThread) {
      last = find(thread);
      lastThread = thread;
      asked = true;
    }
    return last;
  }

  private NestedWork find(long thread) {
    NestedWork work = threads.get(thread);
    if (work == null) {
      work = new NestedWork(tree);
      if (threads.size() < MAX_THREADS) {
        threads.put(thread, work);
      }
    }
    return work;
  }

  /** Returns what operations of a type and name are called. */
  String label(String type, String name) {
    Map<String, String> names = labels.get(type);
    String known = names == null ? null : names.get(name);
    if (known != null) {
      return known;
    }
    if (labelCount >= MAX_LABELS) {
      return OperationNames.OTHER;
    }
    labelCount++;
    String label = Printable.of(name.isEmpty() ? type : type + ": " + name);
    labels.computeIfAbsent(type, unused -> new HashMap<>()).put(name, label);
    return label;
  }

  /** Returns everything. */
  WorkTree toTree() {
    threads.values().forEach(NestedWork::putAllInPlace);
    return tree.toTree();
  }
}
