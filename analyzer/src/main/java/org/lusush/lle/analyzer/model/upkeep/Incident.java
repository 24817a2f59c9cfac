// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model.upkeep;

/**
 * A change of what the recorder watches over: a resource that came under pressure, something that
 * does less for want of resources, a pool that was made larger, an object that nobody gave back.
 *
 * @param epochNanos when
 * @param kind label of what sort of change: pressure, throttle, pool growth or pool leak
 * @param subject resource, action or pool
 * @param from state before, or empty
 * @param to state afterwards, or empty
 * @param reason why, or empty
 */
public record Incident(
    long epochNanos, String kind, String subject, String from, String to, String reason) {}
