// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.examples.shell.Options.WrongOptionException;

final class OptionsTest {

  @Test
  void parse_allOptions_areTaken() throws WrongOptionException {
    Options options =
        Options.parse(
            "--history",
            "h",
            "--inputrc",
            "i",
            "--no-banner",
            "--slow-completer",
            "25",
            "-c",
            "echo x");

    assertThat(options)
        .isEqualTo(
            new Options(
                Options.Mode.RUN, Path.of("h"), Path.of("i"), false, true, 0, 25, "echo x"));
  }

  @Test
  void parse_unknownOption_isOneSentence() {
    assertThatThrownBy(() -> Options.parse("--nope"))
        .hasMessage("lle-shell: unknown option --nope; --help lists the options.");
    assertThatThrownBy(() -> Options.parse("-c")).hasMessage("lle-shell: -c needs a value.");
    assertThatThrownBy(() -> Options.parse("--slow-completer", "soon"))
        .hasMessage("lle-shell: --slow-completer needs a number over 0.");
  }

  @Test
  void branch_worktreeFileAndDetachedHead_areRead(@TempDir Path directory) throws Exception {
    Files.createDirectories(directory.resolve("real"));
    Files.writeString(directory.resolve("real/HEAD"), "0123456789abcdef\n");
    Files.createDirectories(directory.resolve("tree/sub"));
    Files.writeString(directory.resolve("tree/.git"), "gitdir: ../real\n");

    assertThat(GitBranch.of(directory.resolve("tree/sub"))).contains("0123456");
    assertThat(GitBranch.of(directory)).isEmpty();
  }

  @Test
  void duration_text_fitsItsSize() {
    assertThat(Prompt.text(Duration.ofMillis(1234))).isEqualTo("1.2 s");
    assertThat(Prompt.text(Duration.ofSeconds(75))).isEqualTo("1 min 15 s");
    assertThat(Prompt.text(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
  }
}
