// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.AbstractRule;
import org.openjdk.jmc.flightrecorder.rules.DependsOn;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit.EventAvailability;

/** What JMC asks of every rule; a rule that breaks some of it stops JMC from opening recordings. */
final class RuleContractTest {

  private static final int JAVA_17 = 61;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
  private static final Set<String> COMMON = Set.of("none", "threshold");
  private static final Set<String> TOPICS =
      Set.of(
          "lle",
          "lle.keystrokes",
          "lle.operations",
          "lle.caches",
          "lle.pools",
          "lle.tuning",
          "lle.resources");
  private static final Pattern ARGUMENT = Pattern.compile("\\d");

  static Stream<IRule> rules() {
    return ServiceLoader.load(IRule.class).stream().map(ServiceLoader.Provider::get);
  }

  @Test
  void registry_classPath_holdsEveryRuleOfThePackage() throws Exception {
    var classes = Path.of(LineEditorRule.class.getResource("LineEditorRule.class").toURI());
    try (var files = Files.list(classes.getParent())) {
      var rules =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("Rule.class"))
              .filter(name -> !name.equals("LineEditorRule.class"))
              .map(name -> "org.lusush.lle.jmc." + name.replace(".class", ""))
              .toList();

      assertThat(rules).hasSizeGreaterThanOrEqualTo(14);
      assertThat(RuleRegistry.getRules())
          .extracting(rule -> rule.getClass().getName())
          .containsExactlyInAnyOrderElementsOf(rules);
    }
    assertThat(RuleRegistry.getRules()).extracting(IRule::getId).doesNotHaveDuplicates();
    assertThat(RuleRegistry.getRules()).extracting(IRule::getTopic).containsAll(TOPICS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void identity_everyRule_isComplete(IRule rule) {
    assertThat(rule.getId()).matches("[A-Za-z]+");
    assertThat(rule.getName()).isNotBlank();
    assertThat(TOPICS).contains(rule.getTopic());
    assertThat(rule.getClass()).isPublic().isFinal();
    assertThat(rule.getClass().isAnnotationPresent(DependsOn.class)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void constructor_everyRule_isPublicAndTakesNothing(IRule rule) throws Exception {
    assertThat(rule.getClass().getConstructor().newInstance().getId()).isEqualTo(rule.getId());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void fields_everyRule_areFinal(IRule rule) {
    for (Class<?> c = rule.getClass(); c != AbstractRule.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        assertThat(Modifier.isFinal(field.getModifiers())).as(field.toString()).isTrue();
        assertThat(
                Modifier.isStatic(field.getModifiers())
                    || field.getType() == String.class
                    || field.getType() == boolean.class)
            .as(field.toString())
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void classFile_everyRule_runsOnJava17(IRule rule) throws IOException {
    String file = rule.getClass().getSimpleName() + ".class";

    try (var in = new DataInputStream(rule.getClass().getResourceAsStream(file))) {
      in.readInt();
      in.readUnsignedShort();
      assertThat(in.readUnsignedShort()).isLessThanOrEqualTo(JAVA_17);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void preferences_everyRule_haveNamesAndSurviveStorage(IRule rule) throws Exception {
    assertThat(rule.getConfigurationAttributes()).isNotEmpty();
    for (TypedPreference<?> preference : rule.getConfigurationAttributes()) {
      assertThat(preference.getIdentifier()).startsWith("lle.");
      assertThat(preference.getName()).isNotBlank();
      assertThat(preference.getDescription()).isNotBlank();
      assertStored(preference);
    }
  }

  private static <T> void assertStored(TypedPreference<T> preference) throws Exception {
    var stored = preference.getPersister().persistableString(preference.getDefaultValue());

    assertThat(preference.getPersister().parsePersisted(stored))
        .isEqualTo(preference.getDefaultValue());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void results_everyRule_areTypedAndIncludeTheScore(IRule rule) {
    assertThat(rule.getResults()).contains(TypedResult.SCORE).doesNotHaveDuplicates();
    for (TypedResult<?> result : rule.getResults()) {
      assertThat(result.getResultClass()).isNotNull();
      assertThat(result.getName()).isNotBlank();
      assertThat(result.getDescription()).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void requiredEvents_everyRule_nameWhatIsReadAndRequireNothing(IRule rule) {
    assertThat(rule.getRequiredEvents())
        .isNotEmpty()
        .allSatisfy(
            (type, availability) -> {
              assertThat(type).matches("(lle|jdk)\\.\\w+");
              assertThat(availability).isEqualTo(EventAvailability.UNKNOWN);
            });
    assertThat(rule.getRequiredEvents().keySet()).anyMatch(type -> type.startsWith("lle."));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void texts_everyRule_useOnlyWhatTheRuleFillsIn(IRule rule) {
    var known = new HashSet<String>();
    rule.getResults().forEach(result -> known.add(result.getIdentifier()));
    rule.getConfigurationAttributes().forEach(preference -> known.add(preference.getIdentifier()));
    var prefix = prefix(rule);
    var texts = ResourceBundle.getBundle("org.lusush.lle.jmc.texts");

    texts.keySet().stream()
        .filter(key -> key.startsWith(prefix + "."))
        .forEach(
            key ->
                assertThat(PLACEHOLDER.matcher(texts.getString(key)).results())
                    .as(key)
                    .allSatisfy(match -> assertKnown(match.group(1), known)));
  }

  /** A placeholder is a result, a preference, or an argument of the rule's own. */
  private static void assertKnown(String placeholder, Set<String> known) {
    if (!ARGUMENT.matcher(placeholder).matches()) {
      assertThat(known).contains(placeholder);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void texts_everyRule_sayWhatTheScoreMeansAndWhatToDo(IRule rule) {
    var texts = ResourceBundle.getBundle("org.lusush.lle.jmc.texts");
    var prefix = prefix(rule);

    assertThat(texts.getString(prefix + ".explanation")).contains("0 is best and 100 is worst");
    assertThat(texts.getString(prefix + ".explanation")).hasSizeGreaterThan(200);
    assertThat(texts.getString(prefix + ".over.solution")).isNotBlank();
    assertThat(texts.getString(prefix + ".ok.solution")).isEqualTo("Nothing to do.");
    assertThat(texts.getString(prefix + ".over.summary")).hasSizeLessThan(200);
  }

  @Test
  void texts_everyText_survivesJmcsReports() {
    var texts = ResourceBundle.getBundle("org.lusush.lle.jmc.texts");

    for (String key : texts.keySet()) {
      assertThat(texts.getString(key))
          .as(key)
          .isNotBlank()
          .doesNotContainPattern("[\"\\\\\\[\\]\\p{Cntrl}]");
    }
  }

  @Test
  void texts_everyKey_belongsToARule() {
    var prefixes = new HashSet<>(COMMON);
    rules().map(RuleContractTest::prefix).forEach(prefixes::add);

    assertThat(ResourceBundle.getBundle("org.lusush.lle.jmc.texts").keySet())
        .allSatisfy(key -> assertThat(prefixes).contains(key.substring(0, key.indexOf('.'))));
  }

  private static String prefix(IRule rule) {
    var texts = ResourceBundle.getBundle("org.lusush.lle.jmc.texts");
    return texts.keySet().stream()
        .filter(key -> key.endsWith(".name") && texts.getString(key).equals(rule.getName()))
        .map(key -> key.substring(0, key.indexOf('.')))
        .findFirst()
        .orElseThrow();
  }
}
