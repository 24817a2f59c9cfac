// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.time.ZoneId;
import java.util.List;
import org.lusush.lle.analyzer.model.Analysis;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.report.Report;

/**
 * A report for a browser: one file that loads nothing, with the figures in tables, and charts drawn
 * from the same figures.
 *
 * <p>Whatever a recording holds is text in it: the template escapes it, the data of the charts can
 * end no element, and the content security policy lets no other script run than those built in.
 */
public final class HtmlReport {

  private static final String POLICY =
      "default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none';"
          + " form-action 'none'";

  private HtmlReport() {}

  /**
   * Returns the page.
   *
   * @param zone whose time of day is shown
   */
  public static String render(Report report, ZoneId zone) {
    return render(report, zone, Parts.load());
  }

  static String render(Report report, ZoneId zone, Parts parts) {
    List<Source> sources =
        report.analysis().map(analysis -> analysis.recording().sources()).orElse(List.of());
    var page = new PageBuilder(TimeAxis.of(sources, zone));
    report.analysis().ifPresent(analysis -> addSections(page, report, analysis));
    DataSection.add(page, report);
    return page(page, report, parts);
  }

  private static void addSections(PageBuilder page, Report report, Analysis analysis) {
    SummarySection.add(page, analysis);
    report.findings().ifPresent(findings -> FindingSection.add(page, findings));
    TimelineSection.add(page, analysis);
    LatencySection.add(page, analysis);
    SlowestSection.add(page, analysis);
    CauseSection.add(page, analysis);
    HotSpotSection.add(page, analysis);
    OperationSection.add(page, analysis);
    CacheSection.add(page, analysis.recording().contents());
    TuningSection.add(page, analysis.recording().contents().upkeep().steps());
    PoolSection.add(page, analysis.recording().contents());
    TargetSection.add(page, analysis.recording().contents().upkeep().targets());
    ResourceSection.add(page, analysis.recording().contents());
  }

  private static String page(PageBuilder page, Report report, Parts parts) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("start", page.time().startMillis())
        .put("end", page.time().startMillis() + page.time().sinceStart(page.time().end()))
        .put("zone", page.time().zone());
    data.set("charts", page.charts());
    return parts.page(
        "LLE Flight report",
        DataSection.facts(page.time(), report),
        DataSection.warnings(report),
        page.sections(),
        data);
  }

  /**
   * What every page is made of.
   *
   * @param library the chart library
   * @param licence its licence
   */
  record Parts(Template template, String style, String library, String script, String licence) {

    static Parts load() {
      Mustache.Compiler compiler =
          Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).withLoader(Parts::partial);
      return new Parts(
          compiler.compile(Assets.own("report.mustache")),
          Assets.own("report.css"),
          Assets.d3("dist/d3.min.js"),
          Assets.own("report.js"),
          Assets.d3("LICENSE"));
    }

    /** Returns a page. */
    String page(
        String title,
        List<View.Fact> facts,
        List<View.Warning> warnings,
        List<View.Section> sections,
        ObjectNode data) {
      String policy =
          POLICY.formatted(Assets.hash(library) + " " + Assets.hash(script), Assets.hash(style));
      return template.execute(
          new View(
              title,
              policy,
              style,
              facts,
              warnings,
              sections,
              EmbeddedJson.of(data),
              List.of(new View.Script(library), new View.Script(script)),
              List.of(new View.Notice("D3, which draws the charts", licence))));
    }

    /** Returns the same page around a word in place of the library, as for a golden file. */
    Parts withoutLibrary() {
      return new Parts(template, "/* style */", "/* library */", "/* script */", "licence");
    }

    private static java.io.Reader partial(String name) {
      return new java.io.StringReader(Assets.own(name + ".mustache"));
    }
  }
}
