// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/**
 * A reader that passes everything on, and tells when characters are handed over.
 *
 * <p>JLine reads a paste in large pieces, and keeps to itself what is in the last one after the
 * paste's end: keys that were typed ahead, which it then never asks for. They are kept here
 * instead, so that each is handed over when its time comes.
 */
final class MeasuredReader extends NonBlockingReader {

  private static final String PASTE_END = "\u001b[201~";

  private final NonBlockingReader reader;
  private final JLineInstrumentation jline;
  private char[] kept = new char[0];
  private int nextKept;
  private int matched;

  MeasuredReader(NonBlockingReader reader, JLineInstrumentation jline) {
    this.reader = reader;
    this.jline = jline;
  }

  @Override
  protected int read(long timeout, boolean isPeek) throws IOException {
    long entered = entered();
    matched = 0;
    if (isPeek) {
      int character = hasKept() ? kept[nextKept] : reader.peek(timeout);
      var keystrokes = jline.keystrokes();
      if (keystrokes != null) {
        keystrokes.peekReturned(entered, character);
      }
      return character;
    }
    int character = hasKept() ? kept[nextKept++] : reader.read(timeout);
    returned(entered, character, 1);
    return character;
  }

  @Override
  public int readBuffered(char[] buffer, int offset, int length, long timeout) throws IOException {
    long entered = entered();
    int count =
        hasKept()
            ? takeKept(buffer, offset, length)
            : reader.readBuffered(buffer, offset, length, timeout);
    return handOver(entered, buffer, offset, count);
  }

  /** What JLine calls, and has its readers implement, where there is no other: before 3.22. */
  @Override
  public int readBuffered(char[] buffer) throws IOException {
    long entered = entered();
    int count = hasKept() ? takeKept(buffer, 0, buffer.length) : reader.readBuffered(buffer);
    return handOver(entered, buffer, 0, count);
  }

  private int takeKept(char[] buffer, int offset, int length) {
    int count = Math.min(length, kept.length - nextKept);
    System.arraycopy(kept, nextKept, buffer, offset, count);
    nextKept += count;
    return count;
  }

  private int handOver(long entered, char[] buffer, int offset, int count) {
    int handedOver = count > 0 ? keepAfterPaste(buffer, offset, count) : count;
    returned(entered, handedOver > 0 ? buffer[offset] : -1, handedOver);
    return handedOver;
  }

  /** Keeps what comes after the end of a paste, and returns how many characters come before. */
  private int keepAfterPaste(char[] buffer, int offset, int count) {
    for (int i = 0; i < count; i++) {
      char character = buffer[offset + i];
      if (character != PASTE_END.charAt(matched)) {
        matched = 0;
      }
      if (character == PASTE_END.charAt(matched) && ++matched == PASTE_END.length()) {
        matched = 0;
        keep(buffer, offset + i + 1, count - i - 1);
        return i + 1;
      }
    }
    return count;
  }

  private void keep(char[] buffer, int offset, int count) {
    int rest = kept.length - nextKept;
    var all = new char[count + rest];
    System.arraycopy(buffer, offset, all, 0, count);
    System.arraycopy(kept, nextKept, all, count, rest);
    kept = all;
    nextKept = 0;
  }

  private boolean hasKept() {
    return nextKept < kept.length;
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
    return kept.length - nextKept + reader.available();
  }

  @Override
  public boolean ready() throws IOException {
    return hasKept() || reader.ready();
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
