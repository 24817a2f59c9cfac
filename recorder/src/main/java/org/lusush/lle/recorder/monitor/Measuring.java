// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import org.lusush.lle.events.OperationType;

/** Measures operations, from now on or from when it is awake. Thread-safe. */
public interface Measuring {

  /**
   * Begins an operation on the calling thread; closing it ends it.
   *
   * @param type what is done
   * @param name what tells it apart from others of its type, or empty; never text that a user typed
   */
  Measurement measure(OperationType type, String name);

  /** Returns the keystroke that the calling thread works for, or 0. */
  long keystrokeId();
}
