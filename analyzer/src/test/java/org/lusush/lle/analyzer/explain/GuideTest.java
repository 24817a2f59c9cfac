// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.schema.EventSchema;

final class GuideTest {

  private static final Pattern EVENT_AND_FIELDS = Pattern.compile("(lle\\.\\w+)(?:: ([^:]*))?");

  static List<String> names() {
    return Guide.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void find_everyName_isKnown(String name) {
    Guide.Entry entry = Guide.find(name).orElseThrow();

    assertThat(entry.what()).endsWith(".");
    assertThat(entry.slow()).isNotEmpty();
    assertThat(entry.events()).isNotEmpty();
  }

  @Test
  void names_areKeystrokesAndEveryTypeOfOperation() {
    assertThat(Guide.names()).hasSize(1 + OperationType.values().length).contains("keystroke");
  }

  @ParameterizedTest
  @MethodSource("names")
  void find_events_areThoseOfTheSchema(String name) throws ReflectiveOperationException {
    Map<String, Set<String>> schema = schema();

    for (String event : Guide.find(name).orElseThrow().events()) {
      Matcher matcher = EVENT_AND_FIELDS.matcher(event);
      if (matcher.matches()) {
        assertThat(schema).containsKey(matcher.group(1));
        assertThat(schema.get(matcher.group(1))).containsAll(fields(matcher.group(2)));
      }
    }
  }

  /** Returns the words of a list that are fields by their look: those before any prose. */
  private static List<String> fields(String list) {
    return list == null
        ? List.of()
        : Arrays.stream(list.split(", "))
            .filter(word -> word.matches("[a-z][A-Za-z0-9]*"))
            .filter(word -> !word.equals("duration"))
            .toList();
  }

  private static Map<String, Set<String>> schema() throws ReflectiveOperationException {
    Map<String, Set<String>> schema = new HashMap<>();
    for (Class<?> event : EventSchema.class.getDeclaredClasses()) {
      Set<String> values =
          Arrays.stream(event.getDeclaredFields())
              .filter(field -> field.getType() == String.class)
              .map(GuideTest::value)
              .collect(Collectors.toSet());
      values.stream().filter(v -> v.startsWith("lle.")).forEach(type -> schema.put(type, values));
    }
    return schema;
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"completion search", "COMPLETION_SEARCH", " completion-search "})
  void find_wordsHoweverPutTogether_areFound(String name) {
    assertThat(Guide.find(name).orElseThrow().name()).isEqualTo("completion search");
  }

  @ParameterizedTest
  @CsvSource({
    "complet-serch, completion search",
    "keystrok, keystroke",
    "highlight, syntax highlight",
    "dispaly render, display render"
  })
  void similar_mistyped_isWhatWasMeant(String name, String meant) {
    assertThat(Guide.similar(name).get(0)).isEqualTo(meant);
  }

  @Test
  void similar_nothingLikeIt_isNothing() {
    assertThat(Guide.similar("xyzzy")).isEmpty();
  }
}
