// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.tape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.testkit.Keystroke;

/**
 * A session to be typed, as <a href="https://github.com/charmbracelet/vhs">VHS</a> has it.
 * Immutable.
 */
public final class Tape {

  /** What the last line of most shells ends with when they are ready. */
  private static final Pattern PROMPT = Pattern.compile("[>$#%❯»›]$");

  private static final Duration TYPING_SPEED = Duration.ofMillis(50);
  private static final Duration WAIT_TIMEOUT = Duration.ofSeconds(15);
  private static final String FOLDER = "/org/lusush/lle/suite/";

  private final List<Command> commands;
  private final List<Step> steps;
  private final Step.Wait prompt;

  private Tape(List<Command> commands) {
    this.commands = commands;
    var steps = new Steps();
    commands.forEach(steps::add);
    this.steps = List.copyOf(steps.list);
    prompt = steps.prompt();
  }

  /**
   * Reads a tape.
   *
   * @param name of the file, for messages
   * @throws TapeException when a line cannot be followed, or nothing is typed
   */
  public static Tape parse(String name, String text) throws TapeException {
    var tape = new Tape(new TapeParser(name).parse(text));
    if (tape.keystrokes() == 0) {
      throw new TapeException(Printable.of(name) + " types nothing; it takes a key at least");
    }
    return tape;
  }

  /**
   * Reads a file in UTF-8.
   *
   * @throws TapeException when it cannot be read or followed
   */
  public static Tape read(Path file) throws TapeException {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (MalformedInputException e) {
      throw new TapeException(Printable.of(file.toString()) + " is no text in UTF-8");
    } catch (IOException e) {
      throw new TapeException("there is no tape to be read at " + Printable.of(file.toString()));
    }
  }

  /** Returns the tape for the example shell. */
  public static Tape example() {
    return resource("example.tape");
  }

  /** Returns a tape for a shell of which nothing is known: no line of it is run. */
  public static Tape any() {
    return resource("any.tape");
  }

  private static Tape resource(String name) {
    try (var in = Tape.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in this build");
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TapeException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what the typist does, in order. */
  public List<Step> steps() {
    return steps;
  }

  /** Returns how the prompt is waited for. */
  public Step.Wait prompt() {
    return prompt;
  }

  /** Returns how many keystrokes a round has, as a person counts them. */
  public int keystrokes() {
    return (int) steps.stream().filter(Step.Press.class::isInstance).count();
  }

  /** Returns it as a file has it, without comments. */
  public String written() {
    return commands.stream().map(Command::written).collect(Collectors.joining("\n", "", "\n"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tape tape && tape.commands.equals(commands);
  }

  @Override
  public int hashCode() {
    return commands.hashCode();
  }

  /** Says how long it is, never what is typed. */
  @Override
  public String toString() {
    return "Tape[keystrokes=" + keystrokes() + "]";
  }

  /** Makes steps of commands, with what was set and copied before. */
  private static final class Steps {
    final List<Step> list = new ArrayList<>();
    private Duration speed = TYPING_SPEED;
    private Duration timeout = WAIT_TIMEOUT;
    private Pattern promptPattern = PROMPT;
    private String clipboard = "";

    void add(Command command) {
      if (command instanceof Command.Type type) {
        Duration pace = type.speed().orElse(speed);
        type.text()
            .codePoints()
            .forEach(c -> list.add(new Step.Press(Keystroke.ofCharacter(c), pace)));
      } else if (command instanceof Command.Press press) {
        for (int i = 0; i < press.times(); i++) {
          list.add(new Step.Press(press.key(), press.speed().orElse(speed)));
        }
      } else if (command instanceof Command.Sleep sleep) {
        list.add(new Step.Pause(sleep.time()));
      } else if (command instanceof Command.Wait wait) {
        list.add(
            new Step.Wait(
                wait.pattern().orElse(promptPattern),
                wait.wholeScreen(),
                wait.pattern().isEmpty(),
                wait.timeout().orElse(timeout)));
      } else if (command instanceof Command.Copy copy) {
        clipboard = copy.text();
      } else if (command instanceof Command.Paste) {
        list.add(new Step.Press(Keystroke.ofPaste(clipboard), speed));
      } else if (command instanceof Command.TypingSpeed set) {
        speed = set.time();
      } else if (command instanceof Command.WaitPattern set) {
        promptPattern = set.pattern();
      } else if (command instanceof Command.WaitTimeout set) {
        timeout = set.time();
      }
    }

    Step.Wait prompt() {
      return new Step.Wait(promptPattern, false, true, timeout);
    }
  }
}
