// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.lusush.lle.testkit.PtySession;

/** Somebody who types at a pace of theirs, the same way every time. */
final class Typist {

  // A terminal sends arrows so while a line editor has it in application mode.
  static final String ENTER = "\r";
  static final String TAB = "\t";
  static final String RIGHT = "\u001bOC";
  static final String LEFT = "\u001bOD";
  static final String UP = "\u001bOA";
  static final String DOWN = "\u001bOB";
  static final String BACKSPACE = "\u007f";
  static final String SEARCH = "\u0012";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration REPETITION = Duration.ofMillis(20);

  private final PtySession session;
  private final String prompt;
  private final Pace pace;
  private final Random random = new Random(20_250_107);

  Typist(PtySession session, String prompt, Pace pace) {
    this.session = session;
    this.prompt = prompt;
    this.pace = pace;
  }

  /** Types a text. */
  Typist type(String text) throws IOException, InterruptedException {
    for (int codePoint : text.codePoints().toArray()) {
      press(Character.toString(codePoint));
    }
    return this;
  }

  /** Presses keys one after the other. */
  Typist press(String... keys) throws IOException, InterruptedException {
    for (var key : keys) {
      session.press(key);
      session.pause(pace.next(random));
    }
    return this;
  }

  /** Holds a key down for so many repetitions, at the rate of a keyboard. */
  Typist hold(String key, int times) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      session.press(key);
      session.pause(REPETITION);
    }
    return this;
  }

  /** Presses Enter and waits for the next prompt. */
  Typist enter() throws IOException, InterruptedException {
    int from = session.screen().length();
    press(ENTER);
    session.await(prompt, from, PATIENCE);
    return this;
  }
}
