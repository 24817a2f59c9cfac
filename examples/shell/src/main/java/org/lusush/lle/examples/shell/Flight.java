// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.impl.CompletionMatcherImpl;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.events.Result;
import org.lusush.lle.examples.shell.command.DirectoryScanner;
import org.lusush.lle.examples.shell.line.SlowCompleter;
import org.lusush.lle.examples.shell.line.Suggester;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;
import org.lusush.lle.recorder.cache.CacheSettings;
import org.lusush.lle.recorder.cache.EditorCache;
import org.lusush.lle.recorder.jline.JLineInstrumentation;
import org.lusush.lle.recorder.memory.ObjectPool;
import org.lusush.lle.recorder.tuning.TuningSettings;

/** A shell that is observed by a recorder: all that a shell has to do for it. */
final class Flight implements Instrumentation {

  private static final int LINE = 256;

  /** Caches begin with a part of what they may hold, and get more if it pays. */
  private static final int FIRST_SHARE = 4;

  private static final int FEWEST = 4;

  private final EditorRecorder recorder;
  private final int smallCaches;
  private final int slowMillis;
  private final JLineInstrumentation jline;
  private volatile @Nullable ObjectPool<AttributedStringBuilder> lineBuilders;

  private Flight(EditorRecorder recorder, int smallCaches, int slowMillis) {
    this.recorder = recorder;
    this.smallCaches = smallCaches;
    this.slowMillis = slowMillis;
    jline = JLineInstrumentation.of(recorder);
    recorder.beforeWaking(() -> lineBuilders = recorder.pool(lineBuilders()));
  }

  /** Builders of an initial capacity of some characters, each with its style. */
  private static ObjectPool.Settings<AttributedStringBuilder> lineBuilders() {
    return new ObjectPool.Settings<>(
        "line builders",
        PoolKind.BUFFER,
        8,
        LINE * (Character.BYTES + Long.BYTES),
        () -> new AttributedStringBuilder(LINE),
        builder -> builder.setLength(0));
  }

  /** Starts to observe this process. */
  static Flight start() {
    return start(RecorderConfig.of("lle-shell"), 0, 0);
  }

  /** Starts to observe this process, with what the options want slow or small. */
  static Flight start(Options options) {
    var config = RecorderConfig.of("lle-shell");
    return start(
        options.smallCaches() > 0 ? config.withTuning(Impatience.SETTINGS) : config,
        options.smallCaches(),
        options.slowCompleter());
  }

  private static Flight start(RecorderConfig config, int smallCaches, int slowMillis) {
    return new Flight(EditorRecorder.start(config), smallCaches, slowMillis);
  }

  @Override
  public Completer completer(Completer completer) {
    return slowMillis > 0 ? new SlowCompleter(completer, Duration.ofMillis(slowMillis)) : completer;
  }

  @Override
  public Terminal terminal(Terminal terminal) {
    return jline.terminal(terminal);
  }

  @Override
  public LineReader reader(LineReader reader) {
    if (reader instanceof LineReaderImpl impl) {
      impl.setCompletionMatcher(jline.matcher(new CompletionMatcherImpl()));
    }
    return jline.reader(reader);
  }

  @Override
  public DirectoryScanner scanner(DirectoryScanner scanner) {
    return directory -> {
      try (var measurement =
          recorder
              .measure(OperationType.CUSTOM, Component.COMPLETION, "path scan")
              .result(Result.ERROR)) {
        var names = scanner.scan(directory);
        measurement.contextSize(names.size()).result(Result.SUCCESS);
        return names;
      }
    };
  }

  @Override
  public Suggester suggester(Suggester suggester) {
    return text -> {
      try (var measurement =
          recorder
              .measure(OperationType.AUTOSUGGESTION, "history suggester")
              .contextSize(text.length())
              .result(Result.ERROR)) {
        var suggestion = suggester.suggest(text);
        measurement.result(Result.SUCCESS);
        return suggestion;
      }
    };
  }

  @Override
  public <T> T customization(String name, Supplier<T> work) {
    try (var measurement =
        recorder
            .measure(OperationType.CUSTOM, Component.CUSTOMIZATION, name)
            .result(Result.ERROR)) {
      T outcome = work.get();
      measurement.result(Result.SUCCESS);
      return outcome;
    }
  }

  @Override
  public <K, V> Memo<K, V> memo(String name, long maximumEntries) {
    var memo = new CacheMemo<K, V>();
    // A cache takes longer to load than a prompt may wait for.
    recorder.beforeWaking(() -> memo.cache = cache(name, maximumEntries));
    return memo;
  }

  private <K, V> EditorCache<K, V> cache(String name, long maximumEntries) {
    long first = smallCaches > 0 ? smallCaches : Math.max(1, maximumEntries / FIRST_SHARE);
    return recorder.tunedCache(
        CacheSettings.<K, V>of(name, Math.min(first, maximumEntries)).build(),
        Math.min(FEWEST, maximumEntries),
        maximumEntries);
  }

  @Override
  public String secret(Supplier<String> reading) {
    return jline.quietly(reading);
  }

  @Override
  public <T> T withLineBuilder(Function<AttributedStringBuilder, T> work) {
    var pool = lineBuilders;
    if (pool == null) {
      return work.apply(new AttributedStringBuilder(LINE));
    }
    try (var lease = pool.take()) {
      return work.apply(lease.object());
    }
  }

  /** A class of its own, which only a demonstration loads. */
  private static final class Impatience {
    static final TuningSettings SETTINGS =
        new TuningSettings(
            Duration.ofSeconds(2),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            3,
            100,
            2.33);
  }

  /** Remembers in a cache from when there is one. */
  private static final class CacheMemo<K, V> implements Memo<K, V> {
    private volatile @Nullable EditorCache<K, V> cache;

    @Override
    public V of(K key, Function<? super K, ? extends V> loader) {
      var current = cache;
      return current == null ? loader.apply(key) : current.lookup(key, loader);
    }

    @Override
    public V of(K key, Predicate<? super V> holds, Function<? super K, ? extends V> loader) {
      var current = cache;
      if (current == null) {
        return loader.apply(key);
      }
      V found = current.lookup(key, loader);
      if (holds.test(found)) {
        return found;
      }
      current.invalidate(key);
      return current.lookup(key, loader);
    }

    @Override
    public void clear() {
      var current = cache;
      if (current != null) {
        current.invalidateAll();
      }
    }
  }
}
