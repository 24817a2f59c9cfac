// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrintableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001B[31mwidget\u001B[0m",
        "wid\u0000get",
        "wid\u0007get",
        "\u001B]0;title\u0007widget",
        "\u009B2Jwidget",
        "widg\u202Eet",
        "widget\uD800",
        "\u001B(Bwidget"
      })
  void of_hostileText_keepsWhatIsVisible(String text) {
    assertThat(Printable.of(text)).isEqualTo("widget");
  }

  @Test
  void of_lineBreaks_becomeBlanks() {
    assertThat(Printable.of("a\nb\tc")).isEqualTo("a b c");
  }

  @Test
  void of_otherScripts_areKept() {
    assertThat(Printable.of("größe 補完")).isEqualTo("größe 補完");
  }

  @Test
  void of_longText_isCut() {
    assertThat(Printable.of("x".repeat(5_000))).hasSize(200).endsWith("…");
  }
}
