// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

/**
 * Where the time of keystrokes goes, in nanoseconds.
 *
 * @param inputNanos decoding the key and looking up its binding
 * @param editNanos inside the editor command
 * @param paintNanos highlighting, layout and output
 */
public record Phases(long inputNanos, long editNanos, long paintNanos) {

  public static final Phases NONE = new Phases(0, 0, 0);

  public Phases plus(Phases other) {
    return new Phases(
        Sums.add(inputNanos, other.inputNanos),
        Sums.add(editNanos, other.editNanos),
        Sums.add(paintNanos, other.paintNanos));
  }
}
