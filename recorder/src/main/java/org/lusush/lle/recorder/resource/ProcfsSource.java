// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The process and the machine, as Linux tells them in {@code /proc}. */
final class ProcfsSource implements Source {

  /** Processor time is in hundredths of a second, on every Linux that a JVM runs on. */
  private static final long NANOS_PER_TICK = 10_000_000;

  private static final long KILO = 1024;

  /** Words of {@code stat} between the name, which may hold blanks, and the processor times. */
  private static final int WORDS_BEFORE_TIMES = 11;

  private final Text text = new Text();
  private final TextFile stat;
  private final TextFile status;
  private final TextFile io;
  private final TextFile network;
  private final TextFile machine;
  private final TextFile memory;
  private final boolean exists;

  ProcfsSource(Path root) {
    var proc = root.resolve("proc");
    exists = Files.isReadable(proc.resolve("self/stat"));
    stat = new TextFile(proc.resolve("self/stat"));
    status = new TextFile(proc.resolve("self/status"));
    io = new TextFile(proc.resolve("self/io"));
    network = new TextFile(proc.resolve("self/net/dev"));
    machine = new TextFile(proc.resolve("stat"));
    memory = new TextFile(proc.resolve("meminfo"));
  }

  @Override
  public String name() {
    return exists ? "procfs" : "";
  }

  @Override
  public void read(Reading reading) {
    if (!exists) {
      return;
    }
    readProcess(reading);
    readInputAndOutput(reading);
    readNetwork(reading);
    readMachine(reading);
  }

  private void readProcess(Reading reading) {
    if (stat.read(text) && text.goToLast(')')) {
      text.skipWords(WORDS_BEFORE_TIMES);
      long user = text.number();
      long system = text.number();
      if (user >= 0 && system >= 0) {
        reading.processCpuNanos = (user + system) * NANOS_PER_TICK;
      }
    }
    if (status.read(text)) {
      reading.peakResident = kilobytes("VmHWM:"); // in the order of the file
      reading.resident = kilobytes("VmRSS:");
      reading.threads = text.numberOf("Threads:");
    }
  }

  private void readInputAndOutput(Reading reading) {
    if (io.read(text)) {
      reading.diskRead = text.numberOf("read_bytes:");
      reading.diskWritten = text.numberOf("write_bytes:");
    }
  }

  private void readNetwork(Reading reading) {
    if (!network.read(text) || !text.nextLine() || !text.nextLine()) {
      return;
    }
    long received = 0;
    long sent = 0;
    do {
      boolean isLoopback = text.isNext("lo:");
      if (!isLoopback && text.goBehind(':')) {
        long in = text.number();
        text.skipWords(7);
        long out = text.number();
        if (in < 0 || out < 0) {
          return;
        }
        received += in;
        sent += out;
      }
    } while (text.nextLine());
    reading.networkReceived = received;
    reading.networkSent = sent;
  }

  private void readMachine(Reading reading) {
    if (machine.read(text) && text.goTo("cpu ")) {
      readTicks(reading);
    }
    if (memory.read(text)) {
      reading.memoryTotal = kilobytes("MemTotal:");
      reading.memoryFree = kilobytes("MemAvailable:");
    }
  }

  /** Times of guests are within those of the user, so they are left out. */
  private void readTicks(Reading reading) {
    long busy = 0;
    long idle = 0;
    for (int column = 0; column < 8; column++) {
      long ticks = text.number();
      if (ticks < 0) {
        return;
      }
      if (column == 3 || column == 4) { // idle, and waiting for a disk
        idle += ticks;
      } else {
        busy += ticks;
      }
    }
    reading.machineBusyTicks = busy;
    reading.machineTicks = busy + idle;
  }

  private long kilobytes(String word) {
    long kilobytes = text.numberOf(word);
    return kilobytes < 0 ? Text.UNKNOWN : kilobytes * KILO;
  }

  @Override
  public void close() {
    List.of(stat, status, io, network, machine, memory).forEach(TextFile::close);
  }
}
