// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

/** Samples of a process that uses little, a second apart. */
final class Usages {

  private static final long SECOND = 1_000_000_000;
  private static final long MEGA = 1 << 20;

  private long nanos;

  /** Returns one where tasks wait for processors. */
  ResourceUsage cpuStall(double share) {
    return usage(share, 500 * MEGA);
  }

  /** Returns one where some share of the memory is in use; a negative one is unknown. */
  ResourceUsage memoryUsed(double share) {
    return usage(0, share < 0 ? -1 : Math.round((1 - share) * 1000 * MEGA));
  }

  private ResourceUsage usage(double cpuStall, long available) {
    nanos += SECOND;
    return new ResourceUsage(
        nanos,
        0.1,
        0.2,
        2,
        -1,
        -1,
        20,
        10 * MEGA,
        5 * MEGA,
        100 * MEGA,
        60 * MEGA,
        80 * MEGA,
        -1,
        1000 * MEGA,
        available,
        0,
        0,
        0,
        0,
        new Stall(cpuStall, -1, "psi"),
        Stall.UNKNOWN,
        Stall.UNKNOWN,
        "test");
  }
}
