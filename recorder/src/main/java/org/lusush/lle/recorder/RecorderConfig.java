// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Targets;
import org.lusush.lle.recorder.tuning.TuningSettings;

/** How a recorder is set up. Immutable. */
public final class RecorderConfig {

  private final String shell;

  /**
   * Null for the default ones, which take a millisecond to load and are not needed at the start.
   */
  private final @Nullable Targets targets;

  /** Null for the default ones, likewise. */
  private final @Nullable TuningSettings tuning;

  private RecorderConfig(String shell, @Nullable Targets targets, @Nullable TuningSettings tuning) {
    requireNonNull(shell, "shell");
    if (shell.isBlank() || shell.length() > EditorRecorder.MAX_NAME) {
      throw new IllegalArgumentException(
          "shell must have 1 to " + EditorRecorder.MAX_NAME + " characters, had " + shell.length());
    }
    this.shell = shell;
    this.targets = targets;
    this.tuning = tuning;
  }

  /**
   * Returns the configuration of a shell that is held to the default targets.
   *
   * @param shell name of the shell, as recordings and reports show it; 1 to 64 characters
   * @throws IllegalArgumentException when the name is blank or too long
   */
  public static RecorderConfig of(String shell) {
    return new RecorderConfig(shell, null, null);
  }

  /** Returns the configuration of the same shell, held to other targets. */
  public RecorderConfig withTargets(Targets targets) {
    return new RecorderConfig(shell, requireNonNull(targets, "targets"), tuning);
  }

  /** Returns the configuration of the same shell, with tuning more or less patient. */
  public RecorderConfig withTuning(TuningSettings tuning) {
    return new RecorderConfig(shell, targets, requireNonNull(tuning, "tuning"));
  }

  /** Returns the name of the shell. */
  public String shell() {
    return shell;
  }

  /** Returns what the shell is held to. */
  public Targets targets() {
    return targets != null ? targets : Targets.defaults();
  }

  /** Returns how patient tuning is. */
  public TuningSettings tuning() {
    return tuning != null ? tuning : TuningSettings.defaults();
  }
}
