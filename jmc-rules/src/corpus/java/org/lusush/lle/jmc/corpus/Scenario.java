// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc.corpus;

import static org.lusush.lle.events.Result.ERROR;
import static org.lusush.lle.events.Result.SUCCESS;

import java.time.Duration;
import java.util.Map;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PressureLevel;
import org.lusush.lle.events.TuningOutcome;

/** One session to record, and what a rule must say of it. */
@SuppressWarnings("ImmutableEnumChecker") // maps by Map.of, and actions without state
public enum Scenario {
  /** Everything as it should be, and all of it recorded. */
  QUIET("", "", Scenario::quiet),

  SLOW_KEYS(
      "LleKeystrokeLatency",
      "INFO",
      () -> {
        Emit.keystrokes(196, "self-insert", i -> Duration.ZERO);
        Emit.keystrokes(4, "expand-or-complete", i -> Duration.ofMillis(25));
      }),
  GARBAGE_WHILE_TYPING(
      "LleJvmCauses",
      "INFO",
      () ->
          Emit.keystrokesDoing(
              60,
              "self-insert",
              number -> {
                if (number % 12 == 0) {
                  System.gc();
                }
              })),
  SLOWER_AND_SLOWER(
      "LleTrend",
      "WARNING",
      () -> Emit.keystrokes(200, "self-insert", i -> Duration.ofNanos(200_000 + 5_000L * i))),
  SLOW_COMPONENT(
      "LleSlowOperations",
      "WARNING",
      () -> {
        Emit.operations(60, OperationType.BUFFER_INSERT, "", SUCCESS, Duration.ZERO);
        Emit.operations(
            40, OperationType.SYNTAX_HIGHLIGHT, "Lexer", SUCCESS, Duration.ofNanos(1_200_000));
      }),
  HOT_SPOT(
      "LleHotSpots",
      "INFO",
      () -> {
        Emit.operations(90, OperationType.BUFFER_INSERT, "", SUCCESS, Duration.ZERO);
        Emit.operations(
            10, OperationType.SYNTAX_HIGHLIGHT, "Lexer", SUCCESS, Duration.ofMillis(2));
      }),
  ERRORS(
      "LleOperationErrors",
      "INFO",
      () -> {
        Emit.operations(1_495, OperationType.BUFFER_INSERT, "", SUCCESS, Duration.ZERO);
        Emit.operations(5, OperationType.HISTORY_ADD, "", ERROR, Duration.ZERO);
      }),
  COLD_CACHE(
      "LleCacheHitRate",
      "WARNING",
      () -> {
        Emit.lookups(30, "words", CacheTier.L1);
        Emit.lookups(10, "words", CacheTier.L2);
        Emit.lookups(80, "highlighting", CacheTier.NONE);
      }),
  THRASHING_CACHE(
      "LleCacheThrash",
      "INFO",
      () -> {
        Emit.cache("words", 0, 0, 0, 0, 0);
        Emit.cache("words", 700, 300, 280, 0, 0);
      }),
  WASTED_PREFETCHES(
      "LlePrefetchWaste",
      "WARNING",
      () -> {
        Emit.cache("paths", 0, 0, 0, 0, 0);
        Emit.cache("paths", 990, 10, 0, 100, 10);
      }),
  EMPTY_POOL(
      "LlePoolMisses",
      "WARNING",
      () -> {
        Emit.pool("lines", 0, 0, 0, 0);
        Emit.pool("lines", 1_000, 300, 0, 0);
      }),
  LEAKING_POOL(
      "LlePoolLeaks",
      "INFO",
      () -> {
        Emit.pool("lines", 0, 0, 0, 0);
        Emit.pool("lines", 1_000, 990, 4, 1);
      }),
  ALLOCATING(
      "LleZeroAllocation",
      "WARNING",
      () -> {
        Emit.target("zero allocation", 0.5, 100);
        Emit.target("zero allocation", 0.3, 300);
        Emit.target("hit rate", 0.99, 300);
      }),
  SHORT_OF_MEMORY(
      "LleResourcePressure",
      "WARNING",
      () -> {
        Emit.pressure("memory", PressureLevel.LOW, PressureLevel.CRITICAL);
        Emit.usage();
        Emit.spend(Duration.ofMillis(5));
        Emit.usage();
        Emit.usage();
      }),
  RESTLESS_TUNER(
      "LleTuning",
      "WARNING",
      () -> {
        for (int i = 0; i < 4; i++) {
          Emit.tuning("cache words", 64, 128, TuningOutcome.APPLIED);
          Emit.tuning("cache words", 64, 128, TuningOutcome.ROLLED_BACK);
        }
      }),
  HIDDEN_KEYS(
      "LleDataQuality",
      "WARNING",
      Map.of("lle.Keystroke#threshold", "5 ms"),
      () -> {
        Emit.session(0);
        Emit.keystrokes(30, "self-insert", i -> Duration.ZERO);
        Emit.session(30);
      }),
  POOR(
      "LleScore",
      "WARNING",
      () -> {
        Emit.operations(
            95, OperationType.SYNTAX_HIGHLIGHT, "", SUCCESS, Duration.ofNanos(1_200_000));
        Emit.operations(5, OperationType.HISTORY_ADD, "", ERROR, Duration.ZERO);
      });

  private static final int KEYSTROKES = 960;

  private final String rule;
  private final String severity;
  private final Map<String, String> settings;
  private final Runnable events;

  Scenario(String rule, String severity, Runnable events) {
    this(rule, severity, Map.of(), events);
  }

  Scenario(String rule, String severity, Map<String, String> settings, Runnable events) {
    this.rule = rule;
    this.severity = severity;
    this.settings = settings;
    this.events = events;
  }

  /** Returns the identifier of the rule that must find something, or nothing for {@link #QUIET}. */
  public String rule() {
    return rule;
  }

  /** Returns what it must say, or worse where it judges durations: the name of a severity. */
  public String severity() {
    return severity;
  }

  /** Returns what is set otherwise than users do. */
  Map<String, String> settings() {
    return settings;
  }

  /** Does what is to be recorded. */
  public void play() {
    events.run();
  }

  private static void quiet() {
    System.gc(); // so that no collection falls into the short time of these keystrokes
    Emit.session(0);
    Emit.usage();
    Emit.cache("words", 0, 0, 0, 0, 0);
    Emit.pool("lines", 0, 0, 0, 0);
    Emit.keystrokes(
        KEYSTROKES,
        "self-insert",
        i -> i % 16 == 0 ? Duration.ofMillis(2) : Duration.ofNanos(10_000));
    Emit.operations(1_200, OperationType.BUFFER_INSERT, "", SUCCESS, Duration.ZERO);
    Emit.lookups(150, "words", CacheTier.L1);
    Emit.lookups(40, "words", CacheTier.L2);
    Emit.lookups(10, "words", CacheTier.NONE);
    Emit.usage();
    Emit.cache("words", 950, 50, 10, 80, 70);
    Emit.pool("lines", 1_000, 960, 0, 0);
    Emit.target("zero allocation", 0.97, 1_200);
    for (int i = 0; i < 4; i++) {
      Emit.tuning("cache words", 64 + i, 65 + i, TuningOutcome.APPLIED);
      Emit.tuning("cache words", 64 + i, 65 + i, TuningOutcome.KEPT);
    }
    Emit.usage();
    Emit.session(KEYSTROKES);
  }
}
