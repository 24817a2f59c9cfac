// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.examples.shell.builtin.Builtins;
import org.lusush.lle.examples.shell.command.CommandIndex;
import org.lusush.lle.examples.shell.command.DirectoryScanner;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.syntax.RandomLines;

final class ShellCompleterTest {
  @TempDir Path directory;
  private ShellCompleter completer;

  @BeforeEach
  void open() throws IOException {
    ShellState state =
        new ShellState(Map.of("HOME", directory.toString(), "HOST", "here"), directory);
    state.aliases().put("ll", "ls -l");
    Files.createDirectories(directory.resolve("My Documents/inner"));
    Files.createFile(directory.resolve("My Music"));
    Files.createFile(directory.resolve("README.md"));
    Files.createFile(directory.resolve(".hidden"));
    Path program = Files.createFile(directory.resolve("prog"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    CommandIndex index = new CommandIndex(directory::toString, DirectoryScanner.ofFileSystem());
    completer = new ShellCompleter(Builtins.in(state, index));
  }

  @Test
  void complete_commandName_offersAllKinds() {
    assertThat(values("p")).containsExactlyInAnyOrder("pwd", "prog");
    assertThat(values("HIS")).containsExactly("history");
    assertThat(values("x | ll")).containsExactly("ll");
    assertThat(candidates("pwd").get(0).descr()).isEqualTo("Writes the current directory");
  }

  @Test
  void complete_commandPath_offersProgramsAndDirectories() {
    assertThat(values("./")).containsExactlyInAnyOrder("./My\\ Documents/", "./prog");
  }

  @Test
  void complete_file_isQuotedAsBegun() {
    assertThat(values("cat my")).containsExactlyInAnyOrder("My\\ Documents/", "My\\ Music");
    assertThat(values("cat \"My M")).containsExactly("\"My Music\"");
    assertThat(values("cat 'My D")).containsExactly("'My Documents/");
    assertThat(values("cat My\\ D")).containsExactly("My\\ Documents/");
    assertThat(values("cat ~/R")).containsExactly("~/README.md");
    assertThat(values("cat $HOME/R")).containsExactly("$HOME/README.md");
    assertThat(values("cat 'My Documents/")).containsExactly("'My Documents/inner/");
    assertThat(values("cat > R")).containsExactly("README.md");
    assertThat(values("X=R")).containsExactly("X=README.md");
  }

  @Test
  void complete_file_hidesDotFilesUntilAsked() {
    assertThat(values("cat ")).doesNotContain(".hidden");
    assertThat(values("cat .h")).containsExactly(".hidden");
  }

  @Test
  void complete_directory_isNotComplete() {
    assertThat(candidates("cat My\\ D").get(0).complete()).isFalse();
    assertThat(candidates("cat R").get(0).complete()).isTrue();
  }

  @Test
  void complete_cd_offersOnlyDirectories() {
    assertThat(values("cd ")).containsExactly("My\\ Documents/");
  }

  @Test
  void complete_variable_keepsItsForm() {
    assertThat(values("echo $HO")).containsExactlyInAnyOrder("$HOME", "$HOST");
    assertThat(values("echo \"a ${HOM")).containsExactly("\"a ${HOME}");
    assertThat(values("unset HOS")).contains("HOST");
  }

  @Test
  void complete_option_comesFromTheTable() {
    assertThat(values("ls --rev")).contains("--reverse");
    assertThat(values("ll --rev")).contains("--reverse");
    assertThat(values("git che")).contains("checkout", "cherry-pick");
    assertThat(values("git commit --am")).contains("--amend").doesNotContain("--version");
  }

  @Test
  void complete_comment_offersNothing() {
    assertThat(values("ls # re")).isEmpty();
  }

  @Test
  void complete_anyText_throwsNothing() {
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      String line = RandomLines.next(random);
      int cursor = random.nextInt(line.length() + 1);
      ParsedLine parsed = new ShellLineParser().parse(line, cursor, ParseContext.COMPLETE);
      completer.complete(null, parsed, new ArrayList<>());
      assertThat(line.substring(0, cursor)).endsWith(parsed.word());
    }
  }

  @Test
  void parse_unfinishedLine_goesOn() {
    ShellLineParser parser = new ShellLineParser();

    assertThat(parser.parse("echo a |", 8, ParseContext.COMPLETE).word()).isEmpty();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> parser.parse("echo 'a", 7, ParseContext.ACCEPT_LINE))
        .isInstanceOfSatisfying(
            EOFError.class, error -> assertThat(error.getMissing()).isEqualTo("quote"));
  }

  private List<String> values(String line) {
    return candidates(line).stream().map(Candidate::value).toList();
  }

  private List<Candidate> candidates(String line) {
    List<Candidate> candidates = new ArrayList<>();
    completer.complete(
        null, new ShellLineParser().parse(line, line.length(), ParseContext.COMPLETE), candidates);
    return candidates;
  }
}
