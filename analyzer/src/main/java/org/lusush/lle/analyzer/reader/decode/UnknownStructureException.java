// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;

/** A chunk describes something in a way that is not known here, and need not be wrong. */
public final class UnknownStructureException extends IOException {

  private static final long serialVersionUID = 1;

  UnknownStructureException(String message) {
    super(message);
  }
}
