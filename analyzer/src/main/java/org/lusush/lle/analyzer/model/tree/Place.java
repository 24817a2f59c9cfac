// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.tree;

/**
 * What one name had of the time of keystrokes, wherever it stands in a tree.
 *
 * @param name label of an operation, or method
 * @param count how often it was
 * @param slowSelfNanos time of its own inside slow keystrokes
 * @param slowTotalNanos that and the time of everything it called there
 * @param selfNanos time of its own, in keystrokes or not
 * @param totalNanos that and the time of everything it called
 * @param slowShare its own part of all the time of slow keystrokes that is known, from 0 to 1
 */
public record Place(
    String name,
    long count,
    long slowSelfNanos,
    long slowTotalNanos,
    long selfNanos,
    long totalNanos,
    double slowShare) {}
