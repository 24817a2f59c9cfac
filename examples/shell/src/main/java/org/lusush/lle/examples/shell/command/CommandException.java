// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

/** A command that cannot be run, with the sentence for the user and its exit status. */
final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  static final int CANNOT_RUN = 126;
  static final int NOT_FOUND = 127;

  private final int status;

  CommandException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
