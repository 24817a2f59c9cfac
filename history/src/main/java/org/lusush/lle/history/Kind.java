// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

/** What a record of a history is about; its code is for ever. */
enum Kind {
  /** A name and the number by which later records call it. */
  NAME(1),
  /** What was counted in an interval. */
  INTERVAL(2),
  /** Something that happened once. */
  MOMENT(3);

  private final int code;

  Kind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
