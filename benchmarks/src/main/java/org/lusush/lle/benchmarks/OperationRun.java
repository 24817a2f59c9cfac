// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lusush.lle.benchmarks.operation.Work;
import org.lusush.lle.benchmarks.process.HistoryCost;
import org.lusush.lle.benchmarks.report.Subject;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of single operations.
 *
 * <p>Each round goes over all of them, so that a machine that slows down slows everything down.
 */
final class OperationRun {

  /** From here on a JVM warns of what JMH itself does. */
  private static final int UNSAFE_WARNS_SINCE = 24;

  private final Plan plan;
  private final Collection<Subject> subjects;
  private final boolean verbose;
  private final PrintStream progress;
  private final Map<Subject, List<RunResult>> results = new EnumMap<>(Subject.class);

  OperationRun(Plan plan, Collection<Subject> subjects, boolean verbose, PrintStream progress) {
    this.plan = plan;
    this.subjects = List.copyOf(subjects);
    this.verbose = verbose;
    this.progress = progress;
  }

  /** Returns the results of each subject's forks; none of one that fails. */
  Map<Subject, List<RunResult>> run() {
    for (int round = 1; round <= plan.rounds(); round++) {
      int number = 1;
      for (var subject : subjects) {
        progress.printf(
            "round %d of %d, %2d of %d: %s%n",
            round, plan.rounds(), number++, subjects.size(), subject.benchmark());
        run(subject);
      }
    }
    return results;
  }

  private void run(Subject subject) {
    try {
      results
          .computeIfAbsent(subject, key -> new ArrayList<>())
          .add(new Runner(options(subject)).runSingle());
    } catch (RunnerException e) {
      progress.printf(
          "%s failed and is left out: %s (--verbose tells more)%n",
          subject.benchmark(), e.getMessage());
    }
  }

  private Options options(Subject subject) {
    var options =
        new OptionsBuilder()
            .include(Pattern.quote(Work.class.getPackageName() + "." + subject.benchmark()) + "$")
            .forks(1)
            .warmupIterations(plan.warmups())
            .warmupTime(plan.iteration())
            .measurementIterations(plan.measurements())
            .measurementTime(plan.iteration())
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(verbose ? VerboseMode.NORMAL : VerboseMode.SILENT);
    List<String> arguments = new ArrayList<>(HistoryCost.OPTIONS);
    if (Runtime.version().feature() >= UNSAFE_WARNS_SINCE) {
      arguments.add("--sun-misc-unsafe-memory-access=allow");
    }
    options.jvmArgsAppend(arguments.toArray(String[]::new));
    return options.build();
  }
}
