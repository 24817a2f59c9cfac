// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationNames;
import org.lusush.lle.events.OperationType;

/**
 * The operations that one thread is in, and the figures of every path of operations it has been in.
 *
 * <p>It belongs to the thread that asked for it: no other thread may call its methods. Every {@link
 * #enter} is followed by one {@link #exit} or {@link #abandon}, the innermost operation first.
 * Nothing blocks, and nothing is allocated once a path was seen with durations of about that
 * length.
 *
 * <p>A tree tells {@value OperationNames#MAX_OF_A_TYPE} names of a type apart. What comes with
 * further names counts under {@link OperationNames#OTHER}.
 *
 * <p>Switching the mode takes effect with the next operation that is not inside another.
 */
public sealed interface CallTree permits ThreadCallTree, NoCallTree {

  /** Operations nested deeper than this are not profiled; their time is that of the innermost. */
  int MAX_DEPTH = 32;

  /** Paths that a tree tells apart at most. */
  int MAX_PATHS = 4_096;

  /** Name under which {@link ProfilerMode#HYBRID} counts the inside of what it did not sample. */
  String NOT_PROFILED = "(not profiled)";

  /** Returns the tree that takes in nothing; any thread may call it. */
  static CallTree none() {
    return NoCallTree.INSTANCE;
  }

  /**
   * Enters an operation. If it throws, nothing was entered.
   *
   * @param name what tells it apart from others of its type, or empty
   */
  void enter(OperationType type, Component component, String name);

  /**
   * Leaves the innermost operation. Without one, the call is refused and counted.
   *
   * @param durationNanos how long it took; a negative duration counts as 0
   * @param failed whether it ended in error or timeout
   */
  void exit(long durationNanos, boolean failed);

  /**
   * Takes in an operation that has ended and was not nested in those that are open: as a top-level
   * operation, whatever the depth.
   *
   * @param durationNanos how long it took; a negative duration counts as 0
   * @param failed whether it ended in error or timeout
   */
  void addApart(
      OperationType type, Component component, String name, long durationNanos, boolean failed);

  /**
   * Forgets the innermost operation: it counts as no call. What ended inside it stays, and is no
   * part of the self time of what is around it. Without one, the call is refused and counted.
   */
  void abandon();

  /**
   * Forgets the innermost operations until no more than so many are open; none where there are no
   * more anyway.
   *
   * @param depth what {@link #depth} was before the outermost operation to forget was entered
   */
  void abandonTo(int depth);

  /** Returns how many operations are open, profiled or not. */
  int depth();
}
