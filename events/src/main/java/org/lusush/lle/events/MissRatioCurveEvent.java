// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.StackTrace;
import org.lusush.lle.events.schema.EventSchema;

/**
 * One point of the miss-ratio curve of a cache. Not thread-safe; an object may be used again after
 * its commit.
 */
@Name(EventSchema.MissRatioCurve.TYPE)
@Label("Miss Ratio Curve")
@Description(
    "One point of what a cache would miss at another size, as the tuner sees it each time it looks;"
        + " at most 16 make a curve")
@Category("Line Editor")
@StackTrace(false)
public final class MissRatioCurveEvent extends Event {

  @Label("Curve")
  @Description("Number of the curve in this process, from 1; its points share it")
  @Identifier
  public long curveId;

  @Label("Cache")
  @Description("Name of the cache")
  public String cache = "";

  @Label("Entries")
  @Description("Size that the point is about")
  @Count
  public int entries;

  @Label("Miss Ratio")
  @Description("Share of lookups that an LRU cache of that size would have missed")
  @Percentage
  public double missRatio;

  @Label("Entries Now")
  @Description("Size that the cache may have now")
  @Count
  public int entriesNow;

  @Label("Lookups")
  @Description("Lookups that the curve rests on, older ones by what they still count")
  @Count
  public long lookups;
}
