// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyReaderTest {

  /** What was typed, and nothing after it. */
  private static KeyReader typing(String text) {
    var characters = text.chars().iterator();
    return new KeyReader(
        timeout -> characters.hasNext() ? characters.nextInt() : KeyReader.Characters.NOTHING_YET);
  }

  @ParameterizedTest
  @CsvSource({
    "[A, UP", "OA, UP", "[B, DOWN", "OB, DOWN", "[5~, PAGE_UP", "[6~, PAGE_DOWN", "[H, HOME",
    "OH, HOME", "[1~, HOME", "[7~, HOME", "[F, END", "OF, END", "[4~, END", "[8~, END",
    "[1;5A, UP", "[C, OTHER", "[15~, OTHER"
  })
  void read_sequence_isOneKey(String sequence, Key.Kind kind) throws IOException {
    var reader = typing("\u001b" + sequence + "q");

    assertThat(reader.read()).contains(Key.of(kind));
    assertThat(reader.read()).contains(new Key(Key.Kind.CHARACTER, 'q'));
    assertThat(reader.read()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b", "\u001b[", "\u001b[1", "\u001bx", "\t", "\u001a"})
  void read_brokenSequenceOrControl_isOther(String text) throws IOException {
    assertThat(typing(text).read()).contains(Key.of(Key.Kind.OTHER));
  }

  @ParameterizedTest
  @ValueSource(ints = {KeyReader.Characters.END, 3})
  void read_endOrControlC_interrupts(int character) throws IOException {
    assertThat(new KeyReader(timeout -> character).read()).contains(Key.of(Key.Kind.INTERRUPT));
  }
}
