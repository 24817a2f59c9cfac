// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A small file of the kernel that is read again and again, and stays open meanwhile. Not
 * thread-safe.
 *
 * <p>A file that cannot be read is tried again only now and then. Reading is no channel's, since an
 * interrupt would close that.
 */
final class TextFile implements Closeable {

  /** How often a file that failed is passed over before it is tried again. */
  private static final int PASSED_OVER = 60;

  private final Path path;
  private @Nullable RandomAccessFile file;
  private int passOver;

  TextFile(Path path) {
    this.path = path;
  }

  /** Reads it whole; false where that fails. */
  boolean read(Text text) {
    if (passOver > 0) {
      passOver--;
      return false;
    }
    try {
      var open = file;
      if (open == null) {
        open = new RandomAccessFile(path.toFile(), "r");
        file = open;
      }
      read(open, text);
      text.rewind();
      return true;
    } catch (IOException | SecurityException e) {
      close(); // the process may have moved to another group, or never had the right
      passOver = PASSED_OVER;
      return false;
    }
  }

  private static void read(RandomAccessFile open, Text text) throws IOException {
    open.seek(0);
    text.length = 0;
    while (true) {
      int count = open.read(text.bytes, text.length, text.bytes.length - text.length);
      if (count <= 0) {
        return;
      }
      text.length += count;
      if (text.length == text.bytes.length && !text.grow()) {
        return;
      }
    }
  }

  @Override
  public void close() {
    var open = file;
    file = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        passOver = PASSED_OVER; // nothing is lost: it was only read
      }
    }
  }
}
