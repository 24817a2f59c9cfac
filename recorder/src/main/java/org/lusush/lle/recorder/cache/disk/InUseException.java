// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

import java.io.IOException;

/** Says that another cache has the file, of this process or of another one. */
final class InUseException extends IOException {

  private static final long serialVersionUID = 1;

  InUseException() {
    super("another shell uses it");
  }
}
