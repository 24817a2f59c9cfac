// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;
import org.lusush.lle.recorder.monitor.KeystrokeTracker;

/** A reader that passes everything on, and tells when characters are handed over. */
final class MeasuredReader extends NonBlockingReader {

  private final NonBlockingReader reader;
  private final KeystrokeTracker keystrokes;

  MeasuredReader(NonBlockingReader reader, KeystrokeTracker keystrokes) {
    this.reader = reader;
    this.keystrokes = keystrokes;
  }

  @Override
  protected int read(long timeout, boolean isPeek) throws IOException {
    long entered = keystrokes.readEntered();
    if (isPeek) {
      int character = reader.peek(timeout);
      keystrokes.peekReturned(entered, character);
      return character;
    }
    int character = reader.read(timeout);
    keystrokes.readReturned(entered, character, 1);
    return character;
  }

  @Override
  public int readBuffered(char[] buffer, int offset, int length, long timeout) throws IOException {
    long entered = keystrokes.readEntered();
    int count = reader.readBuffered(buffer, offset, length, timeout);
    keystrokes.readReturned(entered, count > 0 ? buffer[offset] : -1, count);
    return count;
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
