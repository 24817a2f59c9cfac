// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.attach.Jcmd;

/** What jcmd says, in made-up answers and in those of the JVM that runs the test. */
final class JvmMemoryTest {

  private static final long MIB = 1 << 20;

  @Test
  void live_ofAHistogram_isItsTotal() {
    var histogram =
        """
        7991:
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:         20101        1734400  [B (java.base@17.0.15)
           2:            12            288  Total
        Total         93221        6823456
        """;

    assertThat(JvmMemory.live(histogram)).hasValue(6_823_456);
    assertThat(JvmMemory.live("unknown command")).isEqualTo(OptionalLong.empty());
  }

  @Test
  void allocated_ofADump_isTheSumOverThreadsInTheirUnits() {
    var dump =
        """
        "main" #1 prio=5 os_prio=0 cpu=1.2ms elapsed=3.0s allocated=512B defined_classes=1 tid=0x1
        "pump" #2 prio=5 os_prio=0 cpu=1.2ms elapsed=3.0s allocated=20K defined_classes=1 tid=0x2
        "old" #3 prio=5 os_prio=0 cpu=1.2ms elapsed=3.0s allocated=3M defined_classes=1 tid=0x3
        """;

    assertThat(JvmMemory.allocated(dump)).hasValue(512 + (20 << 10) + 3 * MIB);
    assertThat(JvmMemory.allocated("no threads")).isEqualTo(OptionalLong.empty());
  }

  @Test
  void live_ofThisJvm_growsByWhatIsHeld() throws Exception {
    long self = ProcessHandle.current().pid();
    long before = JvmMemory.live(Jcmd.run(self, "GC.class_histogram")).orElseThrow();

    var held = new byte[(int) (64 * MIB)];

    long after = JvmMemory.live(Jcmd.run(self, "GC.class_histogram")).orElseThrow();
    assertThat(after - before).isBetween(60 * MIB, 100 * MIB);
    assertThat(held).hasSize((int) (64 * MIB));
    assertThat(JvmMemory.allocated(Jcmd.run(self, "Thread.print", "-e")).orElseThrow())
        .isGreaterThan(60 * MIB);
  }
}
