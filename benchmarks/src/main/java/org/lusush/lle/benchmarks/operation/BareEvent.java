// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** An event of the fields of {@code lle.Operation}, emitted without anything of ours. */
@Name(BareEvent.NAME)
@Label("Bare Operation")
@Category("Line Editor")
@StackTrace(false)
public final class BareEvent extends Event {

  static final String NAME = "lle.benchmarks.Operation";

  @Label("Operation")
  public String operation = "";

  @Label("Component")
  public String component = "";

  @Label("Name")
  public String name = "";

  @Label("Result")
  public String result = "";

  @Label("Keystroke")
  public long keystrokeId;

  @Label("Self Time")
  @Timespan(Timespan.NANOSECONDS)
  public long selfTime;

  @Label("Context Size")
  public int contextSize;

  /** Ends the event, and commits it if it is wanted, as one of a syntax highlighter. */
  void endAndCommit(long selfNanos) {
    end();
    if (shouldCommit()) {
      operation = "syntax highlight";
      component = "syntax";
      name = RecorderBenchmark.NAME;
      result = "success";
      keystrokeId = 1;
      selfTime = selfNanos;
      contextSize = 0;
      commit();
    }
  }
}
