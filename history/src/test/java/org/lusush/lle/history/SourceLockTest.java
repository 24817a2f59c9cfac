// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer a folder, in this process and others. */
final class SourceLockTest {

  @TempDir Path folder;

  @Test
  void tryLock_whatIsLockedHere_isRefusedAndStaysLockedForOtherProcesses() throws Exception {
    Path file = folder.resolve("lock");
    assertThat(isFreeElsewhere(file)).isTrue();

    try (var lock = SourceLock.tryLock(file).orElseThrow()) {
      assertThat(SourceLock.tryLock(file)).isEmpty();
      assertThat(isFreeElsewhere(file)).isFalse();
      assertThat(lock).isNotNull();
    }

    assertThat(isFreeElsewhere(file)).isTrue();
    try (var lock = SourceLock.tryLock(file).orElseThrow()) {
      assertThat(lock).isNotNull();
    }
  }

  private static boolean isFreeElsewhere(Path file) throws Exception {
    return new ProcessBuilder(
                AppendingProcess.java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SourceLockTest.class.getName(),
                file.toString())
            .start()
            .waitFor()
        == 0;
  }

  /** Ends with 0 when it could lock a file. */
  public static void main(String[] arguments) throws Exception {
    try (var lock = SourceLock.tryLock(Path.of(arguments[0])).orElse(null)) {
      System.exit(lock == null || !Files.exists(Path.of(arguments[0])) ? 1 : 0);
    }
  }
}
