// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.cause;

/**
 * How much of the time of some slow work one cause had.
 *
 * @param nanos time that it had
 * @param share of all the time, from 0 to 1
 * @param spans how many pieces of work it had a part in
 * @param first how many of them it had the largest part of
 * @param evidence what it was mostly, such as the method that waited, or empty
 */
public record CauseShare(
    Cause cause, long nanos, double share, long spans, long first, String evidence) {}
