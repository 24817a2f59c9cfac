// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

/**
 * A pool as its tuner sees it. Everything is called on the coordinator's thread, while the editor
 * uses the pool.
 */
public interface TunedPool {

  /** Returns how many free objects it may keep; the knob's subject is the name of the pool. */
  Knob capacity();

  /**
   * Returns the most objects that were in use at once since the last call, and starts anew from
   * those in use now. Where a pool keeps free objects for each thread, the most of any thread.
   */
  long takePeak();

  /** Returns the takes so far that an object of the pool answered. */
  long reused();

  /** Returns all takes so far. */
  long takes();
}
