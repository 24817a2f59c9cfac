// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

/** Garbage collections of the JVM while it was recorded. */
public record Garbage(long collections, long pauseNanos) {

  public static final Garbage NONE = new Garbage(0, 0);

  Garbage plus(Garbage other) {
    return new Garbage(
        Sums.add(collections, other.collections), Sums.add(pauseNanos, other.pauseNanos));
  }
}
