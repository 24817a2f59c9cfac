// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.lusush.lle.events.schema.EventSchema;

/**
 * What a resource will be used like, and how far such forecasts were off. Not thread-safe; an
 * object may be used again after its commit.
 */
@Name(EventSchema.ResourceForecast.TYPE)
@Label("Resource Forecast")
@Description("What a resource will be used like, and how far such forecasts were off")
@Category("Line Editor")
@StackTrace(false)
@Period("10 s")
public final class ResourceForecastEvent extends Event {

  @Label("Resource")
  @Description("Which: process cpu, heap or resident")
  public String resource = "";

  @Label("Horizon")
  @Description("How far ahead")
  @Timespan(Timespan.NANOSECONDS)
  public long horizon;

  @Label("Current")
  @Description("Value now; a share for processors, bytes for memory")
  @Figure
  public double current;

  @Label("Predicted")
  @Description("Value expected at the horizon")
  @Figure
  public double predicted;

  @Label("Error")
  @Description("Mean absolute error of the forecasts whose time has come")
  @Figure
  public double error;

  @Label("Persistence Error")
  @Description("The same error, had the forecast been that nothing changes")
  @Figure
  public double persistenceError;

  @Label("Forecasts")
  @Description("Forecasts whose time has come")
  @Count
  public long forecasts;
}
