// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Targets;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges the mean duration of the operations of the slowest component. */
public final class SlowOperationRule extends LineEditorRule {

  static final TypedPreference<IQuantity> TARGET =
      Figures.limit(
          "lle.slow.target",
          "Response target",
          "Mean duration that the operations of a component should stay under",
          Targets.defaults().response());
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.limit(
          "lle.slow.critical",
          "Critical response",
          "Mean duration over which the operations of a component are far too slow",
          Targets.defaults().operationCritical());
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.slow.minimum",
          "Fewest operations of a component to judge",
          "A component with fewer operations than this is not judged",
          30);

  static final TypedResult<IQuantity> OPERATIONS =
      Figures.count("operations", "Operations", "Operations that a person may have waited for");
  static final TypedResult<String> COMPONENT =
      Figures.text("component", "Slowest Component", "Component with the longest mean duration");
  static final TypedResult<IQuantity> COMPONENT_OPERATIONS =
      Figures.count("componentOperations", "Operations of It", "Operations of that component");
  static final TypedResult<IQuantity> MEAN =
      Figures.timespan("mean", "Mean", "Mean duration of the operations of that component");
  static final TypedResult<IQuantity> LONGEST =
      Figures.timespan("longest", "Longest", "Longest operation of that component");
  static final TypedResult<IQuantity> SLOW =
      Figures.count("slow", "Slow Operations", "Operations of it that took longer than the target");
  static final TypedResult<String> OPERATION =
      Figures.text("operation", "Slowest Operation", "Type of operation that took most time in it");
  static final TypedResult<IQuantity> OPERATION_MEAN =
      Figures.timespan("operationMean", "Mean of It", "Mean duration of that type of operation");

  /** Labels of what nobody waits for; an operation that is not known here may be waited for. */
  private static final Set<String> BACKGROUND =
      Arrays.stream(OperationType.values())
          .filter(type -> !type.isCriticalPath())
          .map(OperationType::label)
          .collect(Collectors.toUnmodifiableSet());

  public SlowOperationRule() {
    super(
        Traits.of("LleSlowOperations", "slow", Topics.OPERATIONS, Operation.TYPE, Common.DURATION)
            .needingAll()
            .preferring(TARGET, CRITICAL, MINIMUM)
            .giving(OPERATIONS, COMPONENT, COMPONENT_OPERATIONS, MEAN, LONGEST, SLOW)
            .giving(OPERATION, OPERATION_MEAN));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    long target = Figures.nanos(preferences.getPreferenceValue(TARGET));
    long critical = Figures.nanos(preferences.getPreferenceValue(CRITICAL));
    long minimum = Math.max(1, Figures.count(preferences.getPreferenceValue(MINIMUM)));
    var components = components(events, target);
    long count = components.values().stream().mapToLong(c -> c.all.count).sum();
    if (count == 0) {
      return nothing(preferences);
    }
    Optional<Component> slowest =
        components.values().stream()
            .filter(component -> component.all.count >= minimum)
            .max(Comparator.comparingDouble(component -> component.all.mean()));
    if (slowest.isEmpty()) {
      return tooFew(preferences).addResult(OPERATIONS, Figures.count(count)).build();
    }
    Component worst = slowest.get();
    Sum most = worst.most();
    return judged(
            ScoreScale.score(worst.all.mean(), (double) target, (double) critical), preferences)
        .addResult(OPERATIONS, Figures.count(count))
        .addResult(COMPONENT, RecordedText.of(worst.all.name, "no name"))
        .addResult(COMPONENT_OPERATIONS, Figures.count(worst.all.count))
        .addResult(MEAN, Figures.timespan(Math.round(worst.all.mean())))
        .addResult(LONGEST, Figures.timespan(worst.all.longest))
        .addResult(SLOW, Figures.count(worst.all.slow))
        .addResult(OPERATION, RecordedText.of(most.name, "no name"))
        .addResult(OPERATION_MEAN, Figures.timespan(Math.round(most.mean())))
        .build();
  }

  private static Map<String, Component> components(Events events, long slowNanos) {
    var components = new HashMap<String, Component>();
    for (IItemIterable piece : events) {
      var duration = Field.of(piece, Common.DURATION);
      var component = Field.of(piece, Operation.COMPONENT);
      var operation = Field.of(piece, Operation.OPERATION);
      for (IItem item : piece) {
        long nanos = duration.nanos(item, -1);
        String type = operation.text(item);
        if (nanos >= 0 && !BACKGROUND.contains(type)) {
          components
              .computeIfAbsent(component.text(item), Component::new)
              .add(type, nanos, nanos > slowNanos);
        }
      }
    }
    return components;
  }

  /** The operations of one component, all and by type. */
  private static final class Component {
    private final Sum all;
    private final Map<String, Sum> byType = new HashMap<>();

    Component(String name) {
      all = new Sum(name);
    }

    void add(String type, long nanos, boolean isSlow) {
      all.add(nanos, isSlow);
      byType.computeIfAbsent(type, Sum::new).add(nanos, isSlow);
    }

    Sum most() {
      return byType.values().stream()
          .max(Comparator.<Sum>comparingDouble(sum -> sum.total).thenComparing(sum -> sum.name))
          .orElse(all);
    }
  }

  private static final class Sum {
    private final String name;
    private long count;
    private long slow;
    private double total;
    private long longest;

    Sum(String name) {
      this.name = name;
    }

    void add(long nanos, boolean isSlow) {
      count++;
      slow += isSlow ? 1 : 0;
      total += nanos;
      longest = Math.max(longest, nanos);
    }

    double mean() {
      return count == 0 ? 0 : total / count;
    }
  }
}
