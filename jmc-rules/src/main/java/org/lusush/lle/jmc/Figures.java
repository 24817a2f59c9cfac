// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.time.Duration;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Preferences and results of the kinds that the rules use, and the quantities in them. */
final class Figures {

  private Figures() {}

  static TypedPreference<IQuantity> limit(
      String id, String name, String description, Duration byDefault) {
    return new TypedPreference<>(
        id, name, description, UnitLookup.TIMESPAN, timespan(byDefault.toNanos()));
  }

  static TypedPreference<IQuantity> share(
      String id, String name, String description, double byDefault) {
    return new TypedPreference<>(
        id, name, description, UnitLookup.PERCENTAGE, UnitLookup.PERCENT.quantity(byDefault * 100));
  }

  static TypedPreference<IQuantity> minimum(
      String id, String name, String description, long byDefault) {
    return new TypedPreference<>(id, name, description, UnitLookup.NUMBER, count(byDefault));
  }

  static TypedResult<IQuantity> timespan(String id, String name, String description) {
    return new TypedResult<>(id, name, description, UnitLookup.TIMESPAN, IQuantity.class);
  }

  static TypedResult<IQuantity> share(String id, String name, String description) {
    return new TypedResult<>(id, name, description, UnitLookup.PERCENTAGE, IQuantity.class);
  }

  static TypedResult<IQuantity> count(String id, String name, String description) {
    return new TypedResult<>(id, name, description, UnitLookup.NUMBER, IQuantity.class);
  }

  static TypedResult<String> text(String id, String name, String description) {
    return new TypedResult<>(id, name, description, UnitLookup.PLAIN_TEXT, String.class);
  }

  static IQuantity timespan(long nanos) {
    return UnitLookup.NANOSECOND.quantity(nanos);
  }

  static IQuantity share(double share) {
    return UnitLookup.PERCENT_UNITY.quantity(share);
  }

  static IQuantity count(long count) {
    return UnitLookup.NUMBER_UNITY.quantity(count);
  }

  static IQuantity rounded(double count) {
    return count(Math.round(count));
  }

  static long nanos(IQuantity timespan) {
    return timespan.clampedLongValueIn(UnitLookup.NANOSECOND);
  }

  static Duration duration(IQuantity timespan) {
    return Duration.ofNanos(Math.max(0, nanos(timespan)));
  }

  static double share(IQuantity share) {
    return share.doubleValueIn(UnitLookup.PERCENT_UNITY);
  }

  static long count(IQuantity count) {
    return count.clampedLongValueIn(UnitLookup.NUMBER_UNITY);
  }
}
