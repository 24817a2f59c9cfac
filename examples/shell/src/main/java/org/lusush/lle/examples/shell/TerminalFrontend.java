// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.lusush.lle.examples.shell.command.Frontend;
import org.lusush.lle.examples.shell.line.ShellReader;

/** A terminal with a line editor. */
final class TerminalFrontend implements Frontend {
  private final Terminal terminal;
  private final ShellReader reader;
  private final Instrumentation instrumentation;

  TerminalFrontend(Terminal terminal, ShellReader reader, Instrumentation instrumentation) {
    this.terminal = terminal;
    this.reader = reader;
    this.instrumentation = instrumentation;
  }

  @Override
  public SortedMap<Integer, String> history() {
    SortedMap<Integer, String> lines = new TreeMap<>();
    for (History.Entry entry : reader.getHistory()) {
      lines.put(entry.index() + 1, entry.line());
    }
    return lines;
  }

  @Override
  public void clearHistory() throws IOException {
    reader.getHistory().purge();
  }

  @Override
  public List<Map.Entry<String, String>> bindings() {
    return reader.bindings();
  }

  @Override
  public String readSecret(String prompt) throws IOException {
    try {
      return instrumentation.secret(() -> reader.readSecret(prompt));
    } catch (UserInterruptException | EndOfFileException e) {
      throw new IOException("no password was given", e);
    }
  }

  @Override
  public void clearScreen() {
    terminal.puts(Capability.clear_screen);
    terminal.flush();
  }

  @Override
  public boolean isStyled() {
    return !terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }
}
