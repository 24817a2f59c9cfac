// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.tape;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lusush.lle.testkit.Keystroke;

/** One command of a tape. */
sealed interface Command {

  /** Returns it as it stands in a tape. */
  String written();

  private static String at(Optional<Duration> time) {
    return time.map(t -> "@" + Times.written(t)).orElse("");
  }

  /** Types a text. */
  record Type(String text, Optional<Duration> speed) implements Command {
    @Override
    public String written() {
      return "Type" + at(speed) + " " + new Token(Token.Kind.STRING, text).written();
    }
  }

  /** Presses a key so many times. */
  record Press(String name, Keystroke key, Optional<Duration> speed, int times) implements Command {
    public Press {
      requireNonNull(key, "key");
    }

    @Override
    public String written() {
      return name + at(speed) + (times == 1 ? "" : " " + times);
    }
  }

  /** Does nothing for a while. */
  record Sleep(Duration time) implements Command {
    @Override
    public String written() {
      return "Sleep " + Times.written(time);
    }
  }

  /** Waits for a pattern, or for the prompt. */
  record Wait(Optional<Pattern> pattern, boolean wholeScreen, Optional<Duration> timeout)
      implements Command {
    @Override
    public String written() {
      return "Wait"
          + (wholeScreen ? "+Screen" : "")
          + at(timeout)
          + pattern.map(p -> " " + regex(p)).orElse("");
    }

    /** By its text, which is what a pattern is. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Wait wait && wait.written().equals(written());
    }

    @Override
    public int hashCode() {
      return written().hashCode();
    }
  }

  /** Puts a text on the clipboard. */
  record Copy(String text) implements Command {
    @Override
    public String written() {
      return "Copy " + new Token(Token.Kind.STRING, text).written();
    }
  }

  /** Pastes what is on the clipboard. */
  record Paste() implements Command {
    @Override
    public String written() {
      return "Paste";
    }
  }

  /** Sets the time from key to key. */
  record TypingSpeed(Duration time) implements Command {
    @Override
    public String written() {
      return "Set TypingSpeed " + Times.written(time);
    }
  }

  /** Sets what the prompt looks like. */
  record WaitPattern(Pattern pattern) implements Command {
    @Override
    public String written() {
      return "Set WaitPattern " + regex(pattern);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WaitPattern set && set.written().equals(written());
    }

    @Override
    public int hashCode() {
      return written().hashCode();
    }
  }

  /** Sets how long is waited for a pattern. */
  record WaitTimeout(Duration time) implements Command {
    @Override
    public String written() {
      return "Set WaitTimeout " + Times.written(time);
    }
  }

  private static String regex(Pattern pattern) {
    return new Token(Token.Kind.REGEX, pattern.pattern()).written();
  }
}
