// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what a report should be; {@code -Dlle.golden.write=true} writes them anew. */
public final class Golden {

  private static final Path DIRECTORY = Path.of("src/test/resources/golden");

  private Golden() {}

  public static void assertEquals(String file, String actual) throws IOException {
    Path golden = DIRECTORY.resolve(file);
    if (Boolean.getBoolean("lle.golden.write")) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}
