// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.lusush.lle.events.schema.EventSchema;

/**
 * Everything counted of one tier of a cache since it was made, whatever the recording kept of the
 * single events. Not thread-safe; an object may be used again after its commit.
 */
@Name(EventSchema.CacheStatistics.TYPE)
@Label("Cache Statistics")
@Description(
    "Everything counted of one tier of a cache since it was made, whatever the recording kept of the single events")
@Category("Line Editor")
@StackTrace(false)
@Period("1 s")
public final class CacheStatisticsEvent extends Event {

  @Label("Cache")
  @Description("Name of the cache")
  public String cache = "";

  @Label("Tier")
  @Description("Tier that the figures are of: L1, L2 or L3, or all for the cache as a whole")
  public String tier = "";

  @Label("Entries")
  @Description("Entries held now, about")
  @Count
  public long entries;

  @Label("Maximum Entries")
  @Description("Entries that it may hold now")
  @Count
  public long maximumEntries;

  @Label("Size")
  @Description(
      "Bytes of the values held now, as the owner of the cache states them, or 0 where it does not")
  @DataAmount
  public long size;

  @Label("Hits")
  @Description("Lookups that found their entry here")
  @Count
  public long hits;

  @Label("Misses")
  @Description("Lookups that came here and did not find their entry")
  @Count
  public long misses;

  @Label("Hit Rate")
  @Description("Share of the lookups that came here and found their entry")
  @Percentage
  public double hitRate;

  @Label("Insertions")
  @Description("Values put in")
  @Count
  public long insertions;

  @Label("Evictions")
  @Description("Entries given up to stay within limits")
  @Count
  public long evictions;

  @Label("Invalidations")
  @Description("Orders to forget a key, or some of them, or all")
  @Count
  public long invalidations;

  @Label("Promotions")
  @Description("Values that came here from a farther tier")
  @Count
  public long promotions;

  @Label("Prefetches")
  @Description("Values worked out before they were asked for")
  @Count
  public long prefetches;

  @Label("Prefetches Used")
  @Description("Of these, how many were asked for while they were held")
  @Count
  public long prefetchesUsed;

  @Label("Lookup Time")
  @Description("Mean duration of the lookups that were timed, or 0 for none")
  @Timespan(Timespan.NANOSECONDS)
  public long lookupTime;

  @Label("Insert Time")
  @Description("Mean duration of the insertions that were timed, or 0 for none")
  @Timespan(Timespan.NANOSECONDS)
  public long insertTime;

  @Label("Load Time")
  @Description("Mean time to work a missing value out, or 0 for none")
  @Timespan(Timespan.NANOSECONDS)
  public long loadTime;

  @Label("Failures")
  @Description("Faults of the tier that were kept from the editor")
  @Count
  public long failures;
}
