// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Random;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.lusush.lle.events.CacheLookupEvent;
import org.lusush.lle.events.CacheTier;
import org.lusush.lle.events.KeyKind;
import org.lusush.lle.events.KeystrokeEvent;
import org.lusush.lle.events.OperationEvent;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.PoolAllocationEvent;
import org.lusush.lle.events.PoolKind;
import org.lusush.lle.events.Result;
import org.lusush.lle.events.SessionEvent;

/** The program that makes a recording to be read: typing at full speed, under our settings. */
final class RecordingProbe {

  private static final List<OperationType> OPERATIONS =
      List.of(
          OperationType.TERMINAL_INPUT,
          OperationType.EVENT_DISPATCH,
          OperationType.BUFFER_INSERT,
          OperationType.SYNTAX_HIGHLIGHT,
          OperationType.AUTOSUGGESTION,
          OperationType.DISPLAY_RENDER,
          OperationType.TERMINAL_OUTPUT);

  /** With what belongs to it, seven or eight operations among others. */
  private static final long BYTES_PER_KEYSTROKE = 531;

  private static final List<CacheTier> TIERS = List.of(CacheTier.values());

  private final Random random = new Random(1);
  private final OperationEvent operation = new OperationEvent();
  private final CacheLookupEvent lookup = new CacheLookupEvent();
  private final PoolAllocationEvent take = new PoolAllocationEvent();

  private RecordingProbe() {}

  /**
   * Makes a recording.
   *
   * @param arguments the file, the settings, and how many bytes the file is to have about
   */
  public static void main(String... arguments) throws IOException, ParseException {
    long bytes = Long.parseLong(arguments[2]);
    var settings = Configuration.create(Path.of(arguments[1]));
    try (var recording = new Recording(settings)) {
      recording.setToDisk(true);
      recording.setDestination(Path.of(arguments[0]));
      recording.start();
      new RecordingProbe().type(bytes);
    }
  }

  private void type(long bytes) {
    session(0);
    long keystrokes = bytes / BYTES_PER_KEYSTROKE;
    for (long id = 1; id <= keystrokes; id++) {
      keystroke(id);
    }
    session(keystrokes);
  }

  private void keystroke(long id) {
    boolean completion = id % 20 == 0;
    var event = new KeystrokeEvent();
    event.begin();
    for (OperationType type : OPERATIONS) {
      operation(type, "", id);
    }
    if (completion) {
      operation(OperationType.COMPLETION_SEARCH, "FileNameCompleter", id);
    }
    lookup("highlight", id);
    lookup("suggestion", id);
    take("lines", id);
    event.end();
    event.keystrokeId = id;
    event.kind = (completion ? KeyKind.CONTROL : KeyKind.CHARACTER).label();
    event.widget = completion ? "expand-or-complete" : "self-insert";
    event.result = Result.SUCCESS.label();
    event.inputTime = 1_000;
    event.editTime = 10_000;
    event.paintTime = 50_000;
    event.waited = true;
    event.commit();
  }

  private void operation(OperationType type, String name, long keystrokeId) {
    operation.begin();
    long spins = random.nextInt(40);
    for (long i = 0; i < spins; i++) {
      Thread.onSpinWait();
    }
    operation.end();
    operation.operation = type.label();
    operation.component = type.component().label();
    operation.name = name;
    operation.result = Result.SUCCESS.label();
    operation.keystrokeId = keystrokeId;
    operation.selfTime = spins;
    operation.contextSize = 20;
    operation.commit();
  }

  private void lookup(String cache, long keystrokeId) {
    lookup.begin();
    lookup.end();
    CacheTier tier = TIERS.get(random.nextInt(TIERS.size()));
    lookup.cache = cache;
    lookup.tier = tier.label();
    lookup.hit = tier != CacheTier.NONE;
    lookup.keystrokeId = keystrokeId;
    lookup.commit();
  }

  private void take(String pool, long keystrokeId) {
    take.pool = pool;
    take.kind = PoolKind.BUFFER.label();
    take.reused = random.nextInt(10) > 0;
    take.size = 4_096;
    take.keystrokeId = keystrokeId;
    take.commit();
  }

  private static void session(long keystrokes) {
    var event = new SessionEvent();
    event.shell = "demo";
    event.editor = "JLine 3.30.6";
    event.recorder = "0.1.0";
    event.terminal = "xterm-256color";
    event.started = System.currentTimeMillis();
    event.keystrokes = keystrokes;
    event.commit();
  }
}
