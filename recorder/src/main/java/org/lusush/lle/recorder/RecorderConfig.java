// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import static java.util.Objects.requireNonNull;

import org.lusush.lle.events.Targets;

/**
 * How a recorder is set up. Immutable.
 *
 * @param shell name of the shell, as recordings and reports show it
 * @param targets what the shell is held to
 */
public record RecorderConfig(String shell, Targets targets) {

  private static final int MAX_NAME = 64;

  public RecorderConfig {
    requireNonNull(shell, "shell");
    requireNonNull(targets, "targets");
    if (shell.isBlank() || shell.length() > MAX_NAME) {
      throw new IllegalArgumentException(
          "shell must have 1 to " + MAX_NAME + " characters, had " + shell.length());
    }
  }

  /** Returns the configuration of a shell that is held to the default targets. */
  public static RecorderConfig of(String shell) {
    return new RecorderConfig(shell, Targets.defaults());
  }
}
