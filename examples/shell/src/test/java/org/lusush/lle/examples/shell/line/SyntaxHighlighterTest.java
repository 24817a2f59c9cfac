// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.examples.shell.builtin.Builtins;
import org.lusush.lle.examples.shell.command.CommandIndex;
import org.lusush.lle.examples.shell.command.DirectoryScanner;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.line.Palette.Element;
import org.lusush.lle.examples.shell.syntax.RandomLines;

final class SyntaxHighlighterTest {
  @TempDir Path directory;
  private final Palette palette = Palette.shipped();
  private SyntaxHighlighter highlighter;

  @BeforeEach
  void open() throws IOException {
    ShellState state = new ShellState(Map.of("HOME", directory.toString()), directory);
    state.aliases().put("ll", "ls -l");
    Files.createFile(directory.resolve("there"));
    Path program = Files.createFile(directory.resolve("prog"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    CommandIndex index = new CommandIndex(directory::toString, DirectoryScanner.ofFileSystem());
    highlighter = new SyntaxHighlighter(Builtins.in(state, index), palette);
  }

  @Test
  void highlight_commandNames_showWhatTheyAre() {
    assertStyle("prog x", "prog", palette.style(Element.COMMAND));
    assertStyle("./prog x", "./prog", palette.style(Element.COMMAND));
    assertStyle("cd x", "cd", palette.style(Element.BUILTIN));
    assertStyle("ll x", "ll", palette.style(Element.ALIAS));
    assertStyle("nope x", "nope", palette.style(Element.UNKNOWN));
    assertStyle("cd x | prog", "prog", palette.style(Element.COMMAND));
  }

  @Test
  void highlight_arguments_showWhatTheyAre() {
    assertStyle("cd -x", "-x", palette.style(Element.OPTION));
    assertStyle("cd 'q", "'q", palette.style(Element.QUOTED));
    assertStyle("cd \"a $v\"", "$v", palette.style(Element.VARIABLE));
    assertStyle("cd there", "there", AttributedStyle.DEFAULT.underline());
    assertStyle("cd ~/there", "~/there", AttributedStyle.DEFAULT.underline());
    assertStyle("cd missing", "missing", AttributedStyle.DEFAULT);
    assertStyle("cd a | cd", "|", palette.style(Element.OPERATOR));
    assertStyle("cd # why", "# why", palette.style(Element.COMMENT));
    assertStyle("cd a &", "&", palette.style(Element.UNKNOWN));
  }

  @Test
  void highlight_anyText_keepsItExactly() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String line = RandomLines.next(random);
      assertThat(highlighter.highlight(line).toString()).isEqualTo(line);
    }
  }

  @Test
  void palette_everyElement_hasAStyle() {
    for (Element element : Element.values()) {
      assertThat(palette.style(element)).as(element.name()).isNotEqualTo(AttributedStyle.DEFAULT);
    }
  }

  private void assertStyle(String line, String piece, AttributedStyle style) {
    AttributedString coloured = highlighter.highlight(line);
    int start = line.lastIndexOf(piece);
    for (int i = start; i < start + piece.length(); i++) {
      assertThat(coloured.styleAt(i)).as("%s at %d", line, i).isEqualTo(style);
    }
  }
}
