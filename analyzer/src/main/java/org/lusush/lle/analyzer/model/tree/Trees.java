// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.tree;

/**
 * What work consisted of. Immutable; they add up.
 *
 * @param operations by the operations around them, the keystroke first, with its editor command as
 *     the name; what belongs to no keystroke stands beside
 * @param frames methods of the threads that answered keystrokes, while they did, by samples; the
 *     time is what the samples stand for
 */
public record Trees(WorkTree operations, WorkTree frames) {

  public static final Trees NONE = new Trees(WorkTree.NONE, WorkTree.NONE);

  public Trees plus(Trees other) {
    return new Trees(operations.plus(other.operations), frames.plus(other.frames));
  }
}
