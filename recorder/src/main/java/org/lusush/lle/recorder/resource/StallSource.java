// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.nio.file.Path;

/**
 * How long tasks waited for processors, memory and disks: those of the process's own control group
 * where that tells, otherwise those of the machine.
 */
final class StallSource implements Source {

  private static final double HUNDREDTHS_OF_A_PERCENT = 10_000;

  private final Text text = new Text();
  private final Pair cpu;
  private final Pair memory;
  private final Pair io;

  /** The files of one resource. */
  private record Pair(TextFile group, TextFile machine) {
    void close() {
      group.close();
      machine.close();
    }
  }

  StallSource(Path root) {
    var groups = CgroupPaths.find(root, "").folders();
    var group = groups.isEmpty() ? root.resolve("sys/fs/cgroup") : groups.get(0);
    var machine = root.resolve("proc/pressure");
    cpu = pair(group, machine, "cpu");
    memory = pair(group, machine, "memory");
    io = pair(group, machine, "io");
  }

  private static Pair pair(Path group, Path machine, String resource) {
    return new Pair(
        new TextFile(group.resolve(resource + ".pressure")),
        new TextFile(machine.resolve(resource)));
  }

  @Override
  public String name() {
    return "";
  }

  @Override
  public void read(Reading reading) {
    reading.cpuStall = stall(cpu);
    reading.memoryStall = stall(memory);
    reading.ioStall = stall(io);
  }

  private Stall stall(Pair files) {
    var ofGroup = stall(files.group(), "cgroup");
    return ofGroup.isKnown() ? ofGroup : stall(files.machine(), "psi");
  }

  private Stall stall(TextFile file, String source) {
    if (!file.read(text)) {
      return Stall.UNKNOWN;
    }
    double some = share("some avg10=");
    return some < 0 ? Stall.UNKNOWN : new Stall(some, share("full avg10="), source);
  }

  private double share(String word) {
    long hundredths = text.goTo(word) ? text.hundredths() : Text.UNKNOWN;
    return hundredths < 0 ? Text.UNKNOWN : Math.min(1, hundredths / HUNDREDTHS_OF_A_PERCENT);
  }

  @Override
  public void close() {
    cpu.close();
    memory.close();
    io.close();
  }
}
