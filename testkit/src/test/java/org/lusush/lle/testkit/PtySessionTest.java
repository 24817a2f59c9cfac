// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs on real pseudo-terminals. */
final class PtySessionTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void type_onAProgram_isReadAndAnswered() throws Exception {
    try (var session = start("sh", "-c", "tty -s && echo ready; read line; echo \"<$line>\"")) {
      session.await("ready", LONG);
      session.type("two words", Duration.ofMillis(5));
      session.press("\r");
      session.await("<two words>", LONG);

      assertThat(session.awaitExit(LONG)).isZero();
      assertThat(session.typed()).isEqualTo(10);
    }
  }

  @Test
  void resize_whileRunning_isSeenByTheProgram() throws Exception {
    // The terminal gets its first size a moment after the program has started.
    var untilItIs = "until stty size | grep '30 100'; do sleep 0.05; done; ";
    try (var session = start("sh", "-c", untilItIs + "read line; stty size")) {
      session.await("30 100", LONG);
      session.resize(120, 40);
      session.press("\r");

      session.await("40 120", LONG);
    }
  }

  @Test
  void start_aShell_isAtHome() throws Exception {
    var home = directory.toRealPath();
    var command = List.of("sh", "-c", "echo \"<$HOME $LC_ALL>\"; pwd; stty size");

    try (var session = PtySession.start(PtySession.Settings.ofShell(command, home))) {
      session.await("<" + home + " C.UTF-8>", LONG);
      session.await("\n" + home + "\r", LONG);
      session.await("30 100", LONG);
    }
  }

  @Test
  void start_withATakerOfItsOutput_handsOnAllAndKeepsNothing() throws Exception {
    var written = new StringBuilder();
    var command = List.of("sh", "-c", "echo one; read line; echo \"<$line>\"");
    try (var session =
        PtySession.start(PtySession.Settings.of(command, directory), written::append)) {
      assertThat(session.isAlive()).isTrue();
      session.type("two\r", Duration.ZERO);

      assertThat(session.awaitExit(LONG)).isZero();
      assertThat(written).contains("one\r\n").contains("<two>\r\n");
      assertThat(session.screen()).isEmpty();
      assertThat(session.isAlive()).isFalse();
    }
  }

  @Test
  void answer_ofAProgramThatAnswersLate_isNoShorterThanThat() throws Exception {
    try (var session = start("sh", "-c", "stty -echo; echo ready; read line; sleep 0.2; echo on")) {
      session.await("ready", LONG);
      long nanos = session.answer("\r", LONG);

      assertThat(nanos).isGreaterThanOrEqualTo(Duration.ofMillis(200).toNanos());
      session.await("on", LONG);
    }
  }

  @Test
  void answer_ofAProgramThatDoesNotAnswer_saysHowLongItWaited() throws Exception {
    try (var session = start("sh", "-c", "stty -echo; echo ready; sleep 60")) {
      session.await("ready", LONG);

      assertThatIOException()
          .isThrownBy(() -> session.answer("a", Duration.ofMillis(200)))
          .withMessageContaining("PT0.2S");
    }
  }

  @Test
  void pause_ofAnInterruptedThread_isOver() throws Exception {
    try (var session = start("sh", "-c", "sleep 60")) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> session.pause(LONG));
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void await_whatNeverComes_saysWhatCameInstead() throws Exception {
    try (var session = start("sh", "-c", "echo something else; sleep 60")) {
      session.await("something", LONG);

      assertThatIOException()
          .isThrownBy(() -> session.await("the prompt", Duration.ofMillis(200)))
          .withMessageContaining("the prompt")
          .withMessageContaining("something else");
    }
  }

  @Test
  void start_noSuchProgram_saysWhich() {
    assertThatIOException()
        .isThrownBy(() -> start("no-such-program-anywhere").close())
        .withMessageStartingWith("cannot start [no-such-program-anywhere] on a pseudo-terminal");
  }

  private PtySession start(String... command) throws Exception {
    return PtySession.start(PtySession.Settings.of(List.of(command), directory));
  }
}
