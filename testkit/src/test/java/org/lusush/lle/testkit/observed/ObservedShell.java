// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.observed;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import org.jline.reader.LineReader;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;
import org.lusush.lle.recorder.jline.JLineInstrumentation;

/** A small JLine program that reads lines until one is {@code exit}, and records itself. */
final class ObservedShell {

  static final String PROMPT = "sql> ";
  static final String END = "exit";

  /** What it says of its terminal at its start. */
  static final String PROXIED = "The terminal is a proxy.";

  static final String PLAIN = "The terminal is none.";

  /** What else the program does. */
  enum Trait {
    /** Edits as vi does, where an Escape is a key as well as the start of others. */
    VI,
    /** Another thread prints above the line all the time. */
    PRINTS_ABOVE
  }

  private ObservedShell() {}

  /** Runs on the terminal of the process. */
  public static void main(String[] args) throws Exception {
    var traits = EnumSet.noneOf(Trait.class);
    for (int i = 1; i < args.length; i++) {
      traits.add(Trait.valueOf(args[i]));
    }
    try (var terminal = TerminalBuilder.builder().system(true).build()) {
      run(terminal, Path.of(args[0]), traits);
    }
  }

  static void run(Terminal terminal, Path file, Set<Trait> traits)
      throws IOException, InterruptedException {
    try (var recorder = EditorRecorder.start(RecorderConfig.of("observed"));
        var recording = new Recording()) {
      recorder.awaitListening();
      recording.start();
      var reader =
          JLineInstrumentation.build(
              recorder, terminal, builder -> builder.completer(new StringsCompleter("customers")));
      if (traits.contains(Trait.VI)) {
        reader.getKeyMaps().put(LineReader.MAIN, reader.getKeyMaps().get(LineReader.VIINS));
      }
      var printer = new Thread(() -> printAbove(reader));
      if (traits.contains(Trait.PRINTS_ABOVE)) {
        printer.start();
      }
      var proxied = Proxy.isProxyClass(reader.getTerminal().getClass());
      terminal.writer().println(proxied ? PROXIED : PLAIN);
      readLines(reader);
      printer.interrupt();
      printer.join();
      recording.stop();
      recording.dump(file);
    }
  }

  private static void readLines(LineReader reader) {
    for (var line = ""; !line.equals(END); ) {
      line = reader.readLine(PROMPT);
    }
  }

  private static void printAbove(LineReader reader) {
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(3);
        reader.printAbove("news");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
