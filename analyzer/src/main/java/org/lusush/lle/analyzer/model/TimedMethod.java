// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

/**
 * A method as the JVM counted and timed its calls, of all threads, since it began to.
 *
 * @param name class and method; what is called the same is one
 * @param calls how often it was called
 * @param timedCalls calls that the durations are about; 0 where the method was not called or the
 *     clock was too coarse for it
 * @param totalNanos durations of those calls, which is 0 for none, as with the next two
 */
public record TimedMethod(
    String name, long calls, long timedCalls, long totalNanos, long minNanos, long maxNanos) {

  /**
   * Returns what one event says.
   *
   * @param minNanos negative where the JVM has none, as with the next two
   */
  public static TimedMethod of(
      String name, long calls, long minNanos, long meanNanos, long maxNanos) {
    long counted = Math.max(0, calls);
    return counted == 0 || minNanos < 0 || meanNanos < 0 || maxNanos < 0
        ? new TimedMethod(name, counted, 0, 0, 0, 0)
        : new TimedMethod(name, counted, counted, product(counted, meanNanos), minNanos, maxNanos);
  }

  private static long product(long calls, long nanos) {
    return nanos == 0 || calls <= Long.MAX_VALUE / nanos ? calls * nanos : Long.MAX_VALUE;
  }

  /** Returns whether the durations are known of any call. */
  public boolean isTimed() {
    return timedCalls > 0;
  }

  public long meanNanos() {
    return isTimed() ? Math.round((double) totalNanos / timedCalls) : 0;
  }

  /** Returns these calls with others, those of another JVM or of a method called the same. */
  public TimedMethod plus(TimedMethod other) {
    if (!isTimed() || !other.isTimed()) {
      TimedMethod timed = isTimed() ? this : other;
      long sum = Sums.add(calls, other.calls);
      return new TimedMethod(
          name, sum, timed.timedCalls, timed.totalNanos, timed.minNanos, timed.maxNanos);
    }
    return new TimedMethod(
        name,
        Sums.add(calls, other.calls),
        Sums.add(timedCalls, other.timedCalls),
        Sums.add(totalNanos, other.totalNanos),
        Math.min(minNanos, other.minNanos),
        Math.max(maxNanos, other.maxNanos));
  }

  /**
   * Returns whichever counts more calls, this one if both do: what a JVM says of a method is about
   * all its calls so far, those it told of before among them.
   */
  public TimedMethod orMore(TimedMethod other) {
    return other.calls > calls ? other : this;
  }
}
