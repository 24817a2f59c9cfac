// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.hotspot;

import static org.lusush.lle.events.OperationType.AUTOSUGGESTION;
import static org.lusush.lle.events.OperationType.BUFFER_DELETE;
import static org.lusush.lle.events.OperationType.BUFFER_INSERT;
import static org.lusush.lle.events.OperationType.BUFFER_SEARCH;
import static org.lusush.lle.events.OperationType.CACHE_EVICTION;
import static org.lusush.lle.events.OperationType.CACHE_INSERT;
import static org.lusush.lle.events.OperationType.CACHE_LOOKUP;
import static org.lusush.lle.events.OperationType.COMPLETION_GENERATE;
import static org.lusush.lle.events.OperationType.COMPLETION_SEARCH;
import static org.lusush.lle.events.OperationType.CUSTOM;
import static org.lusush.lle.events.OperationType.DISPLAY_RENDER;
import static org.lusush.lle.events.OperationType.DISPLAY_UPDATE;
import static org.lusush.lle.events.OperationType.EVENT_DISPATCH;
import static org.lusush.lle.events.OperationType.EVENT_PROCESSING;
import static org.lusush.lle.events.OperationType.HISTORY_ADD;
import static org.lusush.lle.events.OperationType.HISTORY_SEARCH;
import static org.lusush.lle.events.OperationType.MEMORY_ALLOCATE;
import static org.lusush.lle.events.OperationType.SYNTAX_HIGHLIGHT;
import static org.lusush.lle.events.OperationType.TERMINAL_INPUT;
import static org.lusush.lle.events.OperationType.TERMINAL_OUTPUT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lusush.lle.events.OperationType;

/**
 * A kind of work, told by an operation's type and name, and what is usually done about it.
 *
 * @param id stable name
 * @param matches whether an operation is of this kind
 * @param advice what to do, in one sentence
 */
record WorkKind(String id, Predicate<Work> matches, String advice) {

  /** An operation's type and the words of its name, in lower case. */
  record Work(String operation, List<String> words) {}

  /** The kinds, the particular before the general: the first that matches counts. */
  static final List<WorkKind> ALL =
      List.of(
          new WorkKind(
              "load-history-later",
              type(HISTORY_ADD, HISTORY_SEARCH, CUSTOM)
                  .and(named("history").or(type(HISTORY_ADD, HISTORY_SEARCH)))
                  .and(named("load", "read", "attach", "import")),
              "Load the history in the background, after the first prompt."),
          new WorkKind(
              "parse-what-changed",
              named("pars", "lex", "token"),
              "Keep the last parse, and parse only what changed since."),
          new WorkKind(
              "cache-highlighted-lines",
              type(SYNTAX_HIGHLIGHT).or(named("highlight")),
              "Keep highlighted lines, and redo only those that changed."),
          new WorkKind(
              "keep-candidates",
              type(COMPLETION_SEARCH, COMPLETION_GENERATE).or(named("complet", "candidate")),
              "Keep the candidates until what they come from changes."),
          new WorkKind(
              "index-history",
              type(HISTORY_SEARCH),
              "Index the history by word, so that a search reads little."),
          new WorkKind(
              "write-history-later",
              type(HISTORY_ADD),
              "Write history entries in the background, several at once."),
          new WorkKind(
              "narrow-suggestion",
              type(AUTOSUGGESTION).or(named("suggest")),
              "Narrow the last suggestion; search when it fits no more."),
          new WorkKind(
              "repaint-less",
              type(DISPLAY_RENDER, DISPLAY_UPDATE)
                  .or(named("render", "paint", "redraw", "redisplay")),
              "Repaint once for keys that come together, and only changes."),
          new WorkKind(
              "flush-once",
              type(TERMINAL_OUTPUT).or(named("flush")),
              "Gather the output of one key, and flush it once."),
          new WorkKind(
              "read-all-input",
              type(TERMINAL_INPUT),
              "Read every byte that is there at once, not one by one."),
          new WorkKind(
              "pool-objects",
              type(MEMORY_ALLOCATE).or(named("alloc")),
              "Take these objects from a pool instead of making new ones."),
          new WorkKind(
              "index-or-cache",
              type(BUFFER_SEARCH, CACHE_LOOKUP)
                  .or(named("search", "lookup", "find", "scan", "match")),
              "Look it up in an index, or keep the answers in a cache."),
          new WorkKind(
              "admit-less",
              type(CACHE_INSERT, CACHE_EVICTION).or(named("evict")),
              "Give the cache more room, or keep out what is used once."),
          new WorkKind(
              "edit-at-once",
              type(BUFFER_INSERT, BUFFER_DELETE),
              "Insert or delete a whole text at once, not by character."),
          new WorkKind(
              "leave-to-another-thread",
              type(EVENT_DISPATCH, EVENT_PROCESSING),
              "Leave to another thread what the next paint does not need."));

  /** Returns the kind of an operation, where it is a known one. */
  static Optional<WorkKind> of(String operation, String name) {
    var work = new Work(operation, words(name));
    return ALL.stream().filter(kind -> kind.matches.test(work)).findFirst();
  }

  Suggestion suggestion(OperationFigures figures) {
    long self = Math.max(0, figures.selfNanos());
    String evidence =
        "self " + Figures.duration(self) + "; " + Figures.count(figures.calls(), "call");
    return new Suggestion(id, advice, evidence, self);
  }

  /** Matches operations of these types. */
  private static Predicate<Work> type(OperationType... types) {
    Set<String> labels =
        Arrays.stream(types).map(OperationType::label).collect(Collectors.toUnmodifiableSet());
    return work -> labels.contains(work.operation);
  }

  /** Matches operations whose name has a word that begins with one of these. */
  private static Predicate<Work> named(String... stems) {
    var list = List.of(stems);
    return work -> work.words.stream().anyMatch(word -> list.stream().anyMatch(word::startsWith));
  }

  /** Returns the words of a name: {@code CamelCase} and {@code with-hyphens} are two each. */
  static List<String> words(String name) {
    return Arrays.stream(
            name.split("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
