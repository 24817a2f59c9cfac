// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts on real pseudo-terminals. */
final class PtyTerminalTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void type_cursorKeys_areSentAsTheProgramWantsThem() throws Exception {
    var program =
        """
        stty raw -echo
        printf 'plain>'; dd bs=1 count=3 2>/dev/null | od -An -c
        printf '\\033[?1happlication>'; dd bs=1 count=3 2>/dev/null | od -An -c
        printf '\\033[?1lplain again>'; dd bs=1 count=3 2>/dev/null | od -An -c
        printf 'end>'
        """;
    try (var terminal = start(program)) {
      terminal.await("plain>", 0, LONG);
      for (var next : List.of("application>", "plain again>", "end>")) {
        terminal.type(Script.of().key(Key.UP).expect(next));
      }

      assertThat(terminal.screen().replaceAll("\\s+", ""))
          .contains("plain>033[A", "application>033OA", "plainagain>033[A");
      assertThat(terminal.typed()).hasSize(3);
    }
  }

  @Test
  void type_slowKey_isOneKeystrokeWithAHaltInside() throws Exception {
    var halt = Duration.ofMillis(200);
    try (var terminal =
        start("stty raw -echo; printf ready; dd bs=1 count=3 2>/dev/null | od -c")) {
      terminal.await("ready", 0, LONG);
      long start = System.nanoTime();

      terminal.type(Script.of().slowKey(Key.UP, halt).expect("["));

      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(halt.toNanos());
      assertThat(terminal.typed()).containsExactly(Key.UP.keystroke());
      assertThat(terminal.session().typed()).isEqualTo(1);
    }
  }

  @Test
  void type_atAPace_takesTheTimeOfAllItsKeysAndPauses() throws Exception {
    try (var terminal = start("cat")) {
      long start = System.nanoTime();

      terminal.type(Script.of().text("abcd").pause(Duration.ofMillis(100)), Duration.ofMillis(50));

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(4 * 50 + 100));
      terminal.await("abcd", 0, LONG);
    }
  }

  private PtyTerminal start(String program) throws Exception {
    return PtyTerminal.start(PtySession.Settings.of(List.of("sh", "-c", program), directory));
  }
}
