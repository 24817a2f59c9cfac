// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.ContentType;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import org.lusush.lle.events.schema.EventSchema;

/** Writes the event reference of the documentation from the event classes. */
final class EventReference {

  private EventReference() {}

  static String render() {
    var out = new StringBuilder();
    out.append("# Event reference\n\n")
        .append("<!-- Generated from the event classes. To renew it: mvn -pl events test")
        .append(" -Dlle.docs.update=true -->\n\n")
        .append("Category **")
        .append(EventSchema.CATEGORY)
        .append("**, schema version ")
        .append(EventSchema.VERSION)
        .append(
            ".\nEvery event also has the fields that the JVM adds: start time, event thread and,")
        .append(" where it has one, duration.\n")
        .append("No field ever holds what a user typed.\n");
    EventTypes.ALL.forEach(type -> event(out, type));
    out.append("\n## Vocabulary\n");
    operations(out);
    words(out, "Component", Arrays.stream(Component.values()).map(Component::label));
    words(out, "Result", Arrays.stream(Result.values()).map(Result::label));
    words(out, "Tier", Arrays.stream(CacheTier.values()).map(CacheTier::label));
    words(out, "Pool kind", Arrays.stream(PoolKind.values()).map(PoolKind::label));
    words(out, "Key kind", Arrays.stream(KeyKind.values()).map(KeyKind::label));
    words(out, "Trend", Arrays.stream(Trend.values()).map(Trend::label));
    return out.toString();
  }

  private static void event(StringBuilder out, Class<? extends Event> type) {
    out.append("\n## `")
        .append(type.getAnnotation(Name.class).value())
        .append("` — ")
        .append(type.getAnnotation(Label.class).value())
        .append("\n\n")
        .append(type.getAnnotation(Description.class).value())
        .append(".\n");
    var period = type.getAnnotation(Period.class);
    if (period != null) {
      out.append("Periodic: ")
          .append(
              period.value().equals("everyChunk")
                  ? "at both ends of every chunk"
                  : "every " + period.value())
          .append(".\n");
    }
    out.append("\n| field | type | content | label | what it says |\n|---|---|---|---|---|\n");
    for (var field : EventContractTest.fields(type)) {
      out.append("| `")
          .append(field.getName())
          .append("` | ")
          .append(field.getType().getSimpleName())
          .append(" | ")
          .append(content(field))
          .append(" | ")
          .append(field.getAnnotation(Label.class).value())
          .append(" | ")
          .append(field.getAnnotation(Description.class).value())
          .append(" |\n");
    }
  }

  private static String content(Field field) {
    return Arrays.stream(field.getAnnotations())
        .filter(annotation -> annotation.annotationType().isAnnotationPresent(ContentType.class))
        .map(
            annotation -> {
              if (annotation instanceof Timespan timespan) {
                return "timespan, " + timespan.value().toLowerCase(Locale.ROOT);
              } else if (annotation instanceof Timestamp) {
                return "timestamp, milliseconds since the epoch";
              } else if (annotation instanceof DataAmount amount) {
                return "data amount, " + amount.value().toLowerCase(Locale.ROOT);
              }
              return annotation
                  .annotationType()
                  .getAnnotation(Label.class)
                  .value()
                  .toLowerCase(Locale.ROOT);
            })
        .collect(Collectors.joining(", "));
  }

  private static void operations(StringBuilder out) {
    out.append("\n### Operation\n\n")
        .append("| operation | component | a person may be waiting |\n|---|---|---|\n");
    for (var type : OperationType.values()) {
      out.append("| ")
          .append(type.label())
          .append(" | ")
          .append(type.component().label())
          .append(" | ")
          .append(type.isCriticalPath() ? "yes" : "no")
          .append(" |\n");
    }
  }

  private static void words(StringBuilder out, String title, Stream<String> labels) {
    out.append("\n### ")
        .append(title)
        .append("\n\n")
        .append(labels.collect(Collectors.joining(", ")))
        .append("\n");
  }
}
