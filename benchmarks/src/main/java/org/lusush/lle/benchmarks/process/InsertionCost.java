// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.lusush.lle.events.schema.EventSchema.Keystroke;
import org.lusush.lle.events.schema.EventSchema.Operation;

/**
 * How long the example shell takes to answer a letter, warm, and whose time that is; from a
 * recording of it.
 *
 * @param keystrokes how many letters
 * @param p50Nanos median from the key's hand-over to the paint
 * @param p99Nanos the 99th percentile of that
 * @param oursP50Nanos median of what highlighting, suggestions and caches take of it
 * @param oursP99Nanos the 99th percentile of that
 * @param jlineP50Nanos median of what is left: JLine's redraw, its display, its flush
 * @param jlineP99Nanos the 99th percentile of that
 */
public record InsertionCost(
    int keystrokes,
    double p50Nanos,
    double p99Nanos,
    double oursP50Nanos,
    double oursP99Nanos,
    double jlineP50Nanos,
    double jlineP99Nanos) {

  private static final int WARM = 3_000;
  private static final int KEYS = 1_500;
  private static final Duration FAST = Duration.ofMillis(4);
  private static final Duration EVERY = Duration.ofMillis(20);
  private static final String INSERT = "self-insert";

  /** Components whose work is this project's, in the example shell. */
  private static final Set<String> OURS = Set.of("syntax", "autosuggestion", "cache", "memory");

  /** Measures one shell. */
  public static InsertionCost measure() throws IOException {
    var folder = Files.createTempDirectory("lle-benchmarks");
    var file = folder.resolve("insertion.jfr");
    try (var shell = TypedShell.start(List.of(), folder, List.of())) {
      shell.type(WARM, FAST);
      jcmd(shell.pid(), "JFR.start", "name=insertion", "settings=" + settings(folder));
      shell.pause(Duration.ofSeconds(2));
      shell.type(KEYS / 2, EVERY);
      jcmd(
          shell.pid(), "JFR.stop", "name=insertion", "filename=" + file); // the first is still cold
      jcmd(shell.pid(), "JFR.start", "name=insertion", "settings=" + settings(folder));
      shell.pause(Duration.ofSeconds(1));
      shell.type(KEYS, EVERY);
      Files.delete(file);
      jcmd(shell.pid(), "JFR.stop", "name=insertion", "filename=" + file);
      return of(RecordingFile.readAllEvents(file));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a shell was measured", e);
    }
  }

  private static Path settings(Path folder) throws IOException {
    var file = folder.resolve("lle.jfc");
    try (var in = InsertionCost.class.getResourceAsStream("/org/lusush/lle/events/lle.jfc")) {
      if (in == null) {
        throw new IOException("lle.jfc is not on the class path");
      }
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  private static void jcmd(long pid, String... command) throws IOException, InterruptedException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    line.add(Long.toString(pid));
    line.addAll(List.of(command));
    var process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command[0] + " failed");
    }
  }

  static InsertionCost of(List<RecordedEvent> events) {
    Map<Long, Long> ours = new HashMap<>();
    for (var event : events) {
      if (event.getEventType().getName().equals(Operation.TYPE)
          && OURS.contains(event.getString(Operation.COMPONENT))) {
        ours.merge(
            event.getLong(Keystroke.KEYSTROKE_ID),
            event.getDuration(Operation.SELF_TIME).toNanos(),
            Long::sum);
      }
    }
    var all = new ArrayList<Double>();
    var own = new ArrayList<Double>();
    var rest = new ArrayList<Double>();
    for (var event : events) {
      if (event.getEventType().getName().equals(Keystroke.TYPE)
          && event.getString(Keystroke.WIDGET).equals(INSERT)) {
        double nanos = event.getDuration().toNanos();
        double mine = ours.getOrDefault(event.getLong(Keystroke.KEYSTROKE_ID), 0L);
        all.add(nanos);
        own.add(mine);
        rest.add(Math.max(0, nanos - mine));
      }
    }
    return new InsertionCost(
        all.size(),
        Quantile.of(all, 0.5),
        Quantile.of(all, 0.99),
        Quantile.of(own, 0.5),
        Quantile.of(own, 0.99),
        Quantile.of(rest, 0.5),
        Quantile.of(rest, 0.99));
  }
}
