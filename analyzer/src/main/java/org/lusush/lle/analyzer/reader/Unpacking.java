// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks a compressed recording into a file of its own that only its owner can read, and that is
 * gone when it is closed, or when the process ends. What unpacks to absurdly much is refused.
 */
final class Unpacking {

  /** Recordings become about five times smaller; this is no recording. */
  private static final long LARGEST_RATIO = 200;

  /** Small ones may unpack to so much whatever their ratio. */
  private static final long HARMLESS = 64L << 20;

  /** What has to be left of the disk. */
  private static final long SPARE = 256L << 20;

  private static final int BUFFER = 1 << 16;

  private Unpacking() {}

  static boolean isGzip(ByteBuffer start) {
    return start.limit() >= 2 && start.get(0) == 0x1F && start.get(1) == (byte) 0x8B;
  }

  static boolean isZip(ByteBuffer start) {
    return start.limit() >= 4 && start.getInt(0) == 0x504B0304;
  }

  /** Unpacks a gzip file. */
  static FileBytes gzip(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return unpack(new GZIPInputStream(in, BUFFER), Files.size(file));
    }
  }

  /**
   * Copies a stream.
   *
   * @param packedBytes how long it is when packed
   */
  static FileBytes unpack(InputStream in, long packedBytes) throws IOException {
    Path file = Files.createTempFile("lle", ".jfr"); // for its owner only
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      deleteEarly(file);
      copy(
          in,
          channel,
          Math.max(HARMLESS, packedBytes * LARGEST_RATIO),
          Files.getFileStore(tmp(file)));
      return FileBytes.of(channel);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static Path tmp(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of(".") : folder;
  }

  /**
   * Where the system can, the name goes at once, so that nothing stays if the process is killed.
   */
  private static void deleteEarly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It goes when it is closed.
      return;
    }
  }

  private static void copy(InputStream in, FileChannel out, long limit, FileStore disk)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    long checked = 0;
    while (true) {
      int count = in.read(buffer);
      if (count < 0) {
        return;
      }
      total += count;
      if (total > limit) {
        throw new IOException(
            String.format(
                Locale.US,
                "it unpacks to over %,d bytes, %d times its size, which no recording does",
                limit,
                LARGEST_RATIO));
      }
      if (total - checked > SPARE / 4) {
        checked = total;
        if (disk.getUsableSpace() < SPARE) {
          throw new IOException(
              "the disk for temporary files is nearly full; unpack it elsewhere first");
        }
      }
      var bytes = ByteBuffer.wrap(buffer, 0, count);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
  }
}
