// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import org.lusush.lle.events.Targets;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** Judges the share of operations that ended in error or timeout. */
public final class OperationErrorRule extends LineEditorRule {

  static final TypedPreference<IQuantity> LIMIT =
      Figures.share(
          "lle.operation.limit",
          "Error rate limit",
          "Share of operations that may end in error or timeout",
          Targets.defaults().errorRate());
  static final TypedPreference<IQuantity> CRITICAL =
      Figures.share(
          "lle.operation.critical",
          "Critical error rate",
          "Share of operations over which errors are critical",
          10 * Targets.defaults().errorRate());
  static final TypedPreference<IQuantity> MINIMUM =
      Figures.minimum(
          "lle.operation.minimum",
          "Fewest operations to judge",
          "With fewer operations than this the rule does not judge",
          Math.round(1 / Targets.defaults().errorRate()));

  static final TypedResult<IQuantity> OPERATIONS =
      Figures.count("operations", "Operations", "Operations in the recording");
  static final TypedResult<IQuantity> ERRORS =
      Figures.count("errors", "Errors", "Operations that ended in error or timeout");
  static final TypedResult<IQuantity> TIMEOUTS =
      Figures.count("timeouts", "Timeouts", "Operations that ended in timeout");
  static final TypedResult<IQuantity> ERROR_RATE =
      Figures.share("errorRate", "Error Rate", "Share of operations that ended in error");
  static final TypedResult<String> WORST_OPERATION =
      Figures.text("worstOperation", "Worst Operation", "Operation with the most errors");
  static final TypedResult<IQuantity> WORST_OPERATION_ERRORS =
      Figures.count(
          "worstOperationErrors", "Errors of the Worst Operation", "How often it ended in error");

  public OperationErrorRule() {
    super(
        Traits.of(
                "LleOperationErrors",
                "operation",
                Topics.OPERATIONS,
                Operation.TYPE,
                Operation.RESULT)
            .needingAll()
            .preferring(LIMIT, CRITICAL, MINIMUM)
            .giving(
                OPERATIONS, ERRORS, TIMEOUTS, ERROR_RATE, WORST_OPERATION, WORST_OPERATION_ERRORS));
  }

  @Override
  IResult judge(Events events, IItemCollection recording, IPreferenceValueProvider preferences) {
    var operations = OperationResults.of(events);
    if (operations.count() == 0) {
      return nothing(preferences);
    }
    if (operations.count() < Figures.count(preferences.getPreferenceValue(MINIMUM))) {
      return tooFew(preferences)
          .addResult(OPERATIONS, Figures.count(operations.count()))
          .addResult(ERRORS, Figures.count(operations.failures()))
          .build();
    }
    double rate = (double) operations.failures() / operations.count();
    double limit = Figures.share(preferences.getPreferenceValue(LIMIT));
    double critical = Figures.share(preferences.getPreferenceValue(CRITICAL));
    var result =
        judged(ScoreScale.score(rate, limit, critical), preferences)
            .addResult(OPERATIONS, Figures.count(operations.count()))
            .addResult(ERRORS, Figures.count(operations.failures()))
            .addResult(TIMEOUTS, Figures.count(operations.timeouts()))
            .addResult(ERROR_RATE, Figures.share(rate));
    operations
        .failuresByOperation()
        .top()
        .ifPresent(
            worst ->
                result
                    .addResult(WORST_OPERATION, RecordedText.of(worst.getKey(), "no name"))
                    .addResult(WORST_OPERATION_ERRORS, Figures.count(worst.getValue())));
    return result.build();
  }
}
