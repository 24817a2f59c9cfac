// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc.corpus;

import static org.lusush.lle.events.Result.ERROR;
import static org.lusush.lle.events.Result.SUCCESS;

import java.time.Duration;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.OperationEvent;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PressureLevel;
import org.lusush.lle.events.TuningOutcome;

/** A session in which every rule judges, and every one that names something names this. */
public final class NamedSession {

  private static final int KEYSTROKES = 203;

  private NamedSession() {}

  /** Does what is to be recorded. */
  public static void play(String name) {
    Emit.session(0);
    Emit.usage();
    Emit.pressure(name, PressureLevel.LOW, PressureLevel.CRITICAL);
    Emit.cache(name, 0, 0, 0, 0, 0);
    Emit.pool(name, 0, 0, 0, 0);
    Emit.keystrokes(KEYSTROKES - 3, "self-insert", i -> Duration.ZERO);
    Emit.keystrokes(3, name, i -> Duration.ofMillis(25));
    Emit.lookups(60, "words", CacheTier.L1);
    Emit.lookups(60, name, CacheTier.NONE);
    Emit.operations(1_990, OperationType.BUFFER_INSERT, "", SUCCESS, Duration.ZERO);
    Emit.operations(10, OperationType.CUSTOM, name, ERROR, Duration.ZERO);
    slowOperations(40, name);
    Emit.cache(name, 500, 500, 400, 100, 10);
    Emit.pool(name, 1_000, 300, 4, 1);
    Emit.target("zero allocation", 0.3, 300);
    for (int i = 0; i < 4; i++) {
      Emit.tuning(name, 64, 128, TuningOutcome.APPLIED);
      Emit.tuning(name, 64, 128, TuningOutcome.ROLLED_BACK);
    }
    Emit.usage();
    Emit.usage();
    Emit.session(KEYSTROKES);
  }

  private static void slowOperations(int count, String name) {
    for (int i = 0; i < count; i++) {
      var event = new OperationEvent();
      event.begin();
      Emit.spend(Duration.ofMillis(2));
      event.end();
      event.operation = name;
      event.component = name;
      event.result = SUCCESS.label();
      event.selfTime = 2_000_000;
      event.commit();
    }
  }
}
