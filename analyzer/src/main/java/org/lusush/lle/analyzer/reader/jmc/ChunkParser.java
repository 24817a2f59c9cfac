// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Decodes one whole chunk. Chunks may be decoded by several threads at a time. */
public final class ChunkParser {

  /** Opens the bytes of a chunk, from its magic to its last event. */
  @FunctionalInterface
  public interface ChunkBytes {
    InputStream open() throws IOException;
  }

  private ChunkParser() {}

  /**
   * Returns what the chunk adds up to.
   *
   * @throws ChunkException if it cannot be decoded: the parser throws the same whether bytes are
   *     wrong or cannot be read
   */
  public static ChunkContents parse(ChunkBytes bytes) throws ChunkException {
    try {
      return parse(bytes, true);
    } catch (ChunkException e) {
      if (e.getCause() instanceof NullPointerException) {
        return parse(bytes, false);
      }
      throw e;
    }
  }

  private static ChunkContents parse(ChunkBytes bytes, boolean readSettings) throws ChunkException {
    var extension = new EditorExtension(readSettings);
    try (InputStream stream = bytes.open()) {
      JfrLoaderToolkit.loadEvents(stream, List.of(extension));
    } catch (CouldNotLoadRecordingException
        | IOException
        | RuntimeException
        | StackOverflowError e) {
      throw new ChunkException("its events contradict their own description", e);
    } catch (OutOfMemoryError e) {
      throw new ChunkException("it needs more memory than there is; try java -Xmx2g", e);
    }
    return extension.toContents();
  }
}
