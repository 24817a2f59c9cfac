// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordedTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"self-insert", "_complete_help", "completion search", "größer", "補完"})
  void of_ordinaryName_staysAsItIs(String name) {
    assertThat(RecordedText.of(name, "no name")).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "<b>, ?b?",
    "[a](b), ?a??b?",
    "{p99}, ?p99?",
    "a\\b, a?b",
    "a\"b, a?b",
    "a'b&c, a?b?c",
  })
  void of_markup_losesIt(String name, String harmless) {
    assertThat(RecordedText.of(name.replace("''", "'"), "no name")).isEqualTo(harmless);
  }

  @Test
  void of_controlsAndLoneSurrogates_losesThem() {
    assertThat(RecordedText.of("a\n\t\0\u202e\ud800\ufffeb", "no name")).isEqualTo("a??????b");
  }

  @Test
  void of_blank_isNamed() {
    assertThat(RecordedText.of(" \n", "no name")).isEqualTo("no name");
  }

  @Test
  void of_longName_isCut() {
    assertThat(RecordedText.of("x".repeat(1_000), "no name")).isEqualTo("x".repeat(60) + "…");
  }
}
