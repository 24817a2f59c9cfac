// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.examples.shell.syntax.Lexer;
import org.lusush.lle.examples.shell.syntax.Script.Word;

final class WordExpanderTest {
  @TempDir Path directory;
  private ShellState state;

  @BeforeEach
  void open() throws IOException {
    state = new ShellState(Map.of("HOME", "/home/me", "TWO", "a  b", "STAR", "*.txt"), directory);
    Files.createFile(directory.resolve("one.txt"));
    Files.createFile(directory.resolve("two words.txt"));
    Files.createFile(directory.resolve(".hidden.txt"));
    Files.createDirectories(directory.resolve("sub/deep"));
    Files.createFile(directory.resolve("sub/deep/x.md"));
  }

  @Test
  void fields_quotesAndEscapes_areTakenOff() {
    assertThat(expand("a\\ b'c d'\"e $HOME\"")).containsExactly("a bc de /home/me");
  }

  @Test
  void fields_unquotedVariable_isSplit() {
    assertThat(expand("$TWO")).containsExactly("a", "b");
    assertThat(expand("x$TWO-y")).containsExactly("xa", "b-y");
  }

  @Test
  void fields_quotedVariable_isKept() {
    assertThat(expand("\"$TWO\"")).containsExactly("a  b");
  }

  @Test
  void fields_emptyVariable_vanishesUnlessQuoted() {
    assertThat(expand("$NONE")).isEmpty();
    assertThat(expand("\"$NONE\"")).containsExactly("");
    assertThat(expand("''")).containsExactly("");
  }

  @Test
  void fields_tilde_isHomeOnlyInFront() {
    assertThat(expand("~")).containsExactly("/home/me");
    assertThat(expand("~/x")).containsExactly("/home/me/x");
    assertThat(expand("x~")).containsExactly("x~");
    assertThat(expand("'~'")).containsExactly("~");
  }

  @Test
  void fields_glob_matchesSortedWithoutHidden() {
    assertThat(expand("*.txt")).containsExactly("one.txt", "two words.txt");
    assertThat(expand(".h*")).containsExactly(".hidden.txt");
    assertThat(expand("s?b/*/*.md")).containsExactly("sub/deep/x.md");
    assertThat(expand(directory + "/o*")).containsExactly(directory + "/one.txt");
    assertThat(expand("*/")).containsExactly("sub/");
  }

  @Test
  void fields_globInVariable_isActiveUnlessQuoted() {
    assertThat(expand("$STAR")).containsExactly("one.txt", "two words.txt");
    assertThat(expand("\"$STAR\"")).containsExactly("*.txt");
    assertThat(expand("\\*.txt")).containsExactly("*.txt");
  }

  @Test
  void fields_globWithoutMatch_staysAsWritten() {
    assertThat(expand("*.none")).containsExactly("*.none");
  }

  @Test
  void fields_specialVariables_areKnown() {
    state.setStatus(3);

    assertThat(expand("$?:$0:${HOME}x")).containsExactly("3:lle-shell:/home/mex");
    assertThat(expand("$$")).containsExactly(Long.toString(ProcessHandle.current().pid()));
  }

  private List<String> expand(String word) {
    return new WordExpander(state).fields(new Word(Lexer.lex(word).get(0).parts()));
  }
}
