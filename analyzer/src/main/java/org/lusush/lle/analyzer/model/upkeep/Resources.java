// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.upkeep;

/**
 * What the process and its machine used. Immutable; resources add up.
 *
 * @param processCpu share of the processors that the process may use
 * @param machineCpu share of all processors
 * @param heapBytes heap in use
 * @param residentBytes memory in RAM
 * @param threads live threads
 * @param throttledNanos time that the container's limits held the process up, as last told, or -1
 */
public record Resources(
    Course processCpu,
    Course machineCpu,
    Course heapBytes,
    Course residentBytes,
    Course threads,
    long throttledNanos) {

  public static final Resources NONE =
      new Resources(Course.NONE, Course.NONE, Course.NONE, Course.NONE, Course.NONE, -1);

  /** Returns whether nothing was read. */
  public boolean isEmpty() {
    return processCpu.isEmpty() && heapBytes.isEmpty() && threads.isEmpty();
  }

  public Resources plus(Resources other) {
    return new Resources(
        processCpu.plus(other.processCpu),
        machineCpu.plus(other.machineCpu),
        heapBytes.plus(other.heapBytes),
        residentBytes.plus(other.residentBytes),
        threads.plus(other.threads),
        Math.max(throttledNanos, other.throttledNanos));
  }
}
