// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The documents show the example as it is. */
final class DocumentedExampleTest {

  private static final Path TESTKIT = Path.of(System.getProperty("lle.root"), "testkit", "src");
  private static final Path PACKAGE = Path.of("java", "org", "lusush", "lle", "testkit");

  private final String source;

  DocumentedExampleTest() throws IOException {
    source =
        Files.readString(
            TESTKIT.resolve("test").resolve(PACKAGE).resolve("example/CompletionTest.java"));
  }

  @Test
  void guide_example_isTheTestThatRuns() {
    var example = source.substring(source.indexOf("import static"));

    assertThat(Path.of(System.getProperty("lle.root"), "docs", "testkit.md"))
        .content()
        .contains("```java\n" + example + "```");
  }

  @Test
  void packageDocumentation_example_isTheTestThatRuns() throws Exception {
    var example = source.substring(source.indexOf("@ExtendWith"));

    var documentation =
        Files.readString(TESTKIT.resolve("main").resolve(PACKAGE).resolve("package-info.java"));

    assertThat(documentation.replaceAll("(?m)^ \\* ?", ""))
        .contains("{@code\n" + example + "}</pre>");
  }
}
