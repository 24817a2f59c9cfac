// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.ReadOutcome.Failure;
import org.lusush.lle.analyzer.model.ReadOutcome.Success;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.reader.Structure.Break;

/**
 * Reads recordings in one pass and bounded memory.
 *
 * <p>Whatever a file holds, there is an outcome and no exception. A chunk that comes twice, in one
 * file or in several read by one reader, is counted once. Not thread-safe.
 */
public final class RecordingReader {

  private static final int KIND_BYTES = 512;

  private static final int MAX_ENTRIES = 10_000;

  private final ReadProgress progress;
  private final Set<ChunkHeader.Identity> seen = new HashSet<>();

  /** Chunks that were read to their ends, and others that were not, by how they begin. */
  private final Set<ChunkHeader.Beginning> wholes = new HashSet<>();

  private final Set<ChunkHeader.Beginning> begun = new HashSet<>();

  public RecordingReader() {
    this(ReadProgress.NONE);
  }

  /**
   * @param progress told of each chunk that was read
   */
  public RecordingReader(ReadProgress progress) {
    this.progress = progress;
  }

  /** Reads one recording. */
  public static ReadOutcome readOne(Path file) {
    return new RecordingReader().read(file);
  }

  /**
   * Returns files as they are, and in place of a directory the recordings in it and below, by name.
   */
  public static List<Path> files(Collection<Path> inputs) {
    return Inputs.expand(inputs);
  }

  /** Reads recordings, as {@link #readEach} does. */
  public static List<ReadOutcome> readAll(Collection<Path> files) {
    return new RecordingReader().readEach(files);
  }

  /**
   * Reads recordings, in their order; each has its own outcome. In place of a directory come the
   * recordings in it and below, and in place of a zip archive those that it holds.
   */
  public List<ReadOutcome> readEach(Collection<Path> inputs) {
    List<Path> files = Inputs.expand(inputs);
    if (files.size() > 1) {
      files.forEach(this::announce);
    }
    List<ReadOutcome> outcomes = new ArrayList<>();
    for (Path file : files) {
      outcomes.addAll(isZip(file) ? readEntries(file) : List.of(read(file)));
    }
    return outcomes;
  }

  /** Notes which chunks are whole in a file, so that their beginnings elsewhere are left to it. */
  private void announce(Path file) {
    try (FileBytes bytes = FileBytes.open(file)) {
      if (ChunkScanner.beginsChunk(bytes.read(0, Integer.BYTES))) {
        ChunkScanner.scan(bytes).whole().forEach(chunk -> wholes.add(chunk.beginning()));
      }
    } catch (IOException e) {
      return; // which reading it will tell
    }
  }

  /**
   * Reads a recording, which may be packed by gzip, leaving out the chunks that this reader met
   * before. A directory or zip archive is as good as the recordings in it taken together, if all of
   * them can be read.
   */
  public ReadOutcome read(Path file) {
    return read(file, file.toString());
  }

  /**
   * Reads a recording.
   *
   * @param name what it is to be called in its outcome
   */
  public ReadOutcome read(Path file, String name) {
    if (Files.isDirectory(file) || isZip(file)) {
      List<Path> inside = Inputs.expand(List.of(file));
      return inside.equals(List.of(file)) && !isZip(file)
          ? new Failure(name, new Problem.IsDirectory())
          : together(name, readEach(inside));
    }
    return open(
        file, (bytes, start) -> readBytes(name, bytes, start), why -> new Failure(name, why));
  }

  private static ReadOutcome together(String name, List<ReadOutcome> outcomes) {
    List<Recording> recordings = new ArrayList<>();
    for (ReadOutcome outcome : outcomes) {
      if (!(outcome instanceof Success success)) {
        return outcome;
      }
      recordings.add(success.recording());
    }
    return new Success(name, Recording.merged(recordings));
  }

  private static boolean isZip(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (FileBytes bytes = FileBytes.open(file)) {
      return Unpacking.isZip(bytes.read(0, Integer.BYTES));
    } catch (IOException e) {
      return false; // which reading it will tell
    }
  }

  private List<ReadOutcome> readEntries(Path archive) {
    List<ReadOutcome> outcomes = new ArrayList<>();
    try (var zip = new ZipFile(archive.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .limit(MAX_ENTRIES)
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      for (ZipEntry entry : entries) {
        String name = archive + "!" + entry.getName();
        outcomes.add(guarded(() -> readEntry(name, zip, entry), why -> new Failure(name, why)));
      }
    } catch (IOException e) {
      return List.of(new Failure(archive.toString(), new Problem.NotReadable(reason(e))));
    }
    return outcomes.isEmpty()
        ? List.of(new Failure(archive.toString(), new Problem.Empty()))
        : outcomes;
  }

  private ReadOutcome readEntry(String name, ZipFile zip, ZipEntry entry) throws IOException {
    long packed = Math.max(0, entry.getCompressedSize());
    try (InputStream in = zip.getInputStream(entry);
        FileBytes bytes = unpackedTwice(in, packed)) {
      return begun(
          bytes, (whole, start) -> readBytes(name, whole, start), why -> new Failure(name, why));
    }
  }

  /** Unpacks an entry, which may be packed by gzip itself. */
  private static FileBytes unpackedTwice(InputStream entry, long packed) throws IOException {
    var in = new PushbackInputStream(entry, 2);
    byte[] start = in.readNBytes(2);
    in.unread(start);
    boolean gzip = Unpacking.isGzip(ByteBuffer.wrap(start));
    return Unpacking.unpack(gzip ? new GZIPInputStream(in) : in, packed);
  }

  /** Makes something of a file that begins as recordings do. */
  @FunctionalInterface
  interface Body<T> {
    T of(FileBytes bytes, ByteBuffer start) throws IOException;
  }

  /**
   * Opens a recording, unpacks it where it is packed by gzip, and returns what is made of it, or of
   * why it cannot be opened.
   */
  static <T> T open(Path file, Body<T> body, Function<Problem, T> failed) {
    return guarded(() -> openRegular(file, body, failed), failed);
  }

  /** Reads something. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T guarded(Reading<T> reading, Function<Problem, T> failed) {
    try {
      return reading.read();
    } catch (NoSuchFileException e) {
      return failed.apply(new Problem.NoSuchFile());
    } catch (AccessDeniedException e) {
      return failed.apply(new Problem.NotReadable("permission denied"));
    } catch (IOException e) {
      return failed.apply(new Problem.NotReadable(reason(e)));
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
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
      if (Unpacking.isGzip(bytes.read(0, 2))) {
        try (FileBytes unpacked = Unpacking.gzip(file)) {
          return begun(unpacked, body, failed);
        }
      }
      return begun(bytes, body, failed);
    }
  }

  private static <T> T begun(FileBytes bytes, Body<T> body, Function<Problem, T> failed)
      throws IOException {
    if (bytes.size() == 0) {
      return failed.apply(new Problem.Empty());
    }
    ByteBuffer start = bytes.read(0, KIND_BYTES);
    if (!ChunkScanner.beginsChunk(start)) {
      return failed.apply(new Problem.NotARecording(FileKind.of(start)));
    }
    return body.of(bytes, start);
  }

  private ReadOutcome readBytes(String name, FileBytes bytes, ByteBuffer start) throws IOException {
    Structure structure = ChunkScanner.scan(bytes);
    List<ChunkHeader> fresh = fresh(structure.whole());
    int repeated = structure.whole().size() - fresh.size();
    List<Break> breaks = structure.breaks().stream().map(this::withoutKnown).toList();
    ChunkReader.Result result =
        ChunkReader.read(bytes, fresh, breaks, new Told(name, bytes.size(), progress));
    result.broken().forEach(broken -> seen.remove(broken.chunk().identity()));
    if (result.begun().isEmpty()) {
      if (structure.whole().isEmpty()) {
        return new Failure(name, noWholeChunk(structure.breaks().get(0), start));
      }
      if (!fresh.isEmpty() && result.broken().size() == fresh.size()) {
        return new Failure(name, new Problem.Damaged(result.broken().get(0).reason()));
      }
    }
    begun.addAll(result.begun().stream().map(ChunkHeader::beginning).toList());
    return judged(new FileContents(name, bytes.size(), structure, repeated, fresh, result));
  }

  /** Leaves the beginning of a chunk alone that was read as a whole, or up to there, before. */
  private Break withoutKnown(Break part) {
    boolean known =
        part.chunk()
            .map(ChunkHeader::beginning)
            .filter(chunk -> begun.contains(chunk) || wholes.contains(chunk))
            .isPresent();
    return known ? part.withoutChunk() : part;
  }

  private static final class Told implements LongConsumer {
    private final String name;
    private final long total;
    private final ReadProgress progress;
    private long read;

    Told(String name, long total, ReadProgress progress) {
      this.name = name;
      this.total = total;
      this.progress = progress;
    }

    @Override
    public synchronized void accept(long bytes) {
      read += bytes;
      progress.read(name, Math.min(read, total), total);
    }
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

  private List<ChunkHeader> fresh(List<ChunkHeader> chunks) {
    List<ChunkHeader> fresh = new ArrayList<>();
    for (ChunkHeader chunk : chunks) {
      if (!begun.contains(chunk.beginning()) && seen.add(chunk.identity())) {
        wholes.add(chunk.beginning());
        fresh.add(chunk);
      }
    }
    return fresh;
  }

  private static ReadOutcome judged(FileContents contents) {
    Optional<Problem> problem = contents.problem();
    return problem.isPresent()
        ? new Failure(contents.name(), problem.get())
        : new Success(contents.name(), contents.toRecording());
  }
}
