// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import org.jspecify.annotations.Nullable;

/** What the woven code calls, on the shell's threads. No call throws, waits, or writes. */
public interface Hooks {

  /**
   * An observed call is about to be made.
   *
   * @param point the number of its {@link Point}
   * @param owner the object whose method makes it
   * @param target the object that is called, or what the point is about
   * @param argument an argument of the call, or another object
   * @param number a number that goes with the point
   */
  void before(
      int point,
      @Nullable Object owner,
      @Nullable Object target,
      @Nullable Object argument,
      int number);

  /**
   * The call returned.
   *
   * @param result what it returned, if an object
   * @param number what it returned, if a number, or a number that goes with the point
   */
  void after(int point, @Nullable Object result, int number);

  /** The call threw something, which goes on its way. */
  void failed(int point, Throwable thrown);
}
