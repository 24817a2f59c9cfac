// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import static org.lusush.lle.examples.shell.Instrumentation.NONE;

import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.Options.WrongOptionException;
import org.lusush.lle.examples.shell.PlainSession.Manners;
import org.lusush.lle.examples.shell.Shell.Settings;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.command.Streams;

/** The program: a session on the terminal, a session from a pipe, or a single command. */
public final class Main {
  private static final int MISUSED = 2;
  private static final int DISABLED = 0;

  // JLine logs what was typed when something goes wrong; held here so that the level stays.
  private static final Logger JLINE = Logger.getLogger("org.jline");

  private Main() {}

  public static void main(String... arguments) {
    JLINE.setLevel(Level.OFF);
    System.exit(run(options -> Flight.start(options), arguments));
  }

  /** Does what the arguments ask for and returns the exit status. */
  static int run(Function<Options, Instrumentation> instrumentation, String... arguments) {
    try {
      Options options = Options.parse(arguments);
      return switch (options.mode()) {
        case HELP -> say(Options.HELP);
        case VERSION -> say("lle-shell " + version() + System.lineSeparator());
        case RUN -> session(options, options.observed() ? instrumentation.apply(options) : NONE);
      };
    } catch (WrongOptionException e) {
      System.err.println(e.getMessage());
      return MISUSED;
    } catch (IOException e) {
      System.err.println("lle-shell: the terminal cannot be used: " + e.getMessage());
      return 1;
    }
  }

  private static int session(Options options, Instrumentation instrumentation) throws IOException {
    ShellState state = ShellState.ofProcess();
    if (options.command() != null) {
      return plain(state, Manners.NONE, instrumentation).run(options.command());
    }
    TerminalProvider provider = TerminalProvider.load("jni");
    if (!provider.isSystemStream(SystemStream.Input)) {
      return plain(state, Manners.NONE, instrumentation).run();
    }
    String type = System.getenv("TERM");
    return type == null || type.startsWith(Terminal.TYPE_DUMB)
        ? dumb(provider, state, instrumentation)
        : interactive(options, state, instrumentation);
  }

  private static PlainSession plain(
      ShellState state, Manners manners, Instrumentation instrumentation) {
    return new PlainSession(
        state,
        new FileInputStream(FileDescriptor.in),
        Streams.ofProcess(),
        manners,
        instrumentation);
  }

  private static int dumb(
      TerminalProvider provider, ShellState state, Instrumentation instrumentation)
      throws IOException {
    Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    try (Terminal terminal =
            provider.sysTerminal(
                "lle-shell",
                Terminal.TYPE_DUMB,
                false,
                charset,
                charset,
                charset,
                true,
                SignalHandler.SIG_DFL,
                false,
                SystemStream.Output);
        Closeable settled = withoutThreadDumps(terminal)) {
      return plain(state, new DumbTerminalManners(terminal, state), instrumentation).run();
    }
  }

  private static int interactive(Options options, ShellState state, Instrumentation instrumentation)
      throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
        Closeable settled = withoutThreadDumps(terminal)) {
      return Shell.open(terminal, state, settings(options, state), instrumentation).run();
    }
  }

  /** Takes away the key that the JVM answers with a thread dump on the screen, until closed. */
  private static Closeable withoutThreadDumps(Terminal terminal) {
    Attributes original = terminal.getAttributes();
    Attributes attributes = new Attributes(original);
    attributes.setControlChar(ControlChar.VQUIT, DISABLED);
    terminal.setAttributes(attributes);
    return () -> terminal.setAttributes(original);
  }

  private static Settings settings(Options options, ShellState state) {
    Path history = options.history();
    Path home = state.home();
    return new Settings(
        history != null ? history : home.resolve(".lle_shell_history"),
        inputrc(options.inputrc(), home.resolve(".lle_shell_inputrc")),
        options.banner(),
        Streams.ofProcess());
  }

  /** The usual file may be missing, one that was asked for may not. */
  private static @Nullable Path inputrc(@Nullable Path wanted, Path usual) {
    return wanted != null || !Files.exists(usual) ? wanted : usual;
  }

  private static int say(String text) {
    System.out.print(text);
    System.out.flush();
    return 0;
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packed)" : version;
  }
}
