// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Problem;

/**
 * Hands the whole chunks of recordings to one taker, one after the other, each once. Not
 * thread-safe.
 */
public final class ChunkFeed {

  /** Opens the bytes of a chunk, from its magic to its last event. */
  @FunctionalInterface
  public interface ChunkBytes {
    InputStream open() throws IOException;
  }

  /** Takes chunks. */
  @FunctionalInterface
  public interface Taker {
    void take(ChunkBytes chunk) throws UnreadableChunkException;
  }

  /** A chunk that is there but cannot be decoded; the message says why, as a clause. */
  public static final class UnreadableChunkException extends Exception {
    public UnreadableChunkException(String reason, Throwable cause) {
      super(reason, cause);
    }
  }

  private final Taker taker;
  private final Set<ChunkHeader.Identity> seen = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  public ChunkFeed(Taker taker) {
    this.taker = taker;
  }

  /** Feeds the chunks of a file, and returns why there was none, or nothing when there was one. */
  public Optional<Problem> feed(Path file) {
    return RecordingReader.open(file, (bytes, start) -> feed(file, bytes, start), Optional::of);
  }

  private Optional<Problem> feed(Path file, FileBytes bytes, ByteBuffer start) throws IOException {
    Structure structure = ChunkScanner.scan(bytes);
    if (structure.whole().isEmpty()) {
      return Optional.of(RecordingReader.noWholeChunk(structure.breaks().get(0), start));
    }
    Optional<String> lastReason = Optional.empty();
    int unreadable = 0;
    for (ChunkHeader chunk : structure.whole()) {
      if (seen.add(chunk.identity())) {
        Optional<String> reason = take(bytes, chunk);
        unreadable += reason.isPresent() ? 1 : 0;
        lastReason = reason.isPresent() ? reason : lastReason;
      }
    }
    if (unreadable == structure.whole().size()) {
      return lastReason.map(Problem.Damaged::new);
    }
    int lost = unreadable + structure.breaks().size();
    if (lost > 0) {
      notes.add(
          Printable.of(file.toString())
              + " is incomplete: "
              + lost
              + (lost == 1 ? " part" : " parts")
              + " of it could not be read; lle analyze says which");
    }
    return Optional.empty();
  }

  private Optional<String> take(FileBytes bytes, ChunkHeader chunk) throws IOException {
    Optional<String> problem = ChunkCheck.problem(bytes, chunk);
    if (problem.isPresent()) {
      return problem;
    }
    try {
      taker.take(() -> bytes.stream(chunk.offset(), chunk.end()));
      return Optional.empty();
    } catch (UnreadableChunkException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Returns what of the files could not be fed, each as one sentence. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
