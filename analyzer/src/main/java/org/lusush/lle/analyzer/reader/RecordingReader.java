// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.ReadOutcome.Failure;
import org.lusush.lle.analyzer.model.ReadOutcome.Success;
import org.lusush.lle.analyzer.reader.Structure.Break;

/**
 * Reads recordings in one pass and bounded memory.
 *
 * <p>Whatever a file holds, there is an outcome and no exception. A chunk that comes twice, in one
 * file or in several read by one reader, is counted once. Not thread-safe.
 */
public final class RecordingReader {

  private static final int KIND_BYTES = 512;

  private final Set<ChunkHeader.Identity> seen = new HashSet<>();

  /** Reads one recording. */
  public static ReadOutcome readOne(Path file) {
    return new RecordingReader().read(file);
  }

  /** Reads recordings, in their order; each has its own outcome. */
  public static List<ReadOutcome> readAll(Collection<Path> files) {
    var reader = new RecordingReader();
    List<ReadOutcome> outcomes = new ArrayList<>();
    for (Path file : files) {
      outcomes.add(reader.read(file));
    }
    return outcomes;
  }

  /** Reads a recording, leaving out the chunks that this reader met before. */
  public ReadOutcome read(Path file) {
    String name = file.toString();
    return open(
        file, (bytes, start) -> readBytes(name, bytes, start), why -> new Failure(name, why));
  }

  /** Makes something of a file that begins as recordings do. */
  @FunctionalInterface
  interface Body<T> {
    T of(FileBytes bytes, ByteBuffer start) throws IOException;
  }

  /** Opens a recording, and returns what is made of it, or of why it cannot be opened. */
  static <T> T open(Path file, Body<T> body, Function<Problem, T> failed) {
    try {
      return openRegular(file, body, failed);
    } catch (NoSuchFileException e) {
      return failed.apply(new Problem.NoSuchFile());
    } catch (AccessDeniedException e) {
      return failed.apply(new Problem.NotReadable("permission denied"));
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return failed.apply(new Problem.NotReadable(reason));
    }
  }

  private static <T> T openRegular(Path file, Body<T> body, Function<Problem, T> failed)
      throws IOException {
    if (Files.isDirectory(file)) {
      return failed.apply(new Problem.IsDirectory());
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return failed.apply(new Problem.NotReadable("it is not a regular file; save it to one"));
    }
    try (FileBytes bytes = FileBytes.open(file)) {
      if (bytes.size() == 0) {
        return failed.apply(new Problem.Empty());
      }
      ByteBuffer start = bytes.read(0, KIND_BYTES);
      if (!ChunkScanner.beginsChunk(start)) {
        return failed.apply(new Problem.NotARecording(FileKind.of(start)));
      }
      return body.of(bytes, start);
    }
  }

  private ReadOutcome readBytes(String name, FileBytes bytes, ByteBuffer start) throws IOException {
    Structure structure = ChunkScanner.scan(bytes);
    if (structure.whole().isEmpty()) {
      return new Failure(name, noWholeChunk(structure.breaks().get(0), start));
    }
    return readChunks(name, bytes, structure);
  }

  /** Returns why no whole chunk is in a file, by its first part. */
  static Problem noWholeChunk(Break part, ByteBuffer start) {
    return switch (part.why()) {
      case CUT_OFF -> new Problem.Truncated(part.bytes(), part.expectedEnd());
      case UNFINISHED -> new Problem.Unfinished();
      case UNSUPPORTED -> new Problem.UnsupportedVersion(start.getShort(4), start.getShort(6));
      case DAMAGED -> new Problem.Damaged("its header makes no sense; copy the file again");
    };
  }

  private ReadOutcome readChunks(String name, FileBytes bytes, Structure structure)
      throws IOException {
    List<ChunkHeader> fresh = fresh(structure.whole());
    int repeated = structure.whole().size() - fresh.size();
    ChunkReader.Result result = ChunkReader.read(bytes, fresh);
    if (!fresh.isEmpty() && result.broken().size() == fresh.size()) {
      return new Failure(name, new Problem.Damaged(result.broken().get(0).reason()));
    }
    return judged(new FileContents(name, bytes.size(), structure, repeated, fresh, result));
  }

  private List<ChunkHeader> fresh(List<ChunkHeader> chunks) {
    return chunks.stream().filter(chunk -> seen.add(chunk.identity())).toList();
  }

  private static ReadOutcome judged(FileContents contents) {
    Optional<Problem> problem = contents.problem();
    return problem.isPresent()
        ? new Failure(contents.name(), problem.get())
        : new Success(contents.name(), contents.toRecording());
  }
}
