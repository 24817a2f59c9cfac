// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of one event, each in its slot: times and sizes in nanoseconds, nanoseconds since the
 * epoch and bytes, texts as they are, references as keys. What is absent is 0, or no text. Used
 * again for the next event. Not thread-safe.
 */
public final class Row {

  /** How many combinations of texts are numbered. */
  public static final int RUNS = Runs.LIMIT;

  final long[] numbers;
  final @Nullable String[] texts;

  /** Which runs are known, of which the event may have one. */
  Runs runs = Runs.OF_NOTHING;

  int run = Runs.NONE;

  /** The texts of a run that is not known, each in its slot. */
  @Nullable String[] runTexts;

  Row(int slots) {
    numbers = new long[slots];
    texts = new String[slots];
    runTexts = new String[slots];
  }

  /**
   * Returns the number of the combination of texts that the event has, below {@link #RUNS}, or -1:
   * of events of one type that have the same, all texts that stand side by side are the same.
   */
  public int run() {
    return run;
  }

  void clear() {
    Arrays.fill(numbers, 0);
    Arrays.fill(texts, null);
  }

  public long number(int slot) {
    return numbers[slot];
  }

  /** Returns a number that is no integer. */
  public double real(int slot) {
    return Double.longBitsToDouble(numbers[slot]);
  }

  public boolean flag(int slot) {
    return numbers[slot] != 0;
  }

  /** Returns a text, empty where there is none. */
  public String text(int slot) {
    String text = textIfAny(slot);
    return text == null ? "" : text;
  }

  /** Returns a text, or nothing where there is none. */
  public @Nullable String textIfAny(int slot) {
    String text = (run == Runs.NONE ? runTexts : runs.texts(run))[slot];
    return text == null ? texts[slot] : text;
  }
}
