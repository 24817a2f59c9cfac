// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lusush.lle.benchmarks.detection.Detection;
import org.lusush.lle.benchmarks.process.AgentCost;
import org.lusush.lle.benchmarks.process.Archive;
import org.lusush.lle.benchmarks.process.Counts;
import org.lusush.lle.benchmarks.process.HistoryCost;
import org.lusush.lle.benchmarks.process.InsertionCost;
import org.lusush.lle.benchmarks.process.MemoryCost;
import org.lusush.lle.benchmarks.process.PromptCost;
import org.lusush.lle.benchmarks.process.StartCost;
import org.lusush.lle.benchmarks.simulation.Simulation;

class ReportTest {

  private final Report report =
      new Report(
          new Figures(
              new Costs(
                  Map.of(
                      Subject.BARE, new Cost(1, 0),
                      Subject.OFF, new Cost(1.5, 0),
                      Subject.HISTOGRAM, new Cost(51, 0),
                      Subject.STATISTICS, new Cost(81, 0.001),
                      Subject.EVENT, new Cost(161, 0.001))),
              List.of(new StartCost(Archive.NONE, 5e5, 41e6, 40e6)),
              List.of(new PromptCost(Archive.NONE, 410e6, 400e6, 9e6, 2e6)),
              new MemoryCost(250_000, 99_900),
              new Counts(4_000_000, 4_000_000),
              new AgentCost(1.05, 1.2, 0.5, 40e6, 300e6),
              new Simulation(
                  List.of(new Simulation.Row("a trace", 10, 0.5, 0.6, 0.55, 0.9)),
                  List.of(new Simulation.Tuning("shell: a trace", 100, 130, 0.95))),
              new Detection(
                  List.of(new Detection.Row("a method", 0.97, 0.99, 0.004, 0.03)), 200, 24),
              new InsertionCost(1500, 4e5, 9e5, 6e4, 1e5, 3.4e5, 8e5),
              new HistoryCost(9e8, 2.5e9)),
          new Machine("A Processor, 2 cores", "Linux 6 amd64", "A JVM 17", "JMH 1.37"),
          LocalDate.of(2026, 11, 22),
          "1 round");

  @Test
  void toMarkdown_ofKnownFigures_isTheGoldenPage() throws IOException {
    Golden.assertEquals("report.md", report.toMarkdown());
  }

  @Test
  void toText_ofKnownFigures_isTheGoldenText() throws IOException {
    Golden.assertEquals("report.txt", report.toText());
  }

  @Test
  void current_machine_namesTheVersionsOfAllThatIsMeasured() throws IOException {
    var machine = Machine.current();

    assertThat(machine.versions()).contains("Micrometer 1.").doesNotContain("${");
    assertThat(machine.processor()).endsWith(" cores");
  }

  @Test
  void table_withARowTooShort_isRefused() {
    var header = List.of("a", "b");
    var rows = List.of(List.of("1"));

    assertThatThrownBy(() -> new Table("t", header, rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row must have 2 cells, had 1");
  }
}
