// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;

/**
 * The type, component and result of an operation in one number, which never leaves the process.
 *
 * <p>The hot path stores it instead of references, since a collector wants to know of each of
 * those.
 */
@SuppressWarnings("EnumOrdinal")
final class What {

  private static final OperationType[] TYPES = OperationType.values();
  private static final Component[] COMPONENTS = Component.values();
  private static final Result[] RESULTS = Result.values();

  /** A bit for each result that is a failure. */
  private static final int FAILURES = failures();

  private What() {}

  /** Returns the number of an operation that succeeds. */
  static int of(OperationType type, Component component) {
    return type.ordinal() << 16 | component.ordinal() << 8 | Result.SUCCESS.ordinal();
  }

  static int withResult(int what, Result result) {
    return (what & ~0xff) | result.ordinal();
  }

  /** Returns the ordinal of the type. */
  static int row(int what) {
    return what >>> 16;
  }

  /** Returns whether it ended in error or timeout. */
  static boolean isFailure(int what) {
    return (FAILURES & 1 << (what & 0xff)) != 0;
  }

  private static int failures() {
    int bits = 0;
    for (var result : RESULTS) {
      bits |= result.isFailure() ? 1 << result.ordinal() : 0;
    }
    return bits;
  }

  static OperationType type(long what) {
    return TYPES[(int) (what >>> 16) & 0xff];
  }

  static Component component(long what) {
    return COMPONENTS[(int) (what >>> 8) & 0xff];
  }

  static Result result(long what) {
    return RESULTS[(int) what & 0xff];
  }
}
