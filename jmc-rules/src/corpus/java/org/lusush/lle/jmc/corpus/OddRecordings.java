// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc.corpus;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.AnnotationElement;
import jdk.jfr.Event;
import jdk.jfr.EventFactory;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.Timespan;
import jdk.jfr.ValueDescriptor;
import org.lusush.lle.events.schema.EventSchema;

/**
 * Recordings in which every event type of the schema has fields of a wrong type, or none. Runs in a
 * JVM of its own, since one JVM should not have two event types of one name.
 */
public final class OddRecordings {

  private static final int EVENTS = 300;

  /** What the fields are like. */
  public enum Oddity {
    NO_FIELDS(String.class),
    NULL_TEXT(String.class),
    TEXT(String.class),
    FLAG(boolean.class),
    PLAIN_NUMBER(long.class),
    NO_NUMBER(double.class),
    TIMESPAN(long.class);

    private final Class<?> type;

    Oddity(Class<?> type) {
      this.type = type;
    }

    Path file(Path folder) {
      return folder.resolve("odd-" + name() + ".jfr");
    }
  }

  private OddRecordings() {}

  /** Returns the files that {@link #main} writes. */
  public static List<Path> files(Path folder) {
    return Arrays.stream(Oddity.values()).map(oddity -> oddity.file(folder)).toList();
  }

  /** Records into the folder named by the first argument. */
  public static void main(String[] arguments) throws Exception {
    for (Oddity oddity : Oddity.values()) {
      var types = types(oddity);
      try (var recording = new Recording()) {
        types.forEach(type -> recording.enable(type.getEventType().getName()));
        recording.start();
        for (EventFactory type : types) {
          emit(type, oddity);
        }
        recording.stop();
        recording.dump(oddity.file(Path.of(arguments[0])));
      }
      types.forEach(EventFactory::unregister);
    }
  }

  private static List<EventFactory> types(Oddity oddity) throws IllegalAccessException {
    var types = new ArrayList<EventFactory>();
    for (Class<?> type : EventSchema.class.getDeclaredClasses()) {
      if (type != EventSchema.Common.class) {
        types.add(type(type, oddity));
      }
    }
    return types;
  }

  private static EventFactory type(Class<?> names, Oddity oddity) throws IllegalAccessException {
    var fields = new ArrayList<ValueDescriptor>();
    String name = "";
    for (Field field : names.getFields()) {
      String value = (String) field.get(null);
      if (field.getName().equals("TYPE")) {
        name = value;
      } else if (oddity == Oddity.TIMESPAN) {
        fields.add(
            new ValueDescriptor(
                oddity.type,
                value,
                List.of(new AnnotationElement(Timespan.class, Timespan.NANOSECONDS))));
      } else if (oddity != Oddity.NO_FIELDS) {
        fields.add(new ValueDescriptor(oddity.type, value));
      }
    }
    return EventFactory.create(List.of(new AnnotationElement(Name.class, name)), fields);
  }

  private static void emit(EventFactory type, Oddity oddity) throws IOException {
    int fields = (int) type.getEventType().getFields().stream().filter(f -> isOurs(f, oddity)).count();
    for (int i = 0; i < EVENTS; i++) {
      Event event = type.newEvent();
      event.begin();
      for (int field = 0; oddity != Oddity.NO_FIELDS && field < fields; field++) {
        event.set(field, value(oddity, i));
      }
      event.commit();
    }
  }

  private static boolean isOurs(ValueDescriptor field, Oddity oddity) {
    return !List.of("startTime", "duration", "eventThread", "stackTrace").contains(field.getName())
        && field.getTypeName().equals(oddity.type.getTypeName());
  }

  private static Object value(Oddity oddity, int number) {
    return switch (oddity) {
      case NULL_TEXT, NO_FIELDS -> null;
      case TEXT -> number % 2 == 0 ? "" : "<b>[x](y)\"{p99}";
      case FLAG -> number % 2 == 0;
      case PLAIN_NUMBER, TIMESPAN -> number % 3 == 0 ? Long.MIN_VALUE : Long.MAX_VALUE - number;
      case NO_NUMBER -> number % 2 == 0 ? Double.NaN : Double.NEGATIVE_INFINITY;
    };
  }
}
