// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import org.lusush.lle.analyzer.model.TimedMethod;
import org.lusush.lle.analyzer.model.TimedMethods;

/** The methods that the JVM was told to time. */
public final class TimedMethodSection {

  /** What there is to know of the figures wherever they stand. */
  public static final String ABOUT = "by the JVM, in all threads, since it began to time them";

  private static final int SHOWN = 10;

  private TimedMethodSection() {}

  static void print(Page page, TimedMethods timed) {
    List<TimedMethod> methods = timed.all();
    page.heading("TIMED METHODS", ABOUT);
    var table =
        new Table()
            .text("method", 56)
            .figure("calls")
            .figure("total")
            .figure("mean")
            .figure("longest");
    for (TimedMethod method : methods.stream().limit(SHOWN).toList()) {
      table.row(
          SlowPlaceSection.brief(method.name()),
          Units.count(method.calls()),
          total(method),
          duration(method, method.meanNanos()),
          duration(method, method.maxNanos()));
    }
    table.print(page);
    long more = methods.size() + timed.leftOut() - SHOWN;
    if (more > 0) {
      page.line("  and " + Units.count(more) + " more", Tone.FAINT);
    }
  }

  /** Returns the time of all calls, or why there is none. */
  public static String total(TimedMethod method) {
    return method.isTimed() || method.calls() == 0
        ? duration(method, method.totalNanos())
        : "not measured";
  }

  /** Returns a duration of a method, or a dash where its calls have none. */
  public static String duration(TimedMethod method, long nanos) {
    return method.isTimed() ? Units.duration(nanos) : "-";
  }
}
