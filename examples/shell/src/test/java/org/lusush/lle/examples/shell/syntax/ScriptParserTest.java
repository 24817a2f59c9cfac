// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.examples.shell.syntax.Script.Channel;
import org.lusush.lle.examples.shell.syntax.Script.Command;
import org.lusush.lle.examples.shell.syntax.Script.Connector;
import org.lusush.lle.examples.shell.syntax.Script.Redirect;
import org.lusush.lle.examples.shell.syntax.Script.Step;

final class ScriptParserTest {

  @Test
  void parse_sequence_keepsConnectors() throws SyntaxException {
    Script script = ScriptParser.parse("a && b || c; d\ne");

    assertThat(script.steps())
        .extracting(Step::connector)
        .containsExactly(
            Connector.ALWAYS,
            Connector.ON_SUCCESS,
            Connector.ON_FAILURE,
            Connector.ALWAYS,
            Connector.ALWAYS);
  }

  @Test
  void parse_pipeline_keepsCommandsAndNegation() throws SyntaxException {
    Script.Pipeline pipeline = ScriptParser.parse("! a | b |\n c").steps().get(0).pipeline();

    assertThat(pipeline.negated()).isTrue();
    assertThat(pipeline.commands()).hasSize(3);
  }

  @Test
  void parse_redirects_keepsChannels() throws SyntaxException {
    Command command = command("sort <in >out 2>>err");

    assertThat(command.words()).hasSize(1);
    assertThat(command.redirects())
        .extracting(Redirect::channel)
        .containsExactly(Channel.INPUT, Channel.OUTPUT, Channel.ERROR_APPENDED);
  }

  @Test
  void parse_assignment_splitsNameAndValue() throws SyntaxException {
    Command command = command("NAME=\"a b\"c run");

    assertThat(command.assignments().get(0).name()).isEqualTo("NAME");
    assertThat(command.assignments().get(0).value().parts())
        .extracting(Part::text)
        .containsExactly("", "a b", "c");
  }

  @Test
  void parse_blankOrComment_isEmpty() throws SyntaxException {
    for (String line : List.of("", "  \t", "# nothing", "\n\n")) {
      assertThat(ScriptParser.parse(line).steps()).as(line).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "echo 'a, quote",
        "echo \"a, dquote",
        "echo a |, pipe",
        "a &&, command",
        "a ||, command",
        "echo ${a, brace",
        "echo a\\, line"
      })
  void parse_unfinishedLine_saysWhatIsMissing(String line, String missing) {
    assertThat(failure(line).missing()).isEqualTo(missing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| a",
        "a | | b",
        "; a",
        "a >",
        "a > | b",
        "a &",
        "(a)",
        "a << b",
        "echo `a`",
        "echo $(a)",
        "echo ${a-b}"
      })
  void parse_wrongLine_isRefusedInOneSentence(String line) {
    SyntaxException failure = failure(line);

    assertThat(failure.missing()).isNull();
    assertThat(failure.getMessage()).endsWith(".").doesNotContain("\n");
  }

  @Test
  void parse_anyText_throwsNothingElse() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      try {
        ScriptParser.parse(RandomLines.next(random));
      } catch (SyntaxException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void expandAliases_nameOfCommand_isReplacedOnceAndOnlyThere() {
    var aliases = java.util.Map.of("ls", "ls --color", "ll", "ls -l", "x", "y");

    assertThat(Aliases.expand("ll ll | ls; echo x && x", aliases))
        .isEqualTo("ls --color -l ll | ls --color; echo x && y");
    assertThat(Aliases.expand("'ll' \\ls", aliases)).isEqualTo("'ll' \\ls");
  }

  private static Command command(String line) throws SyntaxException {
    return ScriptParser.parse(line).steps().get(0).pipeline().commands().get(0);
  }

  private static SyntaxException failure(String line) {
    return catchThrowableOfType(SyntaxException.class, () -> ScriptParser.parse(line));
  }
}
