// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

/**
 * Parts of an interval's payload. Each is led in by its number and its length, so that one that is
 * not known is skipped:
 *
 * <pre>
 *   length of the interval | { number u8 | length u16 | entry … } …
 *
 *   operation  name·2+x [errors warnings criticals, if x] self·255/total u8
 *              buckets { step·2+m [count−2, if m] } …
 *   cache      name hits misses insertions evictions entries
 *   pool       name takes reused inUse leaks
 *   resources  processCpu+1 machineCpu+1 heap+1 resident+1 threads     0 for unknown
 *   target     name state value f64 limit f64
 * </pre>
 *
 * Numbers without a type are varints. Buckets are those of {@link Buckets}: a step leads from one
 * to the next, and what is alone in its bucket takes no count. A share is in thousandths, memory in
 * units of 16 KiB. Counters of caches and pools say what came in the interval.
 */
final class Section {

  static final int OPERATIONS = 1;
  static final int CACHES = 2;
  static final int POOLS = 3;
  static final int RESOURCES = 4;
  static final int TARGETS = 5;

  static final int SELF_UNITS = 255;
  static final double SHARE_UNITS = 1_000;
  static final int MEMORY_BITS = 14;

  private Section() {}
}
