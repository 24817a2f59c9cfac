// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.tape;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.regex.Pattern;
import org.lusush.lle.testkit.Keystroke;

/** One thing that the typist does. */
public sealed interface Step permits Step.Press, Step.Pause, Step.Wait {

  /**
   * Presses a key.
   *
   * @param key the key, or a paste
   * @param pace time from this key to what comes next, as a person types
   */
  record Press(Keystroke key, Duration pace) implements Step {
    public Press {
      requireNonNull(key, "key");
      requireNonNull(pace, "pace");
    }
  }

  /** Does nothing for a while, as a person who thinks. */
  record Pause(Duration duration) implements Step {
    public Pause {
      requireNonNull(duration, "duration");
    }
  }

  /**
   * Waits until the shell shows something.
   *
   * @param pattern what is looked for
   * @param wholeScreen whether in all that came since the last key, or in its last line alone
   * @param forPrompt whether it is the prompt that is waited for
   * @param timeout how long to wait
   */
  record Wait(Pattern pattern, boolean wholeScreen, boolean forPrompt, Duration timeout)
      implements Step {
    public Wait {
      requireNonNull(pattern, "pattern");
      requireNonNull(timeout, "timeout");
    }
  }
}
