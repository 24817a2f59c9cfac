// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.junit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;

/** Events in the messages of failed tests. */
final class EventText {

  private static final int MOST = 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final Set<String> LEFT_OUT = Set.of("startTime", "stackTrace", "eventThread");

  private EventText() {}

  /** Returns one line for each event of a type, the last ones, and how many there are of others. */
  static String whatCame(List<RecordedEvent> events, String name) {
    var same = events.stream().filter(event -> name(event).equals(name)).toList();
    var text = new StringBuilder();
    if (same.isEmpty()) {
      text.append("  no ").append(name).append('\n');
    }
    if (same.size() > MOST) {
      text.append("  … ").append(same.size() - MOST).append(" more before\n");
    }
    same.subList(Math.max(0, same.size() - MOST), same.size())
        .forEach(event -> text.append("  ").append(of(event)).append('\n'));
    var others = new TreeMap<String, Integer>();
    events.forEach(event -> others.merge(name(event), 1, Integer::sum));
    others.remove(name);
    others.forEach(
        (other, count) ->
            text.append("  and ").append(count).append(' ').append(other).append('\n'));
    return text.toString();
  }

  static String of(RecordedEvent event) {
    var text =
        new StringBuilder(name(event)).append(" at ").append(TIME.format(event.getStartTime()));
    for (var field : event.getFields()) {
      if (!LEFT_OUT.contains(field.getName())) {
        Object value = event.getValue(field.getName());
        text.append(", ").append(field.getName()).append('=').append(value);
      }
    }
    var thread = event.getThread();
    return thread == null ? text.toString() : text + ", on " + thread.getJavaName();
  }

  static String name(RecordedEvent event) {
    return event.getEventType().getName();
  }
}
