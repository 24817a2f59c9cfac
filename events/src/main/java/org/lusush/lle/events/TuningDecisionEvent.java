// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.lusush.lle.events.schema.EventSchema;

/**
 * One step of tuning: advice taken, kept, rolled back or refused. An instant event. Not
 * thread-safe; an object may be used again after its commit.
 */
@Name(EventSchema.TuningDecision.TYPE)
@Label("Tuning Decision")
@Description("One step of tuning: advice taken, kept, rolled back or refused")
@Category("Line Editor")
@StackTrace(false)
public final class TuningDecisionEvent extends Event {

  @Label("Decision")
  @Description("Number of the decision in this process, from 1; its steps share it")
  @Identifier
  public long decisionId;

  @Label("Tuner")
  @Description("Who advised it")
  public String tuner = "";

  @Label("Subject")
  @Description("Cache, pool or target that it is about")
  public String subject = "";

  @Label("Parameter")
  @Description("What was changed")
  public String parameter = "";

  @Label("From")
  @Description("Value before")
  @Figure
  public double from;

  @Label("To")
  @Description("Value advised")
  @Figure
  public double to;

  @Label("Reason")
  @Description("Evidence that the advice rests on")
  public String reason = "";

  @Label("Metric")
  @Description("Figure that is to become better by it")
  public String metric = "";

  @Label("Before")
  @Description("That figure over the window before")
  @Figure
  public double before;

  @Label("Predicted")
  @Description("That figure as predicted")
  @Figure
  public double predicted;

  @Label("Observed")
  @Description("That figure over the window after, or 0 while there is none")
  @Figure
  public double observed;

  @Label("Outcome")
  @Description("What became of it: applied, kept, rolled back or refused")
  public String outcome = "";
}
