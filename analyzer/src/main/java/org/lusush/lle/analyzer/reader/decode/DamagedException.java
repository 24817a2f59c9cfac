// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;

/** A chunk contradicts itself; the message says how and where, as a clause. */
public final class DamagedException extends IOException {

  private static final long serialVersionUID = 1;

  private final String reason;

  DamagedException(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
