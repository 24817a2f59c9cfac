// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lusush.lle.suite.tape.Step;

final class OutputTest {

  private final AtomicLong clock = new AtomicLong(1_000);
  private final Output output = new Output(clock::get);

  @Test
  void answeredAfterNanos_isTheTimeToTheFirstOutputAfterAKey() {
    output.keyComes();
    assertThat(output.answeredAfterNanos()).isEqualTo(-1);

    clock.addAndGet(250);
    output.accept("a");
    clock.addAndGet(500);
    output.accept("b");

    assertThat(output.answeredAfterNanos()).isEqualTo(250);
    output.keyComes();
    assertThat(output.answeredAfterNanos()).isEqualTo(-1);
  }

  @Test
  void awaitAfter_outputThatCameBefore_isNone() throws Exception {
    output.accept("old");
    clock.addAndGet(1);
    long sent = output.keyComes();

    assertThat(output.awaitAfter(sent, clock.get())).isFalse();
    clock.addAndGet(1);
    output.accept("new");
    assertThat(output.awaitAfter(sent, clock.get())).isTrue();
  }

  @Test
  void awaitMatch_aPromptInColours_isSeenAtTheEndOfTheLastLine() throws Exception {
    output.keyComes();
    output.accept("\u001b[1mtotal > 3\u001b[0m\r\n\u001b]0;title\u0007\u001b[34m~\u001b[m ❯");

    assertThat(sees(prompt("❯$"), true)).isTrue();
    assertThat(sees(prompt("3$"), true)).isFalse();
    assertThat(sees(new Step.Wait(Pattern.compile("total > 3"), true, false, Duration.ZERO), true))
        .isTrue();
    output.accept(" \u001b[?2004h");
    assertThat(sees(prompt("❯$"), true)).isTrue();
    output.accept("x");
    assertThat(sees(prompt("❯$"), true)).isFalse();
  }

  @Test
  void awaitMatch_aPromptWithAnotherOnTheRight_isSeenWhereTheCursorIs() throws Exception {
    output.keyComes();
    output.accept("\r\ndone\r\n~ ❯ \u001b[20C1.3 s\r\u001b[4C");
    assertThat(sees(prompt("❯$"), true)).isTrue();

    output.accept("ls\u001b[2m -la\u001b[0m\b\b\b\b");
    assertThat(sees(prompt("ls$"), false)).isTrue();

    output.accept("\u001b[2D\u001b[K");
    assertThat(sees(prompt("❯$"), true)).isTrue();
  }

  @Test
  void awaitMatch_aLinePaintedAnewAfterEnter_isNoPromptYet() throws Exception {
    output.keyComes();
    output.accept("\rsql> select 1 >");

    assertThat(sees(prompt(">$"), true)).isFalse();
    assertThat(sees(prompt(">$"), false)).isTrue();
    output.accept("\r\n1 row\r\nsql> ");
    assertThat(sees(prompt("sql>$"), true)).isTrue();
  }

  @Test
  void wantsApplicationKeys_whateverPiecesItIsToldIn_isTheLastThatWasSaid() {
    assertThat(output.wantsApplicationKeys()).isFalse();
    output.accept("prompt\u001b[?");
    output.accept("1h\u001b=");
    assertThat(output.wantsApplicationKeys()).isTrue();
    output.keyComes();
    output.accept("typed");
    assertThat(output.wantsApplicationKeys()).isTrue();
    output.accept("\u001b[?1l\u001b>");
    assertThat(output.wantsApplicationKeys()).isFalse();
  }

  private boolean sees(Step.Wait wait, boolean afterEnter) throws InterruptedException {
    return output.awaitMatch(wait, afterEnter, clock.get());
  }

  private static Step.Wait prompt(String pattern) {
    return new Step.Wait(Pattern.compile(pattern), false, true, Duration.ZERO);
  }
}
