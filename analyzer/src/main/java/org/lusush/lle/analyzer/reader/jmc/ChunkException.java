// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.io.IOException;

/** A chunk that cannot be decoded; the reason says why, as a clause. */
public final class ChunkException extends IOException {

  private static final long serialVersionUID = 1;

  private final String reason;

  public ChunkException(String reason) {
    super(reason);
    this.reason = reason;
  }

  ChunkException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
