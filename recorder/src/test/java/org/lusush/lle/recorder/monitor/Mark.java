// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** An event that takes its times itself. */
@Name(Mark.NAME)
@StackTrace(false)
public final class Mark extends Event {
  static final String NAME = "lle.TestMark";
}
