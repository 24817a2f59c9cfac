// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

/** Says that a payload is not what its kind promises; it goes no further than its reader. */
final class MalformedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MalformedException() {
    super("malformed payload", null, false, false);
  }
}
