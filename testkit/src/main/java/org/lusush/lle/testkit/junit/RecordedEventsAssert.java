// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.junit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what has been recorded by the time that they are made. */
public final class RecordedEventsAssert
    extends AbstractAssert<RecordedEventsAssert, RecordedEvents> {

  private final List<RecordedEvent> events;

  RecordedEventsAssert(RecordedEvents recorded) {
    super(recorded, RecordedEventsAssert.class);
    events = recorded.soFar();
  }

  /** Says that at least one event is so. */
  public RecordedEventsAssert contains(ExpectedEvent expected) {
    return count(expected) > 0 ? this : fail("at least one", expected);
  }

  /** Says that an exact number of events is so. */
  public RecordedEventsAssert contains(int count, ExpectedEvent expected) {
    return count(expected) == count ? this : fail("exactly " + count, expected);
  }

  /** Says that no event is so. */
  public RecordedEventsAssert doesNotContain(ExpectedEvent expected) {
    return count(expected) == 0 ? this : fail("no", expected);
  }

  /** Says that all events of a type are so, and that there are some. */
  public RecordedEventsAssert containsOnly(ExpectedEvent expected) {
    long all = count(ExpectedEvent.of(expected.name()));
    return all > 0 && count(expected) == all ? this : fail("nothing of its type but", expected);
  }

  private long count(ExpectedEvent expected) {
    requireNonNull(expected, "expected");
    return events.stream().filter(expected).count();
  }

  private RecordedEventsAssert fail(String quantity, ExpectedEvent expected) {
    throw failure(
        "%s", // what came may have per cent signs
        "expected "
            + quantity
            + " "
            + expected
            + ", found "
            + count(expected)
            + "; what came:\n"
            + EventText.whatCame(events, expected.name()));
  }
}
