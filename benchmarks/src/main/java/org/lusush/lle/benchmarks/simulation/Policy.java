// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.simulation;

/** A cache that decides what to keep. Of one thread. */
interface Policy {

  /** Asks for a key, keeps it if it was not there, and returns whether it was. */
  boolean ask(long key);

  /** Forgets everything. */
  void forget();

  /** Returns the share of the lookups of a trace that hit, of all of them. */
  static double hitRate(Policy policy, Trace trace) {
    long hits = 0;
    long lookups = 0;
    for (long key : trace.keys()) {
      if (key == Trace.FORGET) {
        policy.forget();
      } else {
        lookups++;
        hits += policy.ask(key) ? 1 : 0;
      }
    }
    return lookups == 0 ? 0 : (double) hits / lookups;
  }
}
