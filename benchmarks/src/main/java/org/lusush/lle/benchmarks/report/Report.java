// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lusush.lle.benchmarks.process.InsertionCost;
import org.lusush.lle.benchmarks.process.MemoryCost;
import org.lusush.lle.benchmarks.process.PromptCost;
import org.lusush.lle.benchmarks.process.StartCost;

/**
 * The figures of a run as a person reads them.
 *
 * @param figures what was measured
 * @param machine where
 * @param day when
 * @param manner how long and how often it was measured
 */
public record Report(Figures figures, Machine machine, LocalDate day, String manner) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double BYTES_PER_KILOBYTE = 1e3;

  /** Returns it for a terminal. */
  public String toText() {
    var about = about().stream().map(line -> line + "\n").collect(joining());
    return about + tables().stream().map(table -> "\n" + table.toText()).collect(joining());
  }

  /** Returns it as a page of the documentation. */
  public String toMarkdown() {
    var about = about().stream().map(line -> "- " + line + "\n").collect(joining());
    return """
    # Performance

    What observing costs, and what it costs with others' means, measured in one run; the ratios
    are what counts. Times of operations are processor time of the threads that do them; `added`
    is such a time less that of the work alone. This page is
    written by `./lle bench --markdown docs/performance.md`.

    """
        + about
        + tables().stream().map(table -> "\n" + table.toMarkdown()).collect(joining());
  }

  private List<String> about() {
    return List.of(
        "Date: " + day,
        "Machine: " + machine.processor() + "; " + machine.system(),
        "Java: " + machine.java(),
        "Versions: " + machine.versions(),
        "Measured: " + manner);
  }

  private List<Table> tables() {
    return List.of(
        requirements(),
        operations(),
        starts(),
        prompts(),
        memory(),
        letter(),
        hitRates(),
        tunings(),
        detection());
  }

  private Table requirements() {
    return new Table(
        "Must reach",
        List.of("what", "measured", "limit", "measured ÷ limit", "verdict"),
        Requirements.of(figures).stream().map(Report::requirement).toList());
  }

  private static List<String> requirement(Requirement line) {
    return List.of(
        line.basis().isEmpty() ? line.what() : line.what() + ": at most " + line.basis(),
        Numbers.rounded(line.measured(), line.unit()),
        Numbers.rounded(line.limit(), line.unit()),
        Numbers.rounded(line.ratio()),
        line.verdict().label());
  }

  private Table operations() {
    return new Table(
        "One operation",
        List.of("what", "cpu ns/op", "added", "B/op", "added ÷ statistics", "added ÷ with event"),
        Arrays.stream(Subject.values()).map(this::operation).toList());
  }

  private List<String> operation(Subject subject) {
    var costs = figures.costs();
    double added = costs.added(subject);
    return List.of(
        subject.label(),
        Numbers.rounded(costs.nanos(subject)),
        Numbers.rounded(added),
        Numbers.rounded(costs.bytes(subject)),
        Numbers.rounded(added / costs.added(Subject.STATISTICS)),
        Numbers.rounded(added / costs.added(Subject.EVENT)));
  }

  private Table starts() {
    return new Table(
        "Start of a process, in ms",
        List.of("classes", "start returns after", "first line", "without", "difference"),
        figures.starts().stream().map(Report::start).toList());
  }

  private static List<String> start(StartCost cost) {
    return List.of(
        cost.archive().label(),
        millis(cost.startNanos()),
        millis(cost.firstLineNanos()),
        millis(cost.firstLineWithoutNanos()),
        millis(cost.firstLineNanos() - cost.firstLineWithoutNanos()));
  }

  private Table prompts() {
    return new Table(
        "First prompt of the example shell, in ms from its main method on",
        List.of("classes", "with", "without", "lost", "± standard error"),
        figures.prompts().stream().map(Report::prompt).toList());
  }

  private static List<String> prompt(PromptCost cost) {
    return List.of(
        cost.archive().label(),
        millis(cost.withNanos()),
        millis(cost.withoutNanos()),
        millis(cost.lostNanos()),
        millis(cost.errorNanos()));
  }

  private Table memory() {
    var rows = new ArrayList<List<String>>();
    MemoryCost memory = figures.memory();
    if (memory != null) {
      rows.add(List.of("heap", Numbers.rounded(memory.heapBytes() / BYTES_PER_KILOBYTE)));
      rows.add(
          List.of("class metadata", Numbers.rounded(memory.metadataBytes() / BYTES_PER_KILOBYTE)));
    }
    return new Table("Memory retained by a recorder, in kB", List.of("where", "kB"), rows);
  }

  private Table hitRates() {
    var rows = new ArrayList<List<String>>();
    var simulation = figures.simulation();
    if (simulation != null) {
      for (var row : simulation.rows()) {
        rows.add(
            List.of(
                row.trace(),
                Integer.toString(row.size()),
                percent(row.lru()),
                percent(row.scanning()),
                percent(row.ours()),
                percent(row.best())));
      }
    }
    return new Table(
        "Hit rates of replayed traces, in %",
        List.of("trace", "entries", "LRU", "LRU, 10 oldest scanned", "LLE", "the most possible"),
        rows);
  }

  private Table tunings() {
    var rows = new ArrayList<List<String>>();
    var simulation = figures.simulation();
    if (simulation != null) {
      for (var tuning : simulation.tunings()) {
        rows.add(
            List.of(
                tuning.trace(),
                Integer.toString(tuning.smallest()),
                Long.toString(tuning.entries()),
                Numbers.rounded((double) tuning.entries() / tuning.smallest()),
                percent(tuning.hitRate())));
      }
    }
    return new Table(
        "Tuned to a hit rate of 90 %, from a tenth of the entries that takes",
        List.of("trace", "fewest entries", "tuned", "by the fewest", "hit rate, 2nd half"), rows);
  }

  private Table detection() {
    var rows = new ArrayList<List<String>>();
    var detection = figures.detection();
    if (detection != null) {
      for (var row : detection.rows()) {
        rows.add(
            List.of(
                row.detector(),
                percent(row.found()),
                percent(row.foundSteady()),
                percent(row.falseAlarms()),
                percent(row.noisySeries())));
      }
    }
    return new Table(
        detection == null
            ? "An operation that got 10 % slower"
            : "An operation that got 10 %% slower, in %%; %d series each, nights of 20 runs, drawn from %d recorded sessions"
                .formatted(detection.series(), detection.sessions()),
        List.of(
            "method",
            "found within 3 nights",
            "of steady operations",
            "false alarms, of nights",
            "of series of 10 nights"),
        rows);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private Table letter() {
    var rows = new ArrayList<List<String>>();
    InsertionCost letter = figures.insertion();
    if (letter != null) {
      rows.add(letter("from the key to the paint", letter.p50Nanos(), letter.p99Nanos()));
      rows.add(
          letter(
              "highlighting, suggestion, caches: ours",
              letter.oursP50Nanos(),
              letter.oursP99Nanos()));
      rows.add(
          letter("JLine: redraw, display, flush", letter.jlineP50Nanos(), letter.jlineP99Nanos()));
    }
    return new Table(
        "A letter in the example shell, warm, in µs", List.of("what", "p50", "p99"), rows);
  }

  private static List<String> letter(String what, double p50Nanos, double p99Nanos) {
    return List.of(what, Numbers.rounded(p50Nanos / 1e3), Numbers.rounded(p99Nanos / 1e3));
  }

  private static String millis(double nanos) {
    return Numbers.rounded(nanos / NANOS_PER_MILLI);
  }
}
