// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

/** A level of the cache hierarchy, nearest first. */
public enum CacheTier {
  /** A small array of the calling thread's own. */
  L1("L1"),
  /** The heap, shared by all threads. */
  L2("L2"),
  /** A file on disk. */
  L3("L3"),
  /** No tier: the lookup missed everywhere. */
  NONE("none");

  private final String label;

  CacheTier(String label) {
    this.label = label;
  }

  /** Returns the name as it stands in events and reports. */
  public String label() {
    return label;
  }
}
