// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lusush.lle.analyzer.reader.jmc.ChunkContents;
import org.lusush.lle.analyzer.reader.jmc.ChunkException;
import org.lusush.lle.analyzer.reader.jmc.ChunkParser;
import org.lusush.lle.analyzer.reader.jmc.DirectParser;

/**
 * Reads the chunks of a file, each on its own: a damaged one costs only itself. Some are read at a
 * time, as cores and memory allow, and added up in their order.
 */
final class ChunkReader {

  /** What reading one chunk needs at most, unless the chunk is uncommonly large. */
  private static final long BYTES_PER_CHUNK = 300L << 20;

  /** A chunk that is there but cannot be decoded. */
  record Broken(ChunkHeader chunk, String reason) {}

  /** What the chunks hold that could be decoded, and those that could not. */
  record Result(ChunkContents contents, List<Broken> broken) {}

  private sealed interface Part {
    record Decoded(ChunkContents contents) implements Part {}

    record Undecoded(Broken broken) implements Part {}
  }

  private final FileBytes file;
  private final List<Broken> broken = new ArrayList<>();
  private ChunkContents contents = ChunkContents.NONE;

  private ChunkReader(FileBytes file) {
    this.file = file;
  }

  static Result read(FileBytes file, List<ChunkHeader> chunks) throws IOException {
    var reader = new ChunkReader(file);
    int atATime = Math.min(chunks.size(), atATime());
    if (atATime <= 1) {
      for (ChunkHeader chunk : chunks) {
        reader.add(reader.readChunk(chunk));
      }
    } else {
      reader.readInParallel(chunks, atATime);
    }
    return new Result(reader.contents, List.copyOf(reader.broken));
  }

  private static int atATime() {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    return (int) Math.min(runtime.availableProcessors(), Math.max(1, free / BYTES_PER_CHUNK));
  }

  private void readInParallel(List<ChunkHeader> chunks, int atATime) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(atATime);
    try {
      for (int from = 0; from < chunks.size(); from += atATime) {
        List<Callable<Part>> batch = new ArrayList<>();
        for (ChunkHeader chunk : chunks.subList(from, Math.min(chunks.size(), from + atATime))) {
          batch.add(() -> readChunk(chunk));
        }
        for (Future<Part> part : workers.invokeAll(batch)) {
          add(part.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("reading was interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("a part of the file could not be read: " + e.getCause(), e);
    } finally {
      workers.shutdownNow();
    }
  }

  private void add(Part part) {
    if (part instanceof Part.Decoded decoded) {
      contents = contents.plus(decoded.contents);
    } else if (part instanceof Part.Undecoded undecoded) {
      broken.add(undecoded.broken);
    }
  }

  private Part readChunk(ChunkHeader chunk) throws IOException {
    try {
      Optional<ChunkContents> decoded =
          DirectParser.parse(file.source(chunk.offset(), chunk.end()), chunk.frame());
      return decoded.isPresent() ? new Part.Decoded(decoded.get()) : readByParser(chunk);
    } catch (ChunkException e) {
      return new Part.Undecoded(new Broken(chunk, e.reason()));
    }
  }

  /** Leaves a chunk whose description has something new in it to JMC. */
  private Part readByParser(ChunkHeader chunk) throws IOException {
    Optional<String> problem = ChunkCheck.problem(file, chunk);
    if (problem.isPresent()) {
      return new Part.Undecoded(new Broken(chunk, problem.get()));
    }
    try {
      return new Part.Decoded(ChunkParser.parse(() -> file.stream(chunk.offset(), chunk.end())));
    } catch (ChunkException e) {
      return new Part.Undecoded(new Broken(chunk, e.reason()));
    }
  }
}
