// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * The agent's own permissions, which under a security manager would be cut to those of the shell
 * that it is called by. Java 24 and newer have no such manager.
 */
@SuppressWarnings("removal") // there are shells on Java 17 that need it
final class Privileges {

  private Privileges() {}

  /** Returns whether there is a security manager. */
  static boolean areChecked() {
    return System.getSecurityManager() != null;
  }

  /** Does something with the agent's permissions, whoever calls. */
  static <T> T use(PrivilegedAction<T> action) {
    return AccessController.doPrivileged(action);
  }
}
