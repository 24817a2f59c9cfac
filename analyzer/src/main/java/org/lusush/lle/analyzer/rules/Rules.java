// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.lusush.lle.analyzer.model.Finding;
import org.lusush.lle.analyzer.model.Finding.Severity;
import org.lusush.lle.analyzer.model.Findings;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.ReadOutcome.Failure;
import org.lusush.lle.analyzer.reader.ChunkFeed;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.ResultToolkit;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/** Runs the rules for line editors that JMC's registry knows, in a bounded memory. */
public final class Rules {

  /** How many events of one type the rules see at most, whatever the heap. */
  private static final long MOST_EVENTS = 5_000_000;

  /** How much of the heap stands behind each of them; one takes about 60 bytes. */
  private static final long HEAP_BYTES_PER_EVENT = 400;

  private static final long FEWEST_EVENTS = 100_000;

  /** What the topics of the rules for line editors begin with. */
  private static final String TOPIC = "lle";

  private static final String EDITOR_EVENTS = "lle.";
  private static final String SETTINGS = "jdk.ActiveSetting";
  private static final int NOT_JUDGED = -1;

  /** The results of JMC stand in texts with this instead of a space. */
  private static final char NO_BREAK_SPACE = '\u00a0';

  private static final Comparator<Finding> BY_TOPIC_WORST_FIRST =
      Comparator.comparing(Finding::topic)
          .thenComparing(Finding::score, Comparator.reverseOrder())
          .thenComparing(Finding::name);

  /**
   * What came of it.
   *
   * @param findings of the files that could be read, all together; empty when none could
   * @param failures the files that could not
   */
  public record Outcome(Optional<Findings> findings, List<Failure> failures) {
    public Outcome {
      failures = List.copyOf(failures);
    }
  }

  private Rules() {}

  /** Judges recordings as one. */
  public static Outcome judge(Collection<Path> files) {
    return judge(files, limit(Runtime.getRuntime().maxMemory()));
  }

  /** Returns how many events of one type a heap has room for. */
  static int limit(long heapBytes) {
    long fitting = heapBytes / HEAP_BYTES_PER_EVENT;
    return (int) Math.max(FEWEST_EVENTS, Math.min(MOST_EVENTS, fitting));
  }

  /**
   * Judges recordings as one.
   *
   * @param limit how many events of one type the rules see at most, at least 2
   */
  static Outcome judge(Collection<Path> files, int limit) {
    List<IRule> rules = rules();
    var events = new ChosenEvents(types(rules), limit);
    var feed = new ChunkFeed(events::add);
    List<Failure> failures = new ArrayList<>();
    for (Path file : files) {
      feed.feed(file).ifPresent(problem -> failures.add(new Failure(file.toString(), problem)));
    }
    if (failures.size() == files.size()) {
      return new Outcome(Optional.empty(), failures);
    }
    if (!events.holds(EDITOR_EVENTS)) {
      files.forEach(
          file -> failures.add(new Failure(file.toString(), new Problem.NoEditorEvents(false))));
      return new Outcome(Optional.empty(), failures);
    }
    List<String> notes = new ArrayList<>(events.notes());
    notes.addAll(feed.notes());
    return new Outcome(Optional.of(new Findings(evaluate(rules, events.items()), notes)), failures);
  }

  private static List<IRule> rules() {
    return RuleRegistry.getRules().stream().filter(Rules::isForLineEditors).toList();
  }

  private static boolean isForLineEditors(IRule rule) {
    return rule.getTopic().equals(TOPIC) || rule.getTopic().startsWith(TOPIC + ".");
  }

  private static Set<String> types(List<IRule> rules) {
    Set<String> types = new HashSet<>();
    types.add(SETTINGS);
    rules.forEach(rule -> types.addAll(rule.getRequiredEvents().keySet()));
    return types;
  }

  private static List<Finding> evaluate(List<IRule> rules, IItemCollection items) {
    Map<IRule, Future<IResult>> results =
        RulesToolkit.evaluateParallel(rules, items, IPreferenceValueProvider.DEFAULT_VALUES, 0);
    return results.entrySet().stream()
        .map(entry -> finding(entry.getKey(), entry.getValue()))
        .sorted(BY_TOPIC_WORST_FIRST)
        .toList();
  }

  private static Finding finding(IRule rule, Future<IResult> evaluation) {
    try {
      return finding(rule, evaluation.get());
    } catch (ExecutionException e) {
      return failed(rule, "the rule failed: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(rule, "the rule was interrupted");
    }
  }

  private static Finding failed(IRule rule, String summary) {
    return new Finding(
        rule.getId(),
        rule.getName(),
        rule.getTopic(),
        Severity.NOT_JUDGED,
        NOT_JUDGED,
        Printable.of(summary),
        "",
        "Please report this.");
  }

  private static Finding finding(IRule rule, IResult result) {
    return new Finding(
        rule.getId(),
        rule.getName(),
        rule.getTopic(),
        severity(result),
        score(result),
        text(result, result.getSummary()),
        text(result, result.getExplanation()),
        text(result, result.getSolution()));
  }

  private static Severity severity(IResult result) {
    return switch (result.getSeverity()) {
      case OK -> Severity.OK;
      case INFO -> Severity.INFO;
      case WARNING -> Severity.WARNING;
      default -> Severity.NOT_JUDGED;
    };
  }

  private static int score(IResult result) {
    IQuantity score = result.getResult(TypedResult.SCORE);
    return score == null
        ? NOT_JUDGED
        : (int) Math.max(NOT_JUDGED, Math.min(100, Math.round(score.doubleValue())));
  }

  private static String text(IResult result, String template) {
    String text = ResultToolkit.populateMessage(result, template, false);
    return text == null ? "" : Printable.safe(text.replace(NO_BREAK_SPACE, ' '));
  }
}
