// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jfr.Category;
import jdk.jfr.ContentType;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Experimental;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lusush.lle.events.schema.EventSchema;

/** What every event type owes to the tools that show it. */
final class EventContractTest {

  static Stream<Class<? extends Event>> eventTypes() {
    return EventTypes.ALL.stream();
  }

  @Test
  void eventTypes_list_holdsEveryEventClassOfTheModule() throws IOException {
    var listed = EventTypes.ALL.stream().map(Class::getSimpleName).toList();

    try (var files = Files.walk(Path.of("src/main/java"))) {
      var written =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("Event.java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .toList();
      assertThat(listed).containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @ParameterizedTest
  @MethodSource("eventTypes")
  void eventType_annotations_nameLabelDescribeAndCategorizeIt(Class<? extends Event> type) {
    assertThat(type).isFinal().isPublic();
    assertThat(type.getAnnotation(Name.class).value()).startsWith("lle.");
    assertThat(type.getAnnotation(Label.class).value()).isNotBlank();
    assertThat(type.getAnnotation(Description.class).value()).isNotBlank();
    assertThat(type.getAnnotation(Category.class).value()).containsExactly(EventSchema.CATEGORY);
    assertThat(type.getAnnotation(StackTrace.class).value()).isFalse();
    assertThat(type.getAnnotation(Experimental.class)).isNull();
  }

  @ParameterizedTest
  @MethodSource("eventTypes")
  void eventField_annotations_labelAndDescribeIt(Class<? extends Event> type) {
    assertThat(fields(type))
        .allSatisfy(
            field -> {
              assertThat(field.getAnnotation(Label.class)).as("label of %s", field).isNotNull();
              assertThat(field.getAnnotation(Description.class))
                  .as("description of %s", field)
                  .isNotNull();
            });
  }

  @ParameterizedTest
  @MethodSource("eventTypes")
  void eventField_numberOrFlag_hasExactlyOneContentType(Class<? extends Event> type) {
    assertThat(fields(type))
        .filteredOn(field -> field.getType().isPrimitive())
        .allSatisfy(field -> assertThat(contentTypes(field)).as("of %s", field).hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("eventTypes")
  void eventField_type_isOneThatEveryReaderReads(Class<? extends Event> type) {
    assertThat(fields(type))
        .allSatisfy(
            field ->
                assertThat(field.getType())
                    .as("%s: JMC misreads byte", field)
                    .isIn(long.class, int.class, boolean.class, double.class, String.class));
    assertThat(fields(type))
        .filteredOn(field -> field.isAnnotationPresent(Timespan.class))
        .allSatisfy(
            field ->
                assertThat(field.getAnnotation(Timespan.class).value())
                    .as("%s: JMC loses the unit of others", field)
                    .isEqualTo(Timespan.NANOSECONDS));
  }

  @ParameterizedTest
  @MethodSource("eventTypes")
  void schema_fields_equalThoseOfTheEvent(Class<? extends Event> type) throws Exception {
    var names =
        Class.forName(
            EventSchema.class.getName() + "$" + type.getSimpleName().replaceFirst("Event$", ""));

    var constants = new ArrayList<Object>();
    for (var constant : names.getFields()) {
      if (!constant.getName().equals("TYPE")) {
        constants.add(constant.get(null));
      }
    }

    assertThat(names.getField("TYPE").get(null)).isEqualTo(type.getAnnotation(Name.class).value());
    assertThat(constants)
        .containsExactlyElementsOf(fields(type).stream().map(Field::getName).toList());
  }

  @Test
  void eventTypes_periodic_areTheFiguresAndTheSession() {
    var periodic =
        EventTypes.ALL.stream().filter(type -> type.isAnnotationPresent(Period.class)).toList();

    assertThat(Set.copyOf(periodic))
        .isEqualTo(
            Set.of(
                OperationStatisticsEvent.class,
                LatencyHistogramEvent.class,
                ProfilerOverheadEvent.class,
                CacheStatisticsEvent.class,
                PoolStatisticsEvent.class,
                AllocationPatternEvent.class,
                ResourceUsageEvent.class,
                ResourceForecastEvent.class,
                TargetStatusEvent.class,
                SessionEvent.class));
  }

  static List<Field> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .toList();
  }

  private static List<String> contentTypes(Field field) {
    return Arrays.stream(field.getAnnotations())
        .filter(annotation -> annotation.annotationType().isAnnotationPresent(ContentType.class))
        .map(annotation -> annotation.annotationType().getSimpleName())
        .toList();
  }
}
