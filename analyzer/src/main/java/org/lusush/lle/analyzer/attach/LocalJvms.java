// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.attach;

import com.sun.tools.attach.VirtualMachine;
import java.util.List;

/** The JVMs of this machine that the user may enter. */
public final class LocalJvms {

  private LocalJvms() {}

  /** Returns their process ids, without our own. */
  public static List<Long> pids() {
    long self = ProcessHandle.current().pid();
    return VirtualMachine.list().stream()
        .map(machine -> machine.id())
        .filter(id -> id.chars().allMatch(Character::isDigit))
        .map(Long::valueOf)
        .filter(pid -> pid != self)
        .toList();
  }
}
