// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

/** By what a cache gives up entries of its tier on the heap when it is full. */
public enum EvictionPolicy {
  /** What was asked for least lately. */
  LRU("LRU"),

  /** Of the ten asked for least lately, the one asked for least often for its age. */
  LRU_SCAN("LRU with a scan of the ten oldest"),

  /** What is asked for least often, by a sketch that remembers (Einziger et al., 2017). */
  TINY_LFU("W-TinyLFU");

  private final String label;

  EvictionPolicy(String label) {
    this.label = label;
  }

  /** Returns its name in reports. */
  public String label() {
    return label;
  }

  /** Returns of how many of the oldest the one to go is chosen: 0 where it does not go by age. */
  public int depth() {
    return switch (this) {
      case LRU -> 1;
      case LRU_SCAN -> 10;
      case TINY_LFU -> 0;
    };
  }
}
