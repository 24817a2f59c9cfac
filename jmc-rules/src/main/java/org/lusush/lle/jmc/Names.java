// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

/** Names of operations in texts. */
final class Names {

  private Names() {}

  /** Returns the type of an operation, and what tells it apart from others of its type. */
  static String of(String operation, String name) {
    return name.isEmpty() ? operation : operation + ": " + name;
  }
}
