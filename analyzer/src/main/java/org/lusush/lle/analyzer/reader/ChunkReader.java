// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.lusush.lle.analyzer.reader.Structure.Break;
import org.lusush.lle.analyzer.reader.decode.ChunkDecoder;
import org.lusush.lle.analyzer.reader.decode.ChunkSource;
import org.lusush.lle.analyzer.reader.decode.Descriptions;
import org.lusush.lle.analyzer.reader.jmc.ChunkContents;
import org.lusush.lle.analyzer.reader.jmc.ChunkException;
import org.lusush.lle.analyzer.reader.jmc.ChunkParser;
import org.lusush.lle.analyzer.reader.jmc.DirectParser;
import org.lusush.lle.analyzer.reader.jmc.Floors;

/**
 * Reads the chunks of a file, each on its own: a damaged one costs only itself. Some are read at a
 * time, as cores and memory allow, and added up in their order.
 */
final class ChunkReader {

  /** What reading one chunk needs at most, unless the chunk is uncommonly large. */
  private static final long BYTES_PER_CHUNK = 300L << 20;

  /**
   * A chunk that is there but cannot be decoded.
   *
   * @param events how many it holds, or more if it is damaged where their sizes are
   */
  record Broken(ChunkHeader chunk, String reason, long events) {}

  /**
   * The beginning of a chunk that was cut off or is still being written.
   *
   * @param part how far it was read; nothing where it could not be
   * @param reason why nothing could be read, or empty
   */
  record Beginning(
      Break place, ChunkHeader chunk, Optional<ChunkDecoder.Part> part, String reason) {}

  /** What the chunks hold that could be decoded, and those that could not. */
  record Result(ChunkContents contents, List<Broken> broken, List<Beginning> beginnings) {

    /** Returns the beginnings of chunks that were read. */
    List<ChunkHeader> begun() {
      return beginnings.stream()
          .filter(beginning -> beginning.part().isPresent())
          .map(Beginning::chunk)
          .toList();
    }
  }

  private sealed interface Part {
    record Decoded(ChunkContents contents) implements Part {}

    record Undecoded(Broken broken) implements Part {}
  }

  private final FileBytes file;
  private final LongConsumer progress;
  private final Descriptions descriptions = new Descriptions();
  private final Floors floors = new Floors();
  private final List<Broken> broken = new ArrayList<>();
  private ChunkContents contents = ChunkContents.NONE;

  private ChunkReader(FileBytes file, LongConsumer progress) {
    this.file = file;
    this.progress = progress;
  }

  /**
   * Reads chunks.
   *
   * @param breaks parts of the file that may hold the beginnings of others
   * @param progress told of each chunk that was read
   */
  static Result read(
      FileBytes file, List<ChunkHeader> chunks, List<Break> breaks, LongConsumer progress)
      throws IOException {
    var reader = new ChunkReader(file, progress);
    int atATime = Math.min(chunks.size(), atATime());
    if (atATime <= 1) {
      for (ChunkHeader chunk : chunks) {
        reader.add(reader.readChunk(chunk));
      }
    } else {
      reader.readInParallel(chunks, atATime);
    }
    List<Beginning> beginnings = new ArrayList<>();
    for (Break part : breaks) {
      if (part.chunk().isPresent()) {
        beginnings.add(reader.readBeginning(part, part.chunk().get()));
      }
    }
    return new Result(reader.contents, List.copyOf(reader.broken), List.copyOf(beginnings));
  }

  private static int atATime() {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    return (int) Math.min(runtime.availableProcessors(), Math.max(1, free / BYTES_PER_CHUNK));
  }

  private void readInParallel(List<ChunkHeader> chunks, int atATime) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(atATime);
    Deque<Future<Part>> underWay = new ArrayDeque<>();
    try {
      for (ChunkHeader chunk : chunks) {
        if (underWay.size() == 2 * atATime) { // so that nobody waits while the first is added
          add(underWay.remove().get());
        }
        underWay.add(workers.submit(() -> readChunk(chunk)));
      }
      while (!underWay.isEmpty()) {
        add(underWay.remove().get());
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
      floors.raise(contents.contents().slow());
    } else if (part instanceof Part.Undecoded undecoded) {
      broken.add(undecoded.broken);
    }
  }

  private Part readChunk(ChunkHeader chunk) throws IOException {
    ChunkSource source = file.source(chunk.offset(), chunk.end());
    try {
      Optional<ChunkContents> decoded =
          DirectParser.parse(source, chunk.frame(), descriptions, floors);
      return new Part.Decoded(decoded.isPresent() ? decoded.get() : readByParser(chunk));
    } catch (ChunkException e) {
      long events = ChunkDecoder.count(source, chunk.frame());
      return new Part.Undecoded(new Broken(chunk, e.reason(), events));
    } finally {
      progress.accept(chunk.size());
    }
  }

  /** Leaves a chunk whose description has something new in it to JMC. */
  private ChunkContents readByParser(ChunkHeader chunk) throws IOException {
    Optional<String> problem = ChunkCheck.problem(file, chunk);
    if (problem.isPresent()) {
      throw new ChunkException(problem.get());
    }
    return ChunkParser.parse(() -> file.stream(chunk.offset(), chunk.end()));
  }

  /** Takes in what is whole of a chunk that is not. */
  private Beginning readBeginning(Break part, ChunkHeader chunk) throws IOException {
    if (chunk.isGoodSoFar() && chunk.end() <= part.to()) {
      Part asNoted = readChunk(chunk);
      if (asNoted instanceof Part.Decoded decoded) {
        add(decoded);
        long events = ChunkDecoder.count(file.source(chunk.offset(), chunk.end()), chunk.frame());
        var whole = new ChunkDecoder.Part(chunk.size(), events, 0);
        return new Beginning(part, chunk, Optional.of(whole), "");
      }
    }
    try {
      ChunkSource source = file.source(chunk.offset(), part.to());
      DirectParser.Beginning beginning = DirectParser.parseBeginning(source, chunk.frame(), floors);
      contents = contents.plus(beginning.contents());
      return new Beginning(part, chunk, Optional.of(beginning.part()), "");
    } catch (ChunkException e) {
      return new Beginning(part, chunk, Optional.empty(), e.reason());
    }
  }
}
