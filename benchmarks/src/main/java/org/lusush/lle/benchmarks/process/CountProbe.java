// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;
import org.lusush.lle.recorder.Snapshot;

/**
 * Measures on eight threads while one reads, and says how many operations were made and counted.
 */
final class CountProbe {

  private static final int WRITERS = 8;
  private static final int OPERATIONS = 500_000;

  private CountProbe() {}

  public static void main(String... arguments) throws InterruptedException {
    try (var recorder = EditorRecorder.start(RecorderConfig.of("probe"))) {
      recorder.monitor(); // awake
      var over = new AtomicBoolean();
      var reader = new Thread(() -> read(recorder, over), "reader");
      reader.start();
      var writers = new ArrayList<Thread>();
      for (int i = 0; i < WRITERS; i++) {
        var writer = new Thread(() -> write(recorder), "writer");
        writers.add(writer);
        writer.start();
      }
      for (var writer : writers) {
        writer.join();
      }
      over.set(true);
      reader.join();
      long made = (long) WRITERS * OPERATIONS;
      System.out.println(ChildJvm.MARK + " " + made + " " + counted(recorder.snapshot()));
    }
  }

  private static void read(EditorRecorder recorder, AtomicBoolean over) {
    while (!over.get()) {
      recorder.snapshot();
    }
  }

  private static void write(EditorRecorder recorder) {
    var types = OperationType.values();
    for (int i = 0; i < OPERATIONS; i++) {
      recorder.measure(types[i % types.length], "").close();
    }
  }

  private static long counted(Snapshot snapshot) {
    return snapshot.operations().values().stream().mapToLong(one -> one.latency().count()).sum();
  }
}
