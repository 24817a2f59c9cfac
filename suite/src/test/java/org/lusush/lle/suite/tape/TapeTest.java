// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.testkit.Key;
import org.lusush.lle.testkit.Keystroke;

final class TapeTest {

  @TempDir private Path folder;

  @Test
  void parse_textAndKeys_areStepsInTheirOrder() throws Exception {
    var tape = parse("Type \"hé\" Tab\nLeft 2\nCtrl+R\nAlt+b # a word back\nShift+Tab\nEnter");

    assertThat(keys(tape))
        .containsExactly(
            Keystroke.ofCharacter('h'),
            Keystroke.ofCharacter('é'),
            Key.TAB.keystroke(),
            Key.LEFT.keystroke(),
            Key.LEFT.keystroke(),
            Keystroke.ofControl('R'),
            Keystroke.ofAlt('b'),
            keys(parse("Shift+Tab")).get(0),
            Key.ENTER.keystroke());
    assertThat(tape.keystrokes()).isEqualTo(9);
  }

  @Test
  void parse_speeds_holdFromThereOnOrForOneCommand() throws Exception {
    var tape = parse("Type 'a'\nSet TypingSpeed 0.1\nType 'b'\nType@20ms 'c'\nTab@2s 2\nType 'd'");

    assertThat(paces(tape)).containsExactly(50L, 100L, 20L, 2_000L, 2_000L, 100L);
  }

  @Test
  void parse_waits_haveTheirPatternScopeAndTimeout() throws Exception {
    var tape =
        parse(
            "Set WaitPattern /sql> *$/\nSet WaitTimeout 7s\nEnter\nWait\nWait@500ms /a\\/b/\n"
                + "Wait+Screen /World/\nWait+Line@1m");

    var waits = tape.steps().stream().filter(Step.Wait.class::isInstance).toList();
    assertThat(waits)
        .extracting(step -> ((Step.Wait) step).pattern().pattern())
        .containsExactly("sql> *$", "a/b", "World", "sql> *$");
    assertThat(waits)
        .extracting(step -> ((Step.Wait) step).timeout().toMillis())
        .containsExactly(7_000L, 500L, 7_000L, 60_000L);
    assertThat(waits)
        .extracting(step -> ((Step.Wait) step).wholeScreen())
        .containsExactly(false, false, true, false);
    assertThat(waits)
        .extracting(step -> ((Step.Wait) step).forPrompt())
        .containsExactly(true, false, false, true);
    assertThat(tape.prompt().pattern().pattern()).isEqualTo("sql> *$");
  }

  @Test
  void parse_copyAndPaste_isOneKeystroke() throws Exception {
    var tape = parse("Copy `say \"it's\"`\nPaste\nEnter");

    assertThat(keys(tape))
        .containsExactly(Keystroke.ofPaste("say \"it's\""), Key.ENTER.keystroke());
  }

  @Test
  void parse_aTapeForPictures_isTypedWithoutThem() throws Exception {
    var tape =
        parse(
            """
            Output demo.gif
            Set FontSize 46
            Set Theme { "name": "Whimsy" }
            Hide
            Type "x" Sleep 300ms Enter
            Show
            Screenshot a.png
            """);

    assertThat(tape.steps())
        .containsExactly(
            new Step.Press(Keystroke.ofCharacter('x'), Duration.ofMillis(50)),
            new Step.Pause(Duration.ofMillis(300)),
            new Step.Press(Key.ENTER.keystroke(), Duration.ofMillis(50)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Typ \"x\"; there is no command Typ; did you mean Type?",
        "enter; there is no command enter; did you mean Enter?",
        "Bakspace 2; there is no command Bakspace; did you mean Backspace?",
        "Frobnicate; there is no command Frobnicate",
        "Type x; Type takes a text in quotes: Type \"…\"",
        "Type \"x; the text in \" has no end; put a \" behind it",
        "Wait /x; the pattern has no end; put a / behind it",
        "Wait /(/; the pattern is none: Unclosed group",
        "Sleep soon; soon is no time such as 500ms, 2s or 0.5",
        "Sleep; Sleep takes a time",
        "Type@fast \"x\"; fast is no time such as 500ms, 2s or 0.5",
        "Up 0; a key is pressed from 1 to 10000 times, not 0",
        "Up 99999999; a key is pressed from 1 to 10000 times, not 99999999",
        "Ctrl+é; Ctrl+é is no key that a terminal knows; Ctrl+ goes with the characters from @ to _, Alt+ with any",
        "Paste; Paste has nothing to paste; put Copy \"…\" before it",
        "Set TypingSped 1s; there is no setting TypingSped; did you mean TypingSpeed?",
        "Set Shell bash; the shell is named on the command line, behind --; take Set Shell out",
        "Set WaitPattern; Set WaitPattern takes a pattern: /❯$/",
        "Source x.tape; Source is of VHS, and nothing that lle suite can do; take it out",
        "\"x\"; \"x\" stands where a command should; Type types a text",
      })
  void parse_aLineThatCannotBeFollowed_saysWhereAndWhatWasMeant(String lineAndProblem) {
    int cut = lineAndProblem.indexOf("; ");
    var line = lineAndProblem.substring(0, cut);

    assertThatExceptionOfType(TapeException.class)
        .isThrownBy(() -> parse("# first\nEnter\n" + line + "\nEnter"))
        .satisfies(
            e ->
                assertThat(e.sentence())
                    .isEqualTo("my.tape, line 3: " + lineAndProblem.substring(cut + 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "Sleep 1s\nWait"})
  void parse_nothingTyped_isRefused(String text) {
    assertThatExceptionOfType(TapeException.class)
        .isThrownBy(() -> parse(text))
        .satisfies(
            e ->
                assertThat(e.sentence())
                    .isEqualTo("my.tape types nothing; it takes a key at least"));
  }

  @ParameterizedTest
  @CsvSource({"500ms,500", "2s,2000", "2,2000", "0.5,500", "1.5s,1500", "1m,60000"})
  void parse_times_areReadInTheirUnits(String time, long millis) throws Exception {
    assertThat(parse("Enter\nSleep " + time).steps())
        .last()
        .isEqualTo(new Step.Pause(Duration.ofMillis(millis)));
  }

  @Test
  void written_ofAnyTape_isReadAsTheSame() throws Exception {
    var random = new Random(7);
    var lines =
        List.of(
            "Type \"two words\"",
            "Type 'say \"x\"'",
            "Type@20ms `it's \"x\"`",
            "Tab",
            "Left@1s 3",
            "Ctrl+Alt+x",
            "Alt+.",
            "Sleep 250ms",
            "Wait",
            "Wait@2s /a\\/b$/",
            "Wait+Screen /❯ ?$/",
            "Copy \"p\" Paste",
            "Set TypingSpeed 30ms",
            "Set WaitPattern /[>$]$/",
            "Set WaitTimeout 4s",
            "Ctrl+@",
            "Alt+@ 2");
    for (int i = 0; i < 200; i++) {
      var text = new StringBuilder("Enter\n");
      for (int j = 0; j < 20; j++) {
        text.append(lines.get(random.nextInt(lines.size())))
            .append(random.nextBoolean() ? " " : "\n");
      }

      var tape = parse(text.toString());

      assertThat(parse(tape.written())).as("%s", text).isEqualTo(tape);
      assertThat(parse(tape.written()).keystrokes()).isEqualTo(tape.keystrokes());
    }
  }

  @Test
  void example_isATapeThatWaitsForEveryPrompt() {
    var tape = Tape.example();

    assertThat(tape.keystrokes()).isGreaterThanOrEqualTo(100);
    assertThat(tape.steps()).last().isInstanceOf(Step.Wait.class);
    long enters = keys(tape).stream().filter(Key.ENTER.keystroke()::equals).count();
    assertThat(tape.steps()).filteredOn(Step.Wait.class::isInstance).hasSize((int) enters);
  }

  @Test
  void any_runsNoLine() {
    var keys = keys(Tape.any());

    assertThat(keys).hasSizeGreaterThanOrEqualTo(100);
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).equals(Key.ENTER.keystroke())) {
        assertThat(keys.get(i - 1)).isEqualTo(Keystroke.ofControl('U'));
      }
    }
  }

  @Test
  void toString_ofATape_doesNotTellWhatIsTyped() throws Exception {
    assertThat(parse("Type \"secret\"")).hasToString("Tape[keystrokes=6]");
  }

  @Test
  void read_filesThatAreNone_areRefused() throws Exception {
    var binary = Files.write(folder.resolve("b.tape"), new byte[] {(byte) 0xff, (byte) 0xfe});
    var good = Files.writeString(folder.resolve("g.tape"), "Type \"é\"", StandardCharsets.UTF_8);

    assertThat(Tape.read(good).keystrokes()).isEqualTo(1);
    assertThatExceptionOfType(TapeException.class)
        .isThrownBy(() -> Tape.read(binary))
        .satisfies(e -> assertThat(e.sentence()).isEqualTo(binary + " is no text in UTF-8"));
    assertThatExceptionOfType(TapeException.class)
        .isThrownBy(() -> Tape.read(folder.resolve("none.tape")))
        .satisfies(e -> assertThat(e.sentence()).startsWith("there is no tape to be read at "));
  }

  private static Tape parse(String text) throws TapeException {
    return Tape.parse("my.tape", text);
  }

  private static List<Keystroke> keys(Tape tape) {
    return tape.steps().stream()
        .filter(Step.Press.class::isInstance)
        .map(step -> ((Step.Press) step).key())
        .toList();
  }

  private static List<Long> paces(Tape tape) {
    return tape.steps().stream()
        .filter(Step.Press.class::isInstance)
        .map(step -> ((Step.Press) step).pace().toMillis())
        .toList();
  }

  @Test
  void prompt_ofATapeWithoutAPattern_isThatOfMostShells() throws Exception {
    var pattern = parse("Enter").prompt().pattern();

    assertThat(List.of("sql>", "~ $", "root #", "a %", "~/x ❯"))
        .allMatch(line -> pattern.matcher(line).find());
    assertThat(List.of("total 12", "a > b", "")).noneMatch(line -> pattern.matcher(line).find());
  }
}
