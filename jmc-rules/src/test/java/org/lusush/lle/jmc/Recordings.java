// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import jdk.jfr.Event;
import jdk.jfr.Recording;
import org.lusush.lle.events.CacheLookupEvent;
import org.lusush.lle.events.KeystrokeEvent;
import org.lusush.lle.events.OperationEvent;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Recordings with known contents, made by the JVM that runs the test. */
final class Recordings {

  private static final List<Class<? extends Event>> TYPES =
      List.of(KeystrokeEvent.class, CacheLookupEvent.class, OperationEvent.class);

  private Recordings() {}

  /** Records what the events do, with every type on and nothing left out. */
  static Path record(Path file, Runnable events) {
    return record(file, Recordings::enableAll, events);
  }

  static Path record(Path file, Consumer<Recording> settings, Runnable events) {
    try (var recording = new Recording()) {
      settings.accept(recording);
      recording.enable("jdk.ActiveSetting");
      recording.start();
      events.run();
      recording.stop();
      recording.dump(file);
      return file;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void enableAll(Recording recording) {
    TYPES.forEach(type -> recording.enable(type).withThreshold(Duration.ZERO));
  }

  static IItemCollection load(Path... files) {
    try {
      return JfrLoaderToolkit.loadEvents(Arrays.stream(files).map(Path::toFile).toList());
    } catch (IOException | CouldNotLoadRecordingException e) {
      throw new AssertionError(e);
    }
  }

  /** Emits keystrokes that each last at least as long as given. */
  static void keystrokes(int count, String widget, Duration latency) {
    for (int i = 0; i < count; i++) {
      var event = new KeystrokeEvent();
      event.begin();
      spin(latency);
      event.end();
      event.widget = widget;
      event.waited = true;
      event.commit();
    }
  }

  static void lookups(int count, String cache, boolean hit) {
    for (int i = 0; i < count; i++) {
      var event = new CacheLookupEvent();
      event.begin();
      event.cache = cache;
      event.hit = hit;
      event.commit();
    }
  }

  static void operations(int count, String operation, String name, String result) {
    for (int i = 0; i < count; i++) {
      var event = new OperationEvent();
      event.begin();
      event.operation = operation;
      event.name = name;
      event.result = result;
      event.commit();
    }
  }

  private static void spin(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
