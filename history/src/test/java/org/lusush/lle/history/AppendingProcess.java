// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.lusush.lle.history.chronicle.ChronicleStore;

/** A process that appends to a queue without end, and says of each record that it is there. */
final class AppendingProcess implements AutoCloseable {

  /** What the manifest of whoever writes histories opens. */
  static final List<String> OPEN =
      List.of(
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED");

  /** Returns these, and those by which the launcher keeps a newer Java from warning. */
  static List<String> quiet() {
    var options = new ArrayList<>(OPEN);
    options.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 24) {
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    return options;
  }

  private final Process process;
  private final BufferedReader out;

  private AppendingProcess(Process process) {
    this.process = process;
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts one that appends so many records, in a queue of its own in a source. */
  static AppendingProcess start(
      Path java, List<String> options, Path source, long records, Path errors) throws IOException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            AppendingProcess.class.getName(),
            source.toString(),
            Long.toString(records)));
    return new AppendingProcess(
        new ProcessBuilder(command).redirectError(new File(errors.toString())).start());
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Returns what it says next; null when it has ended. */
  String line() throws IOException {
    return out.readLine();
  }

  /** Ends it as {@code kill -9} does, and returns what it still said. */
  List<String> kill() throws IOException, InterruptedException {
    process.toHandle().destroyForcibly(); // the process itself would close what it said, too
    List<String> rest = out.lines().toList();
    process.waitFor();
    return rest;
  }

  int await() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Appends to the next queue of a source. */
  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var source = new SourceFolder(Files.createDirectories(Path.of(arguments[0])));
    var record = new RecordWriter(new Names());
    var random = new Random();
    var crc = new CRC32C();
    long last = Long.parseLong(arguments[1]);
    try (var store = ChronicleStore.open(source.createQueue())) {
      for (int i = 1; i <= last; i++) {
        Samples.interval(record, random, i);
        byte[] bytes = record.end();
        Frame.seal(bytes, record.length(), i, crc);
        store.append(1_790_000_000_000L, bytes, record.length());
        out.println(i);
        out.flush();
      }
    } catch (HistoryException e) {
      out.println(e.sentence());
      out.flush();
    }
  }
}
