// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite on a shell that nobody prepared, started by a script as a process of its own. */
final class ForeignShellIT {

  private static final String FOREIGN = System.getProperty("lle.test.foreign", "");

  @TempDir private Path folder;

  @Test
  void run_sqllineFromAScript_isEnteredAndMissesNoKey() throws Exception {
    var tape =
        Files.writeString(
            folder.resolve("sqlline.tape"),
            """
            Set WaitPattern /sqlline>$/
            Type "!set silent true" Left 3 Ctrl+E Enter
            Wait@60s
            Up Ctrl+U Enter
            Wait@60s
            """);
    var run =
        Cli.run(
            List.of(
                "--tests=throughput,memory",
                "--duration=1",
                "--tape=" + tape,
                "--output=" + folder.resolve("out"),
                "--",
                script().toString()));

    assertThat(run.exit()).as("%s", run).isIn(0, 1);
    assertThat(run.out()).contains("2 tests passed, 0 failed");
    var json = Files.readString(folder.resolve("out/suite.json"));
    assertThat(SuiteSchema.faults(json)).isEmpty();
    var lost =
        new ObjectMapper()
            .readTree(json).findParents("name").stream()
                .filter(node -> node.get("name").asText().equals("throughput.lost"))
                .findFirst()
                .orElseThrow();
    assertThat(lost.get("value").asLong()).as("%s", run).isZero();
    assertThat(run.out()).contains("JLine 3.21.0");
  }

  /** A script whose shell is a child of it, as many launchers have it. */
  private Path script() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var script =
        Files.writeString(
            folder.resolve("run.sh"),
            "#!/bin/sh\n\"%s\" -Duser.home=\"%s\" -cp '%s/*' sqlline.SqlLine\necho done\n"
                .formatted(java, folder, FOREIGN));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }
}
