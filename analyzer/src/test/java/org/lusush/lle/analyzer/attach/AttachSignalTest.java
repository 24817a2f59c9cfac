// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttachSignalTest {

  @ParameterizedTest
  @CsvSource({
    "0000000000000004, true",
    "2000000109025ccf, true",
    "0000000008034a03, false",
    "0000000000000000, false",
    "fffffffffffffffb, false"
  })
  void isCaught_maskOfTheProcess_asItsThirdBit(String mask, boolean isCaught) {
    assertThat(AttachSignal.isCaught("Name:\tx\nSigIgn:\t0\nSigCgt:\t" + mask + "\nCapInh:\t0\n"))
        .isEqualTo(isCaught);
  }

  @Test
  void isCaught_noMask_isNotDenied() {
    assertThat(AttachSignal.isCaught("Name:\tx\n")).isTrue();
  }

  @Test
  @EnabledOnOs(LINUX)
  void open_processThatIsNoJvm_isRefusedAndLivesOn() throws Exception {
    Process process = new ProcessBuilder("cat").start();
    try {
      assertThatThrownBy(() -> TargetJvm.open(process.pid()))
          .isInstanceOf(TargetException.class)
          .hasMessageContaining("process " + process.pid() + " is not a JVM");

      assertThat(process.isAlive()).isTrue();
    } finally {
      process.getOutputStream().close(); // and it ends by itself, if nothing else ended it
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isZero();
  }
}
