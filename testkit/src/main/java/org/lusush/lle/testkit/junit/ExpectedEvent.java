// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.junit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an event is to be like: its type, and some of its fields. Immutable.
 *
 * <pre>{@code
 * ExpectedEvent.of("lle.Keystroke").with("kind", "paste").where("long", e -> e.getInt("characters") > 9)
 * }</pre>
 */
public final class ExpectedEvent implements Predicate<RecordedEvent> {

  private final String name;
  private final List<Condition> conditions;

  private record Condition(String text, Predicate<RecordedEvent> predicate) {}

  private ExpectedEvent(String name, List<Condition> conditions) {
    this.name = name;
    this.conditions = conditions;
  }

  /**
   * Returns that an event is of a type.
   *
   * @param name such as {@code lle.Keystroke}
   */
  public static ExpectedEvent of(String name) {
    return new ExpectedEvent(requireNonNull(name, "name"), List.of());
  }

  /**
   * Returns that a field has a value, too.
   *
   * @param field its name; an event without such a field is another
   * @param value its value; numbers are the same whatever their type
   */
  public ExpectedEvent with(String field, @Nullable Object value) {
    return and(
        field + " " + value,
        event -> event.hasField(field) && isSame(event.getValue(field), value));
  }

  /**
   * Returns that something else holds, too.
   *
   * @param description what, for the message of a failure
   */
  public ExpectedEvent where(String description, Predicate<RecordedEvent> predicate) {
    return and(requireNonNull(description, "description"), requireNonNull(predicate, "predicate"));
  }

  /** Returns the name of its type. */
  public String name() {
    return name;
  }

  @Override
  public boolean test(RecordedEvent event) {
    return EventText.name(event).equals(name)
        && conditions.stream().allMatch(condition -> condition.predicate.test(event));
  }

  private ExpectedEvent and(String text, Predicate<RecordedEvent> predicate) {
    var more = new ArrayList<>(conditions);
    more.add(new Condition(text, predicate));
    return new ExpectedEvent(name, List.copyOf(more));
  }

  private static boolean isSame(@Nullable Object is, @Nullable Object value) {
    if (is instanceof Number a && value instanceof Number b && isWhole(a) && isWhole(b)) {
      return a.longValue() == b.longValue();
    }
    return Objects.equals(is, value);
  }

  private static boolean isWhole(Number number) {
    return !(number instanceof Double || number instanceof Float);
  }

  @Override
  public String toString() {
    return conditions.isEmpty()
        ? name
        : name + " with " + String.join(", ", conditions.stream().map(Condition::text).toList());
  }
}
