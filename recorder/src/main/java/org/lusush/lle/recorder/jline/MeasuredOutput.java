// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that passes everything on, and tells of flushes: JLine paints on it from 4.1 on. */
final class MeasuredOutput extends OutputStream {

  private final OutputStream output;
  private final MeasuredTerminal observer;

  MeasuredOutput(OutputStream output, MeasuredTerminal observer) {
    this.output = output;
    this.observer = observer;
  }

  @Override
  public void write(int value) throws IOException {
    output.write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    output.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    observer.flush(output);
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
