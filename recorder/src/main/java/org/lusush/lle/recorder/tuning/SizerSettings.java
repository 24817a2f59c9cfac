// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

/**
 * What the sizer aims at and when it moves. Immutable; shares are from 0 to 1.
 *
 * @param margin by how much the predicted hit rate is to be over the target
 * @param flat where the target cannot be reached, a cache grows as long as a doubling gains this
 * @param growth least growth that is worth a change, as a share of the size
 * @param shrink least shrinking that is worth a change, as a share of the size
 * @param enough lookups that advice and its judgement take, over 0
 * @param tolerance drop of the hit rate that is no matter
 */
public record SizerSettings(
    double margin, double flat, double growth, double shrink, long enough, double tolerance) {

  private static final SizerSettings DEFAULTS =
      new SizerSettings(0.005, 0.01, 0.01, 0.06, 300, 0.01);

  public SizerSettings {
    requireShare(margin, "margin");
    requireShare(flat, "flat");
    requireShare(growth, "growth");
    requireShare(shrink, "shrink");
    requireShare(tolerance, "tolerance");
    if (enough <= 0) {
      throw new IllegalArgumentException("enough must be over 0, was " + enough);
    }
  }

  /** Returns the settings that hold unless someone sets others. */
  public static SizerSettings defaults() {
    return DEFAULTS;
  }

  private static void requireShare(double value, String name) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
    }
  }
}
