// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.QuantityConversionException;
import org.openjdk.jmc.flightrecorder.jdk.JdkAttributes;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/**
 * The events of one type in a recording, in the pieces that JMC hands out. Immutable.
 *
 * <p>There can be several pieces of one type and, where its fields changed between chunks, several
 * types of one name, the further ones with a UUID at its end. All of them count.
 *
 * @param type name of the event type
 * @param pieces every piece, possibly none
 * @param threshold the duration under which the recording left events out, or empty for none
 */
record Events(String type, List<IItemIterable> pieces, Optional<IQuantity> threshold)
    implements Iterable<IItemIterable> {

  private static final String THRESHOLD_SETTING = "threshold";
  private static final String ENABLED_SETTING = "enabled";
  private static final Pattern UUID_SUFFIX =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  Events {
    pieces = List.copyOf(pieces);
  }

  static Events of(String type, IItemCollection recording) {
    var pieces =
        recording.stream().filter(piece -> isNamed(type, piece.getType().getIdentifier())).toList();
    return new Events(type, pieces, longestThreshold(type, recording));
  }

  /** Returns whether the settings say that a type was on at some time. */
  static boolean isEnabled(String type, IItemCollection recording) {
    return settings(ENABLED_SETTING, type, recording).anyMatch("true"::equals);
  }

  /** Returns whether the settings say that a type was off all the time. */
  static boolean isDisabled(String type, IItemCollection recording) {
    var values = settings(ENABLED_SETTING, type, recording).toList();
    return !values.isEmpty() && values.stream().allMatch("false"::equals);
  }

  @Override
  public Iterator<IItemIterable> iterator() {
    return pieces.iterator();
  }

  boolean isEmpty() {
    return pieces.stream().noneMatch(IItemIterable::hasItems);
  }

  private static boolean isNamed(String type, String name) {
    return name.startsWith(type)
        && (name.length() == type.length()
            || UUID_SUFFIX.matcher(name).region(type.length(), name.length()).matches());
  }

  private static Optional<IQuantity> longestThreshold(String type, IItemCollection recording) {
    return settings(THRESHOLD_SETTING, type, recording)
        .flatMap(text -> parse(text).stream())
        .filter(threshold -> threshold.doubleValue() > 0)
        .max(IQuantity::compareTo);
  }

  private static Stream<String> settings(String name, String type, IItemCollection recording) {
    return recording.apply(RulesToolkit.getSettingsFilter(name, type)).stream()
        .flatMap(Events::values);
  }

  private static Stream<String> values(IItemIterable settings) {
    var value = JdkAttributes.REC_SETTING_VALUE.getAccessor(settings.getType());
    return value == null
        ? Stream.empty()
        : settings.stream().map(value::getMember).filter(Objects::nonNull);
  }

  private static Optional<IQuantity> parse(String timespan) {
    try {
      return Optional.of(RulesToolkit.parsePersistedJvmTimespan(timespan));
    } catch (QuantityConversionException notATimespan) {
      return Optional.empty();
    }
  }
}
