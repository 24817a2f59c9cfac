// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.HashMap;
import java.util.Map;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.tree.WorkTree;
import org.lusush.lle.analyzer.model.tree.WorkTree.Recorder.Name;
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
  private final Map<String, Map<String, Name>> labels = new HashMap<>();
  private final Name keystroke = tree.name(Timing.KEYSTROKE);
  private final Name other = tree.name(OperationNames.OTHER);
  private final NestedWork.Room room = new NestedWork.Room();
  private int labelCount;

  /** The thread that was asked for last. */
  private NestedWork last = new NestedWork(tree, keystroke, room);

  private long lastThread;
  private boolean asked;

  /**
   * @param label of its type and name
   */
  void operation(long thread, Name label, long startNanos, long nanos, long selfNanos) {
    work(thread).operation(startNanos, startNanos + Math.max(0, nanos), selfNanos, label);
  }

  /**
   * @param widget of {@link #widget}
   */
  void keystroke(long thread, Name widget, long startNanos, long nanos) {
    work(thread).keystroke(startNanos, startNanos + Math.max(0, nanos), widget);
  }

  private NestedWork work(long thread) {
    return asked && thread == lastThread ? last : moveTo(thread);
  }

  private NestedWork moveTo(long thread) {
    last = find(thread);
    lastThread = thread;
    asked = true;
    return last;
  }

  private NestedWork find(long thread) {
    NestedWork work = threads.get(thread);
    if (work == null) {
      work = new NestedWork(tree, keystroke, room);
      if (threads.size() < MAX_THREADS) {
        threads.put(thread, work);
      }
    }
    return work;
  }

  /** Returns what keystrokes of a widget are called. */
  Name widget(String widget) {
    return tree.name(Printable.of(widget));
  }

  /** Returns what operations of a type and name are called. */
  Name label(String type, String name) {
    Map<String, Name> names = labels.get(type);
    Name known = names == null ? null : names.get(name);
    if (known != null) {
      return known;
    }
    if (labelCount >= MAX_LABELS) {
      return other;
    }
    labelCount++;
    Name label = tree.name(Printable.of(name.isEmpty() ? type : type + ": " + name));
    labels.computeIfAbsent(type, unused -> new HashMap<>()).put(name, label);
    return label;
  }

  /** Returns everything. */
  WorkTree toTree() {
    threads.values().forEach(NestedWork::putAllInPlace);
    return tree.toTree();
  }
}
