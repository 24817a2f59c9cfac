// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.benchmarks.detection.Detection;
import org.lusush.lle.benchmarks.process.AgentCost;
import org.lusush.lle.benchmarks.process.Counts;
import org.lusush.lle.benchmarks.process.HistoryCost;
import org.lusush.lle.benchmarks.process.InsertionCost;
import org.lusush.lle.benchmarks.process.MemoryCost;
import org.lusush.lle.benchmarks.process.PromptCost;
import org.lusush.lle.benchmarks.process.StartCost;
import org.lusush.lle.benchmarks.reading.ReadingCost;
import org.lusush.lle.benchmarks.report.Costs;
import org.lusush.lle.benchmarks.report.Figures;
import org.lusush.lle.benchmarks.report.Machine;
import org.lusush.lle.benchmarks.report.ReadingTables;
import org.lusush.lle.benchmarks.report.Report;
import org.lusush.lle.benchmarks.report.Subject;
import org.lusush.lle.benchmarks.simulation.Simulation;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program: measures everything, and prints the tables. */
@Command(
    name = "lle bench",
    mixinStandardHelpOptions = true,
    description = "Measures what observing costs, beside its peers.",
    footer = "Exit status: 0 when it measured, whatever was met; 1 when it failed; 2 wrong use.")
public final class Benchmarks implements Callable<Integer> {

  @Option(names = "--quick", description = "Two minutes instead of twenty.")
  private boolean quick;

  @Option(
      names = "--rounds",
      paramLabel = "COUNT",
      description = "How often to go over all benchmarks; 3, or 1 if quick.")
  private @Nullable Integer rounds;

  @Option(
      names = "--include",
      paramLabel = "REGEX",
      description = "Only benchmarks whose Class.method contains this.")
  private Pattern include = Pattern.compile("");

  @Option(names = "--no-processes", description = "Leave start-up, memory and counts out.")
  private boolean noProcesses;

  @Option(names = "--no-simulation", description = "Replay no traces of cache lookups.")
  private boolean noSimulation;

  @Option(names = "--no-detection", description = "Look for no slower nights.")
  private boolean noDetection;

  @Option(
      names = "--reading",
      description = "Only how fast recordings are read, beside other readers; needs taskset.")
  private boolean reading;

  @Option(names = "--json", paramLabel = "FILE", description = "JMH's results, for its viewers.")
  private @Nullable Path json;

  @Option(names = "--markdown", paramLabel = "FILE", description = "The tables, as a page.")
  private @Nullable Path markdown;

  @Option(names = "--verbose", description = "What JMH says, too.")
  private boolean verbose;

  private Benchmarks() {}

  public static void main(String... arguments) {
    System.exit(new CommandLine(new Benchmarks()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (reading) {
      return callReading();
    }
    var plan = plan();
    var results = new OperationRun(plan, subjects(), verbose, System.err).run();
    var figures = figures(plan, Costs.of(results));
    var report =
        new Report(
            figures, Machine.current(), LocalDate.now(ZoneId.systemDefault()), plan.describe());
    System.out.print(report.toText());
    if (json != null) {
      writeJson(json, results);
    }
    if (markdown != null) {
      Files.writeString(markdown, report.toMarkdown());
    }
    return 0;
  }

  private int callReading() throws IOException {
    var cost = ReadingCost.measure(quick);
    System.out.print(ReadingTables.toText(cost));
    if (markdown != null) {
      Files.writeString(markdown, ReadingTables.toMarkdown(cost));
    }
    return 0;
  }

  private Plan plan() {
    var plan = quick ? Plan.QUICK : Plan.FULL;
    return rounds == null ? plan : plan.withRounds(rounds);
  }

  private List<Subject> subjects() {
    return Arrays.stream(Subject.values())
        .filter(subject -> include.matcher(subject.benchmark()).find())
        .toList();
  }

  private Figures figures(Plan plan, Costs costs) throws IOException {
    if (noProcesses) {
      return new Figures(
          costs, List.of(), List.of(), null, null, null, simulation(), detection(plan), null, null);
    }
    System.err.println("starts …");
    var starts = StartCost.measureAll(plan.starts());
    System.err.println("first prompts …");
    var prompts = PromptCost.measureAll(plan.prompts());
    System.err.println("memory and counts …");
    var memory = MemoryCost.measure(plan.memories());
    var counts = Counts.measure();
    System.err.println("the agent …");
    var agent = AgentCost.measure(plan.shells(), plan.starts());
    System.err.println("a letter …");
    var insertion = InsertionCost.measure();
    System.err.println("a day of history …");
    var history = HistoryCost.measure();
    return new Figures(
        costs,
        starts,
        prompts,
        memory,
        counts,
        agent,
        simulation(),
        detection(plan),
        insertion,
        history);
  }

  private @Nullable Simulation simulation() throws IOException {
    if (noSimulation) {
      return null;
    }
    System.err.println("traces …");
    return Simulation.run();
  }

  private @Nullable Detection detection(Plan plan) throws IOException {
    if (noDetection) {
      return null;
    }
    System.err.println("nights …");
    return Detection.run(plan.series());
  }

  private static void writeJson(Path file, Map<Subject, List<RunResult>> results)
      throws IOException {
    var all = results.values().stream().flatMap(Collection::stream).toList();
    try (var out = new PrintStream(Files.newOutputStream(file), false, UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(all);
    }
  }
}
