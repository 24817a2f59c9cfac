// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.cause;

/**
 * What a slow piece of work spent its time on.
 *
 * <p>Each moment has one cause. Where several were under way at once, the one that stands first
 * here has it: what stops the whole JVM comes before what stops a thread, and both come before
 * code.
 */
public enum Cause {
  GC_PAUSE("GC pause"),
  SAFEPOINT("safepoint"),
  CLASS_LOADING("class loading"),
  LOCK("lock"),
  SLEEP("sleep"),
  WAIT("wait"),
  PARK("park"),
  PINNED("pinned virtual thread"),
  FILE("file"),
  SOCKET("socket"),
  /** Exceptions were thrown one right after the other. */
  EXCEPTIONS("exception storm"),
  /** Compiled code had just been given up, so that it ran in the interpreter. */
  DEOPTIMIZATION("deoptimization"),
  /** The thread executed, by its processor time or as samples of it show. */
  CODE("code"),
  /**
   * Nothing of the thread was seen while the processors were busy, the JIT compiler among others.
   */
  COMPILATION("JIT compilation"),
  /** Nothing of the thread was seen while the processors were busy or the container held it up. */
  CPU_SCARCITY("CPU scarcity"),
  /** The recording does not tell. */
  UNEXPLAINED("unexplained");

  private final String label;

  Cause(String label) {
    this.label = label;
  }

  /** Returns the name as it stands in reports. */
  public String label() {
    return label;
  }
}
