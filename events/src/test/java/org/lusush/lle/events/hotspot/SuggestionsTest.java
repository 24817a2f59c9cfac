// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule just below and just over its limit, and each kind of work. */
final class SuggestionsTest {

  private static OperationFigures unknown(long calls, long mean, long min, long max) {
    return new OperationFigures("unheard of", "", calls, 1_000_000, mean, max, min, max);
  }

  private static List<String> ids(OperationFigures figures) {
    return Suggestions.of(figures).stream().map(Suggestion::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 500, 400, 600, ''",
    "1001, 500, 400, 600, call-less-often",
    "10, 500, 0, 1000, ''",
    "10, 500, 0, 1001, even-out",
    "10, 10000000, 9000000, 11000000, ''",
    "10, 10000001, 9000000, 11000000, shorten",
    "0, 20000000, 0, 90000000, ''",
  })
  void of_eachLimit_isExclusive(long calls, long mean, long min, long max, String id) {
    assertThat(ids(unknown(calls, mean, min, max)))
        .isEqualTo(id.isEmpty() ? List.of() : List.of(id));
  }

  @Test
  void of_manyCalls_givesTheEvidence() {
    var suggestion = Suggestions.of(unknown(4_211, 500, 400, 600)).get(0);

    assertThat(suggestion.evidence()).isEqualTo("4,211 calls; limit 1,000");
    assertThat(suggestion.concernedNanos()).isEqualTo(762_527);
  }

  @Test
  void of_severalRules_mostConcernedFirst() {
    var figures =
        new OperationFigures(
            "completion search",
            "FileCompleter",
            2_000,
            1_000_000,
            20_000_000,
            80_000_000,
            1_000,
            90_000_000);

    var suggestions = Suggestions.of(figures);

    assertThat(suggestions)
        .extracting(Suggestion::id)
        .containsExactly("keep-candidates", "even-out", "call-less-often", "shorten");
    assertThat(suggestions)
        .extracting(Suggestion::concernedNanos)
        .containsExactly(1_000_000L, 999_950L, 500_000L, 500_000L);
    assertThat(suggestions)
        .extracting(Suggestion::evidence)
        .containsExactly(
            "self 1.00 ms; 2,000 calls",
            "1.00 µs to 90.0 ms; mean 20.0 ms",
            "2,000 calls; limit 1,000",
            "mean 20.0 ms; limit 10.0 ms");
  }

  @ParameterizedTest
  @CsvSource({
    "custom, DefaultParser, parse-what-changed",
    "custom, sparse, ''",
    "custom, HTMLLexer, parse-what-changed",
    "memory allocate, lines, pool-objects",
    "cache lookup, x, index-or-cache",
    "buffer search, '', index-or-cache",
    "custom, command_lookup, index-or-cache",
    "syntax highlight, '', cache-highlighted-lines",
    "custom, load-history, load-history-later",
    "history search, load, load-history-later",
    "custom, load-plugins, ''",
    "history search, '', index-history",
    "history add, '', write-history-later",
    "completion generate, '', keep-candidates",
    "autosuggestion, '', narrow-suggestion",
    "display render, '', repaint-less",
    "display update, '', repaint-less",
    "terminal output, '', flush-once",
    "terminal input, '', read-all-input",
    "event dispatch, '', leave-to-another-thread",
    "buffer insert, self-insert, edit-at-once",
    "cache eviction, '', admit-less",
    "custom, '', ''",
    "no such type, '', ''",
  })
  void of_kindOfWork_isToldByTypeAndName(String operation, String name, String id) {
    var figures = new OperationFigures(operation, name, 1, 1, 1, 1, 1, 1);

    assertThat(ids(figures)).isEqualTo(id.isEmpty() ? List.of() : List.of(id));
  }

  static Stream<WorkKind> kinds() {
    return WorkKind.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void advice_ofEachKind_isOneShortSentence(WorkKind kind) {
    assertThat(kind.id()).matches("[a-z]+(-[a-z]+)*");
    assertThat(kind.advice()).matches("[A-Z][^.]+\\.").hasSizeLessThanOrEqualTo(60);
  }

  @Test
  void kinds_idsAreUnique() {
    assertThat(WorkKind.ALL).extracting(WorkKind::id).doesNotHaveDuplicates();
  }

  @Test
  void of_absurdFigures_staysWithinTheSelfTime() {
    var figures =
        new OperationFigures(
            "custom", "", Long.MAX_VALUE, -5, Long.MAX_VALUE, 0, -7, Long.MAX_VALUE);

    assertThat(Suggestions.of(figures)).allSatisfy(s -> assertThat(s.concernedNanos()).isZero());
  }

  @Test
  void suggestion_negativeConcern_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Suggestion("a", "b", "c", -1))
        .withMessage("concernedNanos must be at least 0, was -1");
  }
}
