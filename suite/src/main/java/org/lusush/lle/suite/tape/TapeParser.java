// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.tape;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.suite.text.Suggestion;

/** Reads a tape line by line. Not thread-safe. */
final class TapeParser {

  /** Commands of VHS that are about its pictures: a tape may have them, they do nothing here. */
  private static final Set<String> OF_THE_PICTURE = Set.of("Output", "Screenshot", "Hide", "Show");

  private static final Set<String> LOOKS =
      Set.of(
          "FontSize",
          "FontFamily",
          "Height",
          "Width",
          "LetterSpacing",
          "LineHeight",
          "Theme",
          "Padding",
          "Framerate",
          "PlaybackSpeed",
          "LoopOffset",
          "Margin",
          "MarginFill",
          "BorderRadius",
          "WindowBar",
          "WindowBarSize",
          "CursorBlink");

  private static final Set<String> UNSUPPORTED =
      Set.of("Env", "Source", "Require", "ScrollUp", "ScrollDown");

  private static final List<String> COMMANDS =
      List.of("Type", "Sleep", "Wait", "Wait+Line", "Wait+Screen", "Copy", "Paste", "Set");

  private static final List<String> SETTINGS = List.of("TypingSpeed", "WaitPattern", "WaitTimeout");

  private static final int MOST_TIMES = 10_000;

  private final String name;
  private final List<Command> commands = new ArrayList<>();
  private List<Token> line = List.of();
  private int number;
  private int at;
  private boolean copied;

  /**
   * Makes one.
   *
   * @param name of the file, for messages
   */
  TapeParser(String name) {
    this.name = name;
  }

  List<Command> parse(String text) throws TapeException {
    for (String source : text.split("\\R", -1)) {
      number++;
      at = 0;
      try {
        line = Tokens.of(source);
      } catch (IllegalArgumentException e) {
        throw wrong(String.valueOf(e.getMessage()));
      }
      while (at < line.size()) {
        command();
      }
    }
    return List.copyOf(commands);
  }

  private void command() throws TapeException {
    Token token = line.get(at++);
    if (!token.isWord()) {
      throw wrong(
          Printable.of(token.written()) + " stands where a command should; Type types a text");
    }
    String word = token.text();
    int speedAt = word.startsWith("Alt+@") || word.startsWith("Ctrl+@") ? -1 : word.indexOf('@');
    String command = speedAt < 0 ? word : word.substring(0, speedAt);
    Optional<Duration> time =
        speedAt < 0 ? Optional.empty() : Optional.of(time(word.substring(speedAt + 1)));
    switch (command) {
      case "Type" -> commands.add(new Command.Type(string("Type"), time));
      case "Sleep" -> commands.add(new Command.Sleep(time(word("Sleep takes a time"))));
      case "Wait", "Wait+Line" -> commands.add(new Command.Wait(pattern(), false, time));
      case "Wait+Screen" -> commands.add(new Command.Wait(pattern(), true, time));
      case "Copy" -> {
        copied = true;
        commands.add(new Command.Copy(string("Copy")));
      }
      case "Paste" -> paste();
      case "Set" -> set();
      default -> other(command, time);
    }
  }

  private void paste() throws TapeException {
    if (!copied) {
      throw wrong("Paste has nothing to paste; put Copy \"…\" before it");
    }
    commands.add(new Command.Paste());
  }

  private void other(String command, Optional<Duration> speed) throws TapeException {
    var key = Keys.find(command);
    if (key.isPresent()) {
      commands.add(new Command.Press(command, key.get(), speed, times()));
    } else if (OF_THE_PICTURE.contains(command)) {
      at = line.size();
    } else if (UNSUPPORTED.contains(command)) {
      throw wrong(command + " is of VHS, and nothing that lle suite can do; take it out");
    } else if (Keys.isCombined(command)) {
      throw wrong(
          Printable.of(command)
              + " is no key that a terminal knows; Ctrl+ goes with the characters from @ to _,"
              + " Alt+ with any");
    } else {
      throw wrong("there is no command " + Printable.of(command) + Suggestion.of(command, all()));
    }
  }

  private static List<String> all() {
    return Stream.of(COMMANDS, Keys.names()).flatMap(List::stream).toList();
  }

  private int times() throws TapeException {
    if (at == line.size() || !line.get(at).isWord() || !isNumber(line.get(at).text())) {
      return 1;
    }
    String text = line.get(at++).text();
    int times = text.length() > 6 ? MOST_TIMES + 1 : Integer.parseInt(text);
    if (times < 1 || times > MOST_TIMES) {
      throw wrong("a key is pressed from 1 to " + MOST_TIMES + " times, not " + text);
    }
    return times;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void set() throws TapeException {
    String setting = word("Set takes a setting");
    if (LOOKS.contains(setting)) {
      at = line.size();
      return;
    }
    switch (setting) {
      case "TypingSpeed" ->
          commands.add(new Command.TypingSpeed(time(word("TypingSpeed takes a time"))));
      case "WaitTimeout" ->
          commands.add(new Command.WaitTimeout(time(word("WaitTimeout takes a time"))));
      case "WaitPattern" ->
          commands.add(
              new Command.WaitPattern(
                  pattern().orElseThrow(() -> wrong("Set WaitPattern takes a pattern: /❯$/"))));
      case "Shell" ->
          throw wrong("the shell is named on the command line, behind --; take Set Shell out");
      default ->
          throw wrong(
              "there is no setting " + Printable.of(setting) + Suggestion.of(setting, SETTINGS));
    }
  }

  private String string(String command) throws TapeException {
    if (at < line.size() && line.get(at).kind() == Token.Kind.STRING) {
      return line.get(at++).text();
    }
    throw wrong(command + " takes a text in quotes: " + command + " \"…\"");
  }

  private String word(String problem) throws TapeException {
    if (at < line.size() && line.get(at).isWord()) {
      return line.get(at++).text();
    }
    throw wrong(problem);
  }

  private Optional<Pattern> pattern() throws TapeException {
    if (at == line.size() || line.get(at).kind() != Token.Kind.REGEX) {
      return Optional.empty();
    }
    String pattern = line.get(at++).text();
    try {
      return Optional.of(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      throw wrong("the pattern is none: " + Printable.of(e.getDescription()));
    }
  }

  private Duration time(String text) throws TapeException {
    return Times.parse(text)
        .orElseThrow(() -> wrong(Printable.of(text) + " is no time such as 500ms, 2s or 0.5"));
  }

  private TapeException wrong(String problem) {
    return new TapeException(Printable.of(name) + ", line " + number + ": " + problem);
  }
}
