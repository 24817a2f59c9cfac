// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.attach.LocalJvms;

/** Finds the JVMs of a command: itself, or what a script has started. */
final class JvmFinder {

  private JvmFinder() {}

  /** Returns the process ids of its JVMs, the outermost first. */
  static List<Long> of(long pid) {
    List<Long> jvms = LocalJvms.pids();
    return family(pid).filter(jvms::contains).toList();
  }

  /** Returns a process and all that it has started, the outermost first. */
  static Stream<Long> family(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(
            process -> Stream.concat(Stream.of(pid), process.descendants().map(ProcessHandle::pid)))
        .sorted((a, b) -> Integer.compare(depth(a, pid), depth(b, pid)));
  }

  private static int depth(long pid, long root) {
    int depth = 0;
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    while (process.isPresent() && process.get().pid() != root) {
      process = process.get().parent();
      depth++;
    }
    return depth;
  }
}
