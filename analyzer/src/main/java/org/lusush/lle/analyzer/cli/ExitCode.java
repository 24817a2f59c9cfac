// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

/** What the process tells its caller. */
final class ExitCode {

  static final int FINE = 0;

  /** A limit asked for is broken, or there is no data to hold against it. */
  static final int FINDING = 1;

  /** An input could not be read, or is incomplete under {@code --strict}, or output failed. */
  static final int UNREADABLE = 3;

  /** The data do not allow a verdict. 4 is the launcher's. */
  static final int INCONCLUSIVE = 5;

  private ExitCode() {}
}
