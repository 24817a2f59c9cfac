// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.List;
import org.lusush.lle.analyzer.model.upkeep.Course;
import org.lusush.lle.analyzer.model.upkeep.Incident;
import org.lusush.lle.analyzer.model.upkeep.Resources;

/** What the process used, and what it was short of. */
final class ResourceSection {

  private static final int SHOWN = 10;

  private ResourceSection() {}

  static void print(Page page, Resources resources, List<Incident> incidents, long startNanos) {
    if (resources.isEmpty() && incidents.isEmpty()) {
      return;
    }
    page.heading("RESOURCES", "of the process, unless it says otherwise");
    if (!resources.isEmpty()) {
      var table = new Table().text("resource", 30).figure("mean").figure("at most");
      addShare(table, "CPU, of what it may use", resources.processCpu());
      addShare(table, "CPU of the machine", resources.machineCpu());
      addBytes(table, "heap", resources.heapBytes());
      addBytes(table, "resident", resources.residentBytes());
      addCount(table, "threads", resources.threads());
      table.print(page);
    }
    if (resources.throttledNanos() > 0) {
      page.line(
          "  held up by its container's limits for " + Units.duration(resources.throttledNanos()),
          Tone.WARNING);
    }
    incidents.stream().limit(SHOWN).forEach(incident -> print(page, incident, startNanos));
    if (incidents.size() > SHOWN) {
      page.line("  and " + Units.count(incidents.size() - SHOWN) + " more", Tone.FAINT);
    }
  }

  private static void print(Page page, Incident incident, long startNanos) {
    String change = incident.to().isEmpty() ? "" : ": " + incident.from() + " to " + incident.to();
    String reason = incident.reason().isEmpty() ? "" : " (" + incident.reason() + ")";
    page.line(
        "  +"
            + Units.duration(Math.max(0, incident.epochNanos() - startNanos))
            + "  "
            + incident.kind()
            + ", "
            + incident.subject()
            + change
            + reason);
  }

  private static void addShare(Table table, String name, Course course) {
    if (!course.isEmpty()) {
      table.row(name, Units.percent(course.mean()), Units.percent(course.largest()));
    }
  }

  private static void addBytes(Table table, String name, Course course) {
    if (!course.isEmpty()) {
      table.row(
          name, Units.bytes(Math.round(course.mean())), Units.bytes(Math.round(course.largest())));
    }
  }

  private static void addCount(Table table, String name, Course course) {
    if (!course.isEmpty()) {
      table.row(name, Figures.plain(Math.rint(course.mean())), Figures.plain(course.largest()));
    }
  }
}
