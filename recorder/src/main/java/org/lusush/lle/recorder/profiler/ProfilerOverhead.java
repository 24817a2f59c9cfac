// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static java.util.Objects.requireNonNull;

/**
 * What profiling has cost, measured: now and then a pair of enter and exit is timed, and its cost
 * stands for the pairs since the one before. What it costs to pass over an operation that is not
 * profiled is not in it. Immutable.
 *
 * @param mode the mode now
 * @param samplingRate one operation in how many is profiled now; 1 for every one, 0 for none
 * @param profiled operations profiled so far, in whatever mode
 * @param eachNanos what profiling one cost on average; 0 until one was timed
 * @param totalNanos what profiling cost in all
 * @param share what it cost as a fraction of the time in the operations that were profiled
 */
public record ProfilerOverhead(
    ProfilerMode mode,
    int samplingRate,
    long profiled,
    long eachNanos,
    long totalNanos,
    double share) {

  public ProfilerOverhead {
    requireNonNull(mode, "mode");
  }

  static ProfilerOverhead of(
      Profiler.Settings settings, long profiled, CallPaths.Timed timed, long profiledNanos) {
    double each = timed.weight() == 0 ? 0 : Math.max(0, (double) timed.nanos() / timed.weight());
    double total = each * profiled;
    return new ProfilerOverhead(
        settings.mode(),
        settings.effectiveRate(),
        profiled,
        Math.round(each),
        Math.round(total),
        profiledNanos == 0 ? 0 : total / profiledNanos);
  }

  /** Returns the share in percent. */
  public double percent() {
    return share * 100;
  }
}
