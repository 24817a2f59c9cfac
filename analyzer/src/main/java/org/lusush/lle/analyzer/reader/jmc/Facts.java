// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.model.Jvm;
import org.lusush.lle.analyzer.model.Sums;

/**
 * What chunks say about their own making. Immutable; the facts of chunks that follow one another
 * add up.
 *
 * @param jvm the JVM, when it said so
 * @param session what the shell's recorder said, when it did
 * @param recordings names of the recordings that were running
 * @param statistics the recorder's own counts, by label of the type of operation
 * @param settings settings of the editor's event types
 * @param lostBytes what the JVM had to throw away
 * @param editorEvents events of the editor
 * @param declaresEditor whether the editor's event types are known to the JVM
 * @param processors hardware threads of the machine, or 0
 */
public record Facts(
    Optional<Jvm> jvm,
    Optional<SessionSpan> session,
    Set<String> recordings,
    Map<String, StatisticsSpan> statistics,
    Set<Setting> settings,
    long lostBytes,
    long editorEvents,
    boolean declaresEditor,
    long processors) {

  private static final int MAX_SETTINGS = 1_000;

  public static final Facts NONE =
      new Facts(Optional.empty(), Optional.empty(), Set.of(), Map.of(), Set.of(), 0, 0, false, 0);

  public Facts {
    recordings = Set.copyOf(recordings);
    statistics = Map.copyOf(statistics);
    settings = Set.copyOf(settings);
  }

  /** One setting of an event type, as it stood at some time. */
  public record Setting(String eventType, String name, String value) {
    @Override // a record's own take long to be made
    public boolean equals(@Nullable Object other) {
      return other instanceof Setting that
          && eventType.equals(that.eventType)
          && name.equals(that.name)
          && value.equals(that.value);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * eventType.hashCode() + name.hashCode()) + value.hashCode();
    }
  }

  /** Returns these facts with those of later chunks. */
  public Facts plus(Facts later) {
    Map<String, StatisticsSpan> sum = new LinkedHashMap<>(statistics);
    later.statistics.forEach((operation, span) -> sum.merge(operation, span, StatisticsSpan::plus));
    return new Facts(
        later.jvm.or(() -> jvm),
        later.session.map(s -> session.map(mine -> mine.plus(s)).orElse(s)).or(() -> session),
        union(recordings, later.recordings),
        sum,
        union(settings, later.settings),
        Sums.add(lostBytes, later.lostBytes),
        Sums.add(editorEvents, later.editorEvents),
        declaresEditor || later.declaresEditor,
        Math.max(processors, later.processors));
  }

  private static <T> Set<T> union(Set<T> left, Set<T> right) {
    Set<T> both = new LinkedHashSet<>(left);
    right.stream().filter(x -> both.size() < MAX_SETTINGS).forEach(both::add);
    return both;
  }

  /** Returns the values that a setting of an event type had, in their natural order. */
  public Set<String> values(String eventType, String name) {
    Set<String> values = new TreeSet<>();
    for (Setting setting : settings) {
      if (setting.eventType.equals(eventType) && setting.name.equals(name)) {
        values.add(setting.value);
      }
    }
    return values;
  }
}
