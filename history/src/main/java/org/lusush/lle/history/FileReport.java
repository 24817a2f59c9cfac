// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was found in a file of a history.
 *
 * @param records sound ones
 * @param damage a phrase about what could not be read, empty where all is well
 */
public record FileReport(Path file, long bytes, long records, Optional<String> damage) {
  public FileReport {
    requireNonNull(file, "file");
    requireNonNull(damage, "damage");
  }
}
