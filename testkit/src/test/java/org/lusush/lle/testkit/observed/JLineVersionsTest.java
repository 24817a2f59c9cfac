// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lusush.lle.testkit.Script;

/** The program with other versions of JLine than the one that everything was compiled with. */
final class JLineVersionsTest {

  /** Typed at a pace first, then at once. */
  private static final Script SESSION = ObservedTypingTest.SESSION;

  private static final Duration PACE = Duration.ofMillis(15);

  @TempDir Path directory;

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource({
    "3.19.0, true",
    "3.21.0, true",
    "3.25.0, true",
    "3.30.6, false",
    "4.0.12, true",
    "4.5.0, true"
  })
  void session_onAnotherJLine_isAsManyKeystrokesAsTyped(String version, boolean proxied)
      throws Exception {
    var observed =
        Observed.inProcess(
            directory,
            Set.of(),
            classPath(version),
            terminal -> {
              terminal.type(SESSION, PACE);
              terminal.type(SESSION);
            });

    assertThat(observed.recordedKinds()).isEqualTo(observed.typedKinds());
    assertThat(observed.commands()).contains("expand-or-complete", "begin-paste", "forward-word");
    assertThat(observed.keystrokes())
        .allSatisfy(key -> assertThat(key.getInt("paints")).isPositive());
    assertThat(observed.screen()).contains(proxied ? ObservedShell.PROXIED : ObservedShell.PLAIN);
    assertThat(observed.session().getString("editor")).isEqualTo("JLine " + version);
    assertThat(observed.session().getLong("failures")).isZero();
    assertThat(observed.session().getLong("dropped")).isZero();
  }

  /** Returns the class path of this test, with the jars of a JLine in the place of its own. */
  private static List<String> classPath(String version) throws IOException {
    var classPath = new ArrayList<>(Observed.classPath());
    assertThat(
            classPath.removeIf(
                entry -> Path.of(entry).getFileName().toString().startsWith("jline-")))
        .isTrue();
    try (var jars = Files.list(Path.of(System.getProperty("lle.jlines"), version))) {
      jars.map(Path::toString).forEach(classPath::add);
    }
    return classPath;
  }
}
