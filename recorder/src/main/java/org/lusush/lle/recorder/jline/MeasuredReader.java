// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/** A reader that passes everything on, and tells when characters are handed over. */
final class MeasuredReader extends NonBlockingReader {

  private final NonBlockingReader reader;
  private final JLineInstrumentation jline;

  MeasuredReader(NonBlockingReader reader, JLineInstrumentation jline) {
    this.reader = reader;
    this.jline = jline;
  }

  @Override
  protected int read(long timeout, boolean isPeek) throws IOException {
    long entered = entered();
    if (isPeek) {
      int character = reader.peek(timeout);
      var keystrokes = jline.keystrokes();
      if (keystrokes != null) {
        keystrokes.peekReturned(entered, character);
      }
      return character;
    }
    int character = reader.read(timeout);
    returned(entered, character, 1);
    return character;
  }

  @Override
  public int readBuffered(char[] buffer, int offset, int length, long timeout) throws IOException {
    long entered = entered();
    int count = reader.readBuffered(buffer, offset, length, timeout);
    returned(entered, count > 0 ? buffer[offset] : -1, count);
    return count;
  }

  private long entered() {
    var keystrokes = jline.keystrokes();
    if (keystrokes != null) {
      return keystrokes.readEntered();
    }
    jline.waiting();
    return 0;
  }

  private void returned(long entered, int first, int count) {
    if (first >= 0 && jline.keystrokes() == null) {
      jline.keyCame();
    }
    var keystrokes = jline.keystrokes();
    if (keystrokes != null) {
      keystrokes.readReturned(entered, first, count);
    }
  }

  @Override
  public int available() {
    return reader.available();
  }

  @Override
  public boolean ready() throws IOException {
    return reader.ready();
  }

  @Override
  public void shutdown() {
    reader.shutdown();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
