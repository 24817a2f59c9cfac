// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.util.List;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.upkeep.Course;
import org.lusush.lle.analyzer.model.upkeep.Incident;
import org.lusush.lle.analyzer.model.upkeep.Resources;
import org.lusush.lle.analyzer.report.Figures;
import org.lusush.lle.analyzer.report.Units;

/** What the process used, and what it was short of. */
final class ResourceSection {

  private ResourceSection() {}

  static void add(PageBuilder page, Contents contents) {
    Resources resources = contents.upkeep().resources();
    var section =
        page.section("resources", "Resources", "Of the process, unless it says otherwise.");
    section.table(used(resources));
    if (resources.throttledNanos() > 0) {
      section.note(
          "The container's limits held the process up for %s."
              .formatted(Units.duration(resources.throttledNanos())),
          "warn");
    }
    section.table(incidents(page.time(), contents.upkeep().incidents()));
    section.end();
  }

  private static TableBuilder used(Resources resources) {
    var table =
        new TableBuilder("Resources used").text("resource").figure("mean").figure("at most");
    addShare(table, "CPU, of what it may use", resources.processCpu());
    addShare(table, "CPU of the machine", resources.machineCpu());
    addBytes(table, "heap", resources.heapBytes());
    addBytes(table, "resident", resources.residentBytes());
    if (!resources.threads().isEmpty()) {
      table.row(
          "threads",
          Figures.plain(Math.rint(resources.threads().mean())),
          Figures.plain(resources.threads().largest()));
    }
    return table;
  }

  private static void addShare(TableBuilder table, String name, Course course) {
    if (!course.isEmpty()) {
      table.row(name, Units.percent(course.mean()), Units.percent(course.largest()));
    }
  }

  private static void addBytes(TableBuilder table, String name, Course course) {
    if (!course.isEmpty()) {
      table.row(
          name, Units.bytes(Math.round(course.mean())), Units.bytes(Math.round(course.largest())));
    }
  }

  private static TableBuilder incidents(TimeAxis time, List<Incident> incidents) {
    var table =
        new TableBuilder("Incidents, times in " + time.zone())
            .word("at")
            .text("kind")
            .text("subject")
            .text("change")
            .text("why");
    for (Incident incident : incidents) {
      String change = incident.to().isEmpty() ? "" : incident.from() + " to " + incident.to();
      table.row(
          time.text(incident.epochNanos()),
          incident.kind(),
          incident.subject(),
          change,
          incident.reason());
    }
    return table;
  }
}
