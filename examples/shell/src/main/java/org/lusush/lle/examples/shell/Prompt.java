// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.line.Palette;
import org.lusush.lle.examples.shell.line.Palette.Element;

/** What stands before the cursor: directory, branch, a mark that turns red after a failure. */
final class Prompt {
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);
  private static final int DIRECTORIES_SHOWN = 3;

  private final Terminal terminal;
  private final Palette palette;
  private final boolean plain;

  Prompt(Terminal terminal, Palette palette) {
    this.terminal = terminal;
    this.palette = palette;
    this.plain =
        terminal.getType().startsWith(Terminal.TYPE_DUMB) || !canShow('❯') || !canShow('…');
  }

  /** Returns whether only ASCII may be shown. */
  boolean isPlain() {
    return plain;
  }

  private boolean canShow(char c) {
    return terminal.outputEncoding().canEncode()
        && terminal.outputEncoding().newEncoder().canEncode(c);
  }

  /** Returns the prompt in the notation of JLine, where a percent sign is special. */
  String left(ShellState state) {
    return text(state).replace("%", "%%");
  }

  /** Returns the prompt as it is written to the terminal. */
  String text(ShellState state) {
    AttributedStringBuilder prompt = new AttributedStringBuilder();
    prompt.append(clean(shortened(state)), palette.style(Element.PROMPT_DIRECTORY)).append(' ');
    GitBranch.of(state.directory())
        .ifPresent(
            branch ->
                prompt.append(clean(branch), palette.style(Element.PROMPT_BRANCH)).append(' '));
    boolean failed = state.status() != 0;
    String mark = plain ? (failed ? "!>" : ">") : "❯";
    prompt
        .append(mark, palette.style(failed ? Element.PROMPT_FAILED : Element.PROMPT_READY))
        .append(' ');
    return prompt.toAnsi(terminal);
  }

  /** Returns how long the last command took when that is worth telling, otherwise an empty text. */
  String right(Duration took) {
    if (took.compareTo(WORTH_TELLING) <= 0) {
      return "";
    }
    return new AttributedStringBuilder()
        .append(text(took), palette.style(Element.PROMPT_DURATION))
        .toAnsi(terminal);
  }

  static String text(Duration took) {
    long seconds = took.toSeconds();
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d min %d s", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %d min", seconds / 3600, seconds % 3600 / 60);
  }

  private String shortened(ShellState state) {
    Path directory = state.directory();
    Path home = state.home();
    boolean atHome = directory.startsWith(home) && home.getNameCount() > 0;
    Path shown = atHome ? home.relativize(directory) : directory;
    String text = atHome ? (shown.toString().isEmpty() ? "~" : "~/" + shown) : directory.toString();
    int names = shown.getNameCount();
    if (names > DIRECTORIES_SHOWN && text.length() > Math.max(20, terminal.getWidth() / 3)) {
      return (plain ? "..." : "…") + "/" + shown.subpath(names - DIRECTORIES_SHOWN, names);
    }
    return text;
  }

  /** Keeps a strangely named directory from steering the terminal. */
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
