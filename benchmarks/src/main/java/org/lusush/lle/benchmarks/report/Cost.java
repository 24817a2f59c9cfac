// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

/**
 * What one operation costs, the work included.
 *
 * @param nanos its processor time
 * @param bytes what it allocates, NaN where that was not measured
 */
public record Cost(double nanos, double bytes) {

  static final Cost UNKNOWN = new Cost(Double.NaN, Double.NaN);
}
