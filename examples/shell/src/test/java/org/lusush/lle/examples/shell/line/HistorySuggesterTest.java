// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.reader.impl.history.DefaultHistory;
import org.junit.jupiter.api.Test;

final class HistorySuggesterTest {
  private final DefaultHistory history = new DefaultHistory();
  private final HistorySuggester suggester = new HistorySuggester(history);

  @Test
  void suggest_severalLines_takesTheMostRecent() {
    history.add("git status");
    history.add("git commit");
    history.add("ls");

    assertThat(suggester.suggest("git ")).isEqualTo("commit");
    assertThat(suggester.suggest("git s")).isEqualTo("tatus");
  }

  @Test
  void suggest_wholeLine_hasNothingToAdd() {
    history.add("ls");

    assertThat(suggester.suggest("ls")).isEmpty();
  }

  @Test
  void suggest_blankOrUnknown_isEmpty() {
    assertThat(suggester.suggest("a")).isEmpty();
    history.add("ls [a-z]* (x) $y");

    assertThat(suggester.suggest("")).isEmpty();
    assertThat(suggester.suggest("  ")).isEmpty();
    assertThat(suggester.suggest("x")).isEmpty();
    assertThat(suggester.suggest("ls [a")).isEqualTo("-z]* (x) $y");
  }

  @Test
  void walk_prefix_findsOlderAndComesBack() {
    history.add("git status");
    history.add("ls");
    history.add("git commit");
    history.add("git commit");
    HistoryWalk walk = new HistoryWalk(history);

    assertThat(walk.older("git")).isEqualTo("git commit");
    assertThat(walk.older("git commit")).isEqualTo("git status");
    assertThat(walk.older("git status")).isNull();
    assertThat(walk.newer("git status")).isEqualTo("git commit");
    assertThat(walk.newer("git commit")).isEqualTo("git");
    assertThat(walk.newer("git")).isNull();
    assertThat(walk.older("l")).isEqualTo("ls");
  }

  @Test
  void firstWord_text_takesBlanksAndOneWord() {
    assertThat(ShellReader.firstWord(" status -s")).isEqualTo(" status");
    assertThat(ShellReader.firstWord("tatus")).isEqualTo("tatus");
    assertThat(ShellReader.firstWord("")).isEmpty();
  }
}
