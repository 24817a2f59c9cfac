// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.lusush.lle.examples.shell.Shell.Settings;
import org.lusush.lle.examples.shell.builtin.Builtins;
import org.lusush.lle.examples.shell.command.CommandIndex;
import org.lusush.lle.examples.shell.command.Commands;
import org.lusush.lle.examples.shell.command.DirectoryScanner;
import org.lusush.lle.examples.shell.command.Interpreter;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.line.DirectoryLister;
import org.lusush.lle.examples.shell.line.HistorySuggester;
import org.lusush.lle.examples.shell.line.Palette;
import org.lusush.lle.examples.shell.line.Palette.Element;
import org.lusush.lle.examples.shell.line.Resources;
import org.lusush.lle.examples.shell.line.ShellCompleter;
import org.lusush.lle.examples.shell.line.ShellLineParser;
import org.lusush.lle.examples.shell.line.ShellReader;
import org.lusush.lle.examples.shell.line.SyntaxHighlighter;

/** Puts the parts of a {@link Shell} together, each through the {@link Instrumentation}. */
final class ShellAssembly {
  private static final String NAME = "lle-shell";

  private final Terminal terminal;
  private final ShellState state;
  private final Settings settings;
  private final Instrumentation instrumentation;
  private final Palette palette = Palette.shipped();
  private final CommandIndex index;
  private final Remembering remembering;
  private final Commands commands;

  ShellAssembly(
      Terminal terminal, ShellState state, Settings settings, Instrumentation instrumentation) {
    this.terminal = instrumentation.terminal(terminal);
    this.state = state;
    this.settings = settings;
    this.instrumentation = instrumentation;
    this.remembering = new Remembering(state, instrumentation);
    this.index = index(state, remembering.scanner(scanner(instrumentation)));
    index.onChange(remembering::programsChanged);
    this.commands = Builtins.in(state, index);
    state.aliases().putAll(Resources.pairs("aliases"));
  }

  static CommandIndex index(ShellState state, DirectoryScanner scanner) {
    return new CommandIndex(() -> state.variables().valueOr("PATH", ""), scanner);
  }

  static DirectoryScanner scanner(Instrumentation instrumentation) {
    return instrumentation.scanner(DirectoryScanner.ofFileSystem());
  }

  Shell assemble() {
    index.refreshInBackground();
    ShellHistory history = new ShellHistory();
    ShellReader reader = reader(history);
    TerminalFrontend frontend = new TerminalFrontend(terminal, reader, instrumentation);
    Interpreter interpreter = new Interpreter(commands, settings.streams(), frontend);
    if (settings.banner()) {
      banner();
    }
    openHistory(reader, history);
    readKeys(reader);
    return new Shell(
        terminal,
        instrumentation.reader(reader),
        state,
        interpreter,
        new Prompt(terminal, palette),
        this::renewKnowledge);
  }

  /** A command may have changed any file. */
  private void renewKnowledge() {
    remembering.commandRan();
    index.refreshInBackground();
  }

  private ShellReader reader(ShellHistory shellHistory) {
    ShellReader reader = new ShellReader(terminal, NAME, variables());
    History history = instrumentation.history(shellHistory);
    reader.setHistory(history);
    reader.setParser(instrumentation.parser(new ShellLineParser()));
    reader.setHighlighter(instrumentation.highlighter(remembering.highlighter(highlighter())));
    var lister = remembering.lister(DirectoryLister.ofFileSystem());
    reader.setCompleter(instrumentation.completer(new ShellCompleter(commands, lister)));
    reader.setSuggester(
        instrumentation.suggester(remembering.suggester(new HistorySuggester(history), history)),
        palette.style(Element.SUGGESTION));
    options().forEach(reader::option);
    return reader;
  }

  private SyntaxHighlighter highlighter() {
    return new SyntaxHighlighter(
        commands, palette, remembering::exists, instrumentation::withLineBuilder);
  }

  private Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>(palette.completionStyles());
    variables.put(LineReader.SECONDARY_PROMPT_PATTERN, "%M> ");
    variables.put(LineReader.LIST_MAX, 200);
    return variables;
  }

  private static Map<Option, Boolean> options() {
    return Map.of(
        Option.CASE_INSENSITIVE, true,
        Option.AUTO_LIST, true,
        Option.AUTO_MENU, true,
        Option.AUTO_MENU_LIST, true,
        Option.AUTO_FRESH_LINE, true,
        Option.HISTORY_IGNORE_DUPS, true,
        Option.HISTORY_IGNORE_SPACE, true,
        Option.HISTORY_TIMESTAMPED, false,
        Option.DISABLE_EVENT_EXPANSION, true,
        Option.COMPLETE_MATCHER_TYPO, true);
  }

  private void openHistory(ShellReader reader, ShellHistory history) {
    history.attach(reader);
    Path file = settings.history();
    if (file == null) {
      return;
    }
    try {
      history.open(reader, file);
    } catch (IOException e) {
      reader.getVariables().remove(LineReader.HISTORY_FILE);
      say("The history file " + file + " cannot be used; this session keeps no history on disk.");
    }
  }

  private void readKeys(ShellReader reader) {
    instrumentation.customization("key bindings", () -> keys(reader)).ifPresent(this::say);
  }

  private Optional<String> keys(ShellReader reader) {
    try {
      Keys.readShipped(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings.inputrc() == null ? Optional.empty() : Keys.read(reader, settings.inputrc());
  }

  private void banner() {
    boolean plain = new Prompt(terminal, palette).isPlain();
    new AttributedStringBuilder()
        .append("LLE shell", palette.style(Element.BANNER_NAME))
        .append("\n")
        .append(
            "Tab completes, "
                + (plain ? "Right" : "→")
                + " accepts the suggestion, help lists the built-ins.",
            palette.style(Element.BANNER_HINT))
        .println(terminal);
    terminal.flush();
  }

  private void say(String sentence) {
    terminal.writer().println(sentence);
    terminal.flush();
  }
}
