// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.lusush.lle.recorder.EditorRecorder;

/** A real JLine reader on one of JLine's own terminals, observed or not, that is typed on. */
final class TypedLine implements AutoCloseable {

  final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  final LineDisciplineTerminal plain;
  final LineReader reader;

  /** A reader that nobody observes. */
  TypedLine() throws IOException {
    plain = terminal();
    reader = LineReaderBuilder.builder().terminal(plain).build();
  }

  /** A reader that a recorder observes. */
  TypedLine(EditorRecorder recorder, UnaryOperator<LineReaderBuilder> setUp) throws IOException {
    this(JLineInstrumentation.of(recorder), setUp);
  }

  /** A reader that is observed. */
  TypedLine(JLineInstrumentation jline) throws IOException {
    this(jline, UnaryOperator.identity());
  }

  private TypedLine(JLineInstrumentation jline, UnaryOperator<LineReaderBuilder> setUp)
      throws IOException {
    plain = terminal();
    var terminal = jline.terminal(plain);
    reader = jline.reader(setUp.apply(LineReaderBuilder.builder().terminal(terminal)).build());
  }

  private LineDisciplineTerminal terminal() throws IOException {
    var terminal = new LineDisciplineTerminal("test", "xterm", screen, StandardCharsets.UTF_8);
    terminal.setSize(new Size(80, 24));
    return terminal;
  }

  /** Types keys and reads the line that they end. */
  String type(String keys) throws IOException {
    plain.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    try {
      return reader.readLine("> ");
    } catch (UserInterruptException e) {
      return "interrupted";
    } catch (EndOfFileException e) {
      return "end of file";
    }
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }
}
