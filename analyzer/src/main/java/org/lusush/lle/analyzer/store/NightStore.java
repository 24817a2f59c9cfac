// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.night.Night;

/**
 * A directory with one file a night, named after its date: {@code 2026-11-27.json}.
 *
 * <p>A file is there as a whole or not at all, whoever writes at the same time; of two that write
 * the same night the later one stays. A file that cannot be read is named and left out.
 */
public final class NightStore {

  private static final String SUFFIX = ".json";

  /** A night takes some tens of kilobytes. */
  private static final long LARGEST_BYTES = 8 << 20;

  private static final int MOST_FILES = 10_000;

  private final Path directory;

  public NightStore(Path directory) {
    this.directory = directory;
  }

  /**
   * What is in the store.
   *
   * @param nights in their order
   * @param leftOut sentences about the files that could not be read
   */
  public record Content(List<Night> nights, List<String> leftOut) {

    public Content {
      nights = List.copyOf(nights);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Reads all nights; there are none in a directory that does not exist.
   *
   * @throws IOException if the directory cannot be read
   */
  public Content read() throws IOException {
    List<Night> nights = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Path file : files()) {
      try {
        nights.add(read(file));
      } catch (NightFormatException e) {
        leftOut.add(name(file) + " is left out: " + Printable.of(e.sentence()));
      } catch (IOException e) {
        leftOut.add(name(file) + " is left out: it cannot be read");
      }
    }
    nights.sort(Comparator.comparing(Night::date));
    return new Content(nights, leftOut);
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    if (!Files.exists(directory)) {
      return files;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : all) {
        if (Files.isRegularFile(file) && files.size() < MOST_FILES) {
          files.add(file);
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(Comparator.comparing(Path::toString));
    return files;
  }

  private static Night read(Path file) throws IOException, NightFormatException {
    if (Files.size(file) > LARGEST_BYTES) {
      throw new NightFormatException("it is larger than any night's results");
    }
    Night night = NightFormat.parse(Files.readString(file, StandardCharsets.UTF_8));
    if (!file.getFileName().toString().equals(night.date() + SUFFIX)) {
      throw new NightFormatException(
          "it holds the night of %s; name it %s%s".formatted(night.date(), night.date(), SUFFIX));
    }
    return night;
  }

  private static String name(Path file) {
    return Printable.of(file.getFileName().toString());
  }

  /**
   * Writes a night, in the place of what was there of it.
   *
   * @return whether there was something
   * @throws IOException if it could not be written; then what was there still is
   */
  public boolean write(Night night) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(night.date() + SUFFIX);
    Path part = directory.resolve("." + night.date() + "-" + UUID.randomUUID() + ".part");
    try {
      writeThrough(part, NightFormat.text(night).getBytes(StandardCharsets.UTF_8));
      boolean replaces = Files.exists(file);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return replaces;
    } finally {
      deleteQuietly(part);
    }
  }

  private static void writeThrough(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void deleteQuietly(Path part) throws IOException {
    try {
      Files.delete(part);
    } catch (NoSuchFileException e) {
      // It has become the night's file.
    }
  }
}
