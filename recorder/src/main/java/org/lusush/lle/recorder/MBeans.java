// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.monitor.MonitorBean;
import org.lusush.lle.recorder.monitor.MonitorMXBean;

/** All there is to do with JMX, apart because a Java may come without it. */
final class MBeans {

  private MBeans() {}

  static void register(Monitor monitor) {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .registerMBean(new MonitorBean(monitor), new ObjectName(MonitorMXBean.NAME));
    } catch (JMException e) {
      throw new IllegalStateException("JMX refuses " + MonitorMXBean.NAME + ": " + e, e);
    }
  }

  static void unregister(Monitor monitor) {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .unregisterMBean(new ObjectName(MonitorMXBean.NAME));
    } catch (JMException e) {
      monitor.countFailure();
    }
  }
}
