// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lusush.lle.analyzer.model.CacheStats;
import org.lusush.lle.analyzer.model.IntervalHistograms;
import org.lusush.lle.analyzer.model.OperationGroup;
import org.lusush.lle.analyzer.model.PoolStats;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.events.OperationNames;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.Trend;

/**
 * Adds up what a recorder tells, interval after interval. Memory is bounded whatever it tells. Not
 * thread-safe: one thread tells it everything.
 */
final class LiveModel {

  /** What of an interval has to be over for it to count as complete: the beat of JFR wavers. */
  private static final double COMPLETE = 0.9;

  private final long pid;
  private final Instant started;
  private final Duration interval;
  private final Targets targets;

  private final SessionCounts sessions = new SessionCounts();
  private final Map<String, DurationWindow> operations = new LinkedHashMap<>();
  private final Map<String, String> trends = new LinkedHashMap<>();
  private final DurationWindow keystrokes = new DurationWindow();
  private final Map<String, CountWindow> caches = new LinkedHashMap<>();
  private final Map<String, CountWindow> pools = new LinkedHashMap<>();
  private final Deque<LiveSnapshot.Alert> alerts = new ArrayDeque<>();
  private final Deque<Duration> lengths = new ArrayDeque<>();
  private long alertCount;
  private long unreadable;

  /** End of the last interval: the first begins when statistics come for the first time. */
  private Optional<Instant> ended = Optional.empty();

  private Optional<Instant> beat = Optional.empty();
  private Optional<Instant> heard = Optional.empty();
  private boolean observed;
  private boolean beaten;

  /**
   * Makes one that knows nothing yet.
   *
   * @param started when the recording did; what an interval tells that began before is left out
   * @param interval how long an interval is at least, but for a tenth
   */
  LiveModel(long pid, Instant started, Duration interval, Targets targets) {
    this.pid = pid;
    this.started = started;
    this.interval = interval;
    this.targets = targets;
  }

  /** Says that there is a recorder, even if it has nothing to tell yet. */
  void observe() {
    observed = true;
  }

  /** Returns whether there is a recorder. */
  boolean isObserved() {
    return observed;
  }

  /** Returns whether it has told figures, but not of whom. */
  boolean isNameless() {
    return beaten && sessions.shell().isEmpty();
  }

  void add(Told.Session session) {
    observed = true;
    sessions.add(session);
  }

  void add(Told.Interval told) {
    beat(told.at());
    if (told.begin().isBefore(started)) {
      return;
    }
    var histogram = IntervalHistograms.decode(told.histogram());
    if (histogram.isEmpty()) {
      unreadable++;
      return;
    }
    boolean isKeystroke = told.operation().equals(Timing.KEYSTROKE);
    if (isKeystroke) {
      sessions.addKeystrokes(told, histogram.get().getTotalCount());
    }
    DurationWindow window =
        isKeystroke
            ? keystrokes
            : find(operations, told.operation(), OperationGroup.MAX_TYPES, DurationWindow::new);
    window.add(
        histogram.get(),
        Math.max(0, told.errors()),
        Math.max(0, told.selfNanos()),
        Math.max(0, told.totalNanos()));
  }

  /** Adds what {@code lle.OperationStatistics} tells of where an operation is heading. */
  void addTrend(Instant at, String operation, String trend) {
    beat(at);
    if (trends.containsKey(operation) || trends.size() < OperationGroup.MAX_TYPES) {
      trends.put(operation, trend);
    }
  }

  /** Adds a line that the user ended. */
  void addLine(Instant at) {
    observed = true;
    sessions.addLine(at);
  }

  void addLookup(String cache, boolean hit) {
    observed = true;
    find(caches, cache, CacheStats.MAX_NAMES, CountWindow::new).count(hit);
  }

  void addTake(String pool, boolean reused) {
    observed = true;
    find(pools, pool, PoolStats.MAX_NAMES, CountWindow::new).count(reused);
  }

  void add(LiveSnapshot.Alert alert) {
    observed = true;
    if (ended.filter(alert.at()::isBefore).isPresent()) {
      return;
    }
    alertCount++;
    alerts.addFirst(alert);
    if (alerts.size() > LiveSnapshot.MAX_ALERTS) {
      alerts.removeLast();
    }
  }

  private void beat(Instant at) {
    observed = true;
    sessions.interrupt();
    if (at.isBefore(started)) {
      return; // of another recording
    }
    beaten = true;
    beat = beat.filter(at::isBefore).or(() -> Optional.of(at));
    if (ended.isEmpty()) {
      begin(at);
    }
  }

  /** Begins the first interval, and forgets what the start of the recording itself made slow. */
  private void begin(Instant at) {
    ended = Optional.of(at);
    alerts.removeIf(alert -> alert.at().isBefore(at));
    alertCount = alerts.size();
  }

  private static <T> T find(Map<String, T> byName, String name, int limit, Supplier<T> maker) {
    boolean room = byName.containsKey(name) || byName.size() < limit;
    return byName.computeIfAbsent(room ? name : OperationNames.OTHER, n -> maker.get());
  }

  /**
   * Says that all that was told until a time has arrived.
   *
   * @return what is known, if an interval ended by that
   */
  Optional<LiveSnapshot> arrived(Instant now) {
    if (!observed) {
      return Optional.empty();
    }
    Instant begin = ended.orElseGet(() -> heardFirst(now));
    // The time is the recorder's, but one that has nothing to tell keeps nobody waiting.
    Duration patience = interval.multipliedBy(beaten ? 2 : 1);
    boolean isSilent = Duration.between(begin, now).compareTo(patience) > 0;
    Duration length = Duration.between(begin, beat.orElse(isSilent ? now : begin));
    if (length.toNanos() < interval.toNanos() * COMPLETE) {
      return Optional.empty();
    }
    endInterval(begin.plus(length), length);
    return Optional.of(snapshot(length));
  }

  private Instant heardFirst(Instant now) {
    heard = heard.or(() -> Optional.of(now));
    return heard.get();
  }

  private void endInterval(Instant end, Duration length) {
    ended = Optional.of(end);
    beat = Optional.empty();
    lengths.addLast(length);
    if (lengths.size() > LiveSnapshot.WINDOW) {
      lengths.removeFirst();
    }
    operations.values().forEach(DurationWindow::endInterval);
    keystrokes.endInterval();
    caches.values().forEach(CountWindow::endInterval);
    pools.values().forEach(CountWindow::endInterval);
  }

  private LiveSnapshot snapshot(Duration length) {
    double seconds = length.toNanos() / 1e9;
    Duration window = lengths.stream().reduce(Duration.ZERO, Duration::plus);
    return new LiveSnapshot(
        pid,
        ended.orElseThrow(),
        sessions.shell(),
        length,
        window,
        keys(keystrokes.last(), seconds),
        keys(keystrokes.all(), window.toNanos() / 1e9),
        operations(seconds),
        caches.entrySet().stream().map(entry -> cache(entry, seconds)).toList(),
        pools.entrySet().stream().map(entry -> pool(entry, seconds)).toList(),
        LiveTargets.of(targets, operations, keystrokes.all(), caches.values()),
        alerts.stream().sorted(Comparator.comparing(LiveSnapshot.Alert::at).reversed()).toList(),
        alertCount,
        unreadable);
  }

  private static LiveSnapshot.Keys keys(Durations durations, double seconds) {
    return new LiveSnapshot.Keys(
        durations.count(),
        durations.count() / seconds,
        durations.p50Nanos(),
        durations.p99Nanos(),
        durations.maxNanos(),
        durations.shareWithinFrame());
  }

  private List<LiveSnapshot.Operation> operations(double seconds) {
    double self = operations.values().stream().mapToDouble(DurationWindow::selfNanos).sum();
    return operations.entrySet().stream()
        .map(entry -> operation(entry.getKey(), entry.getValue(), seconds, self))
        .toList();
  }

  private LiveSnapshot.Operation operation(
      String name, DurationWindow window, double seconds, double self) {
    Durations all = window.all();
    return new LiveSnapshot.Operation(
        name,
        window.last().count() / seconds,
        all.count(),
        all.p50Nanos(),
        all.p99Nanos(),
        all.maxNanos(),
        window.errors(),
        self == 0 ? 0 : window.selfNanos() / self,
        trends.getOrDefault(name, Trend.UNKNOWN.label()),
        window.p99s());
  }

  private static LiveSnapshot.Cache cache(Map.Entry<String, CountWindow> entry, double seconds) {
    CountWindow window = entry.getValue();
    return new LiveSnapshot.Cache(
        entry.getKey(), window.lastWhole() / seconds, window.whole(), window.part());
  }

  private static LiveSnapshot.Pool pool(Map.Entry<String, CountWindow> entry, double seconds) {
    CountWindow window = entry.getValue();
    return new LiveSnapshot.Pool(
        entry.getKey(), window.lastWhole() / seconds, window.whole(), window.part());
  }
}
