// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

/** The demonstration cannot go on; the message says why, and what to do. */
final class DemoException extends Exception {
  private static final long serialVersionUID = 1L;

  DemoException(String message) {
    super(message);
  }
}
