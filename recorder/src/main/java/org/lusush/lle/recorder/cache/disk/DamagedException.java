// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

import java.io.IOException;

/** Says that a file cannot be trusted, as opposed to one that cannot be read or written. */
final class DamagedException extends IOException {

  private static final long serialVersionUID = 1;

  DamagedException(String why) {
    super(why);
  }

  DamagedException(String why, Throwable cause) {
    super(why, cause);
  }
}
