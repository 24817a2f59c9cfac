// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;

/**
 * Does every type of operation on two threads, as a shell's reader and its helper, with a recorder
 * or without, and says how many bytes of heap and of class metadata remain.
 */
final class MemoryProbe {

  private static final int OPERATIONS = 10_000;
  private static final int COLLECTIONS = 4;

  private MemoryProbe() {}

  public static void main(String... arguments) throws InterruptedException {
    var recorder =
        arguments[0].equals(StartProbe.WITH)
            ? EditorRecorder.start(RecorderConfig.of("probe"))
            : null;
    if (recorder != null) {
      recorder.monitor(); // awake
    }
    var done = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var helper = new Thread(() -> help(recorder, done, end), "helper");
    helper.start();
    try {
      operate(recorder);
      done.await();
      if (recorder != null) {
        recorder.snapshot();
      }
      say();
    } finally {
      Reference.reachabilityFence(recorder);
      end.countDown();
    }
    helper.join();
  }

  private static void help(
      @Nullable EditorRecorder recorder, CountDownLatch done, CountDownLatch end) {
    operate(recorder);
    done.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void operate(@Nullable EditorRecorder recorder) {
    if (recorder == null) {
      return;
    }
    for (var type : OperationType.values()) {
      for (int i = 0; i < OPERATIONS; i++) {
        recorder.measure(type, type.label()).close();
      }
    }
  }

  private static void say() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    long heap = runtime.totalMemory() - runtime.freeMemory();
    System.out.println(ChildJvm.MARK + " " + heap + " " + metadata());
  }

  private static long metadata() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }
}
