// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.screen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;

/**
 * The whole terminal, taken for an interactive view: its second screen, without a cursor, every key
 * handed over as it is pressed. Closing gives it back as it was, whoever closes it and however
 * often. Keys and changes of size come on threads of their own; drawing is for one thread.
 */
public final class Screen implements AutoCloseable {

  private static final int SMALLEST = 1;
  private static final String DUMB = "dumb";

  private final Terminal terminal;
  private final Attributes before;
  private final String restoring;
  private volatile boolean closed;

  private Screen(Terminal terminal) {
    this.terminal = terminal;
    before = terminal.enterRawMode();
    restoring =
        sequence(Capability.exit_attribute_mode)
            + sequence(Capability.exit_ca_mode)
            + sequence(Capability.cursor_normal);
  }

  /** Returns whether both input and output are a terminal on which a screen can be drawn. */
  public static boolean isPossible() {
    try {
      var provider = new JniTerminalProvider();
      return !DUMB.equals(System.getenv("TERM"))
          && provider.isSystemStream(SystemStream.Input)
          && provider.isSystemStream(SystemStream.Output);
    } catch (RuntimeException | LinkageError e) {
      return false; // no native code for this system: nothing could be drawn either
    }
  }

  /**
   * Takes the terminal.
   *
   * @param keys hears of every key
   * @param resized runs when the size has changed
   * @throws IOException when it cannot be had
   */
  public static Screen open(Consumer<Key> keys, Runnable resized) throws IOException {
    Terminal terminal =
        TerminalBuilder.builder().name("lle").system(true).dumb(false).provider("jni").build();
    var screen = new Screen(terminal);
    try {
      screen.take();
      terminal.handle(Signal.WINCH, signal -> resized.run());
      screen.listen(keys);
      return screen;
    } catch (RuntimeException e) {
      screen.close();
      throw e;
    }
  }

  private void take() {
    Attributes attributes = terminal.getAttributes();
    // Ctrl-C and Ctrl-Z are keys like others: neither may leave the terminal as it is now.
    attributes.setLocalFlag(LocalFlag.ISIG, false);
    terminal.setAttributes(attributes);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    terminal.flush();
  }

  private void listen(Consumer<Key> keys) {
    var thread = new Thread(() -> read(keys), "lle-keys");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(Consumer<Key> keys) {
    var reader = new KeyReader(terminal.reader()::read);
    try {
      while (!closed) {
        Optional<Key> key = reader.read();
        key.ifPresent(keys);
        if (key.filter(k -> k.kind() == Key.Kind.INTERRUPT).isPresent()) {
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      keys.accept(Key.of(Key.Kind.INTERRUPT)); // the terminal is gone
    }
  }

  public int columns() {
    return Math.max(SMALLEST, terminal.getWidth());
  }

  public int rows() {
    return Math.max(SMALLEST, terminal.getHeight());
  }

  /** Draws lines from the top, none of which may be wider than the screen, and nothing below. */
  public synchronized void draw(List<String> lines) {
    if (closed) {
      return;
    }
    var frame = new StringBuilder(sequence(Capability.cursor_home));
    String clear = sequence(Capability.clr_eol);
    for (int i = 0; i < Math.min(lines.size(), rows()); i++) {
      frame.append(i == 0 ? "" : "\r\n").append(clear).append(lines.get(i));
    }
    if (lines.size() < rows()) {
      frame.append("\r\n").append(sequence(Capability.clr_eos));
    }
    terminal.writer().write(frame.toString());
    terminal.flush();
  }

  private String sequence(Capability capability) {
    var writer = new StringWriter();
    Optional.ofNullable(terminal.getStringCapability(capability))
        .ifPresent(sequence -> Curses.tputs(writer, sequence));
    return writer.toString();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      terminal.setAttributes(before);
      terminal.writer().write(restoring);
      terminal.flush();
      terminal.close();
    } catch (IOException | RuntimeException e) {
      // Somebody closed it before, such as JLine itself when the JVM ends.
      restoreWithoutJLine();
    }
  }

  /** Only the screen: attributes are restored by whoever closed the terminal. */
  private void restoreWithoutJLine() {
    try (var out = new FileOutputStream(FileDescriptor.out)) {
      out.write(restoring.getBytes(US_ASCII));
    } catch (IOException e) {
      return; // there is no terminal any more
    }
  }
}
