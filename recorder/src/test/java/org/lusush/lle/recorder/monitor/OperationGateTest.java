// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OperationGateTest {

  @Test
  void isOpen_monitorSwitchedOffAndOn_isAsOpenAsBefore() {
    boolean isOpenByOthers = OperationGate.isOpen();
    var monitor = new Monitor(Ticker.system());
    assertThat(OperationGate.isOpen()).isTrue();

    monitor.settings(MonitorSettings.defaults().withLevel(MonitorLevel.MINIMAL));
    assertThat(OperationGate.isOpen()).isEqualTo(isOpenByOthers);
    monitor.settings(MonitorSettings.defaults());
    assertThat(OperationGate.isOpen()).isTrue();
    monitor.close();
    monitor.close();

    assertThat(OperationGate.isOpen()).isEqualTo(isOpenByOthers);
  }

  @Test
  void isOpen_oneOfTwoMonitorsClosed_isTrue() {
    var other = new Monitor(Ticker.system());

    new Monitor(Ticker.system()).close();

    assertThat(OperationGate.isOpen()).isTrue();
    other.close();
  }
}
