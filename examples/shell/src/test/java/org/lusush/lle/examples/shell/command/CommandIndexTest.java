// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandIndexTest {
  @TempDir Path first;
  @TempDir Path second;
  private final AtomicInteger scans = new AtomicInteger();

  @Test
  void names_severalDirectories_areMergedAndOnlyPrograms() throws IOException {
    program(first, "one");
    program(second, "two");
    Files.createFile(second.resolve("data"));
    Files.createDirectory(second.resolve("folder"));

    assertThat(index().names()).containsExactly("one", "two");
  }

  @Test
  void find_sameNameTwice_takesTheFirst() throws IOException {
    program(second, "tool");
    Path wanted = program(first, "tool");

    assertThat(index().find("tool")).contains(wanted);
    assertThat(index().find("none")).isEmpty();
    assertThat(index().find("")).isEmpty();
    assertThat(index().find("a/b")).isEmpty();
    assertThat(index().find("\0")).isEmpty();
  }

  @Test
  void find_programMadeAfterScan_isFound() throws IOException {
    CommandIndex index = index();
    assertThat(index.contains("late")).isFalse();

    program(first, "late");

    assertThat(index.find("late")).isPresent();
  }

  @Test
  void refresh_changedDirectory_scansOnlyThat() throws IOException {
    CommandIndex index = index();
    assertThat(index.names()).isEmpty();
    int before = scans.get();

    program(first, "late");
    Files.setLastModifiedTime(first, FileTime.fromMillis(1_000));
    index.refresh();

    assertThat(index.contains("late")).isTrue();
    assertThat(scans.get() - before).isEqualTo(1);
  }

  @Test
  void names_askedAgain_doesNotScan() {
    CommandIndex index = index();
    index.names();
    int before = scans.get();

    index.names();
    index.refresh();

    assertThat(scans.get()).isEqualTo(before);
  }

  @Test
  void names_missingDirectory_offersNothing() {
    CommandIndex index =
        new CommandIndex(() -> "/no/such/place::" + first, DirectoryScanner.ofFileSystem());

    assertThat(index.names()).isEmpty();
  }

  private CommandIndex index() {
    return new CommandIndex(
        () -> first + ":" + second,
        directory -> {
          scans.incrementAndGet();
          return DirectoryScanner.ofFileSystem().scan(directory);
        });
  }

  private static Path program(Path directory, String name) throws IOException {
    Path file = Files.createFile(directory.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
