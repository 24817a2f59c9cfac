// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.ResultProvider;
import org.openjdk.jmc.flightrecorder.rules.ResultToolkit;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/** Evaluates rules as JMC does. */
final class Evaluation {

  private Evaluation() {}

  /** Evaluates as JMC's pages and reports do: only when the required events are there. */
  static IResult of(IRule rule, IItemCollection recording) {
    return of(rule, recording, IPreferenceValueProvider.DEFAULT_VALUES);
  }

  static IResult of(IRule rule, IItemCollection recording, IPreferenceValueProvider preferences) {
    try {
      return RulesToolkit.evaluateParallel(List.of(rule), recording, preferences, 1)
          .get(rule)
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** Evaluates whether or not the required events are there. */
  static IResult regardless(IRule rule, IItemCollection recording) {
    var evaluation =
        rule.createEvaluation(
            recording, IPreferenceValueProvider.DEFAULT_VALUES, new ResultProvider());
    evaluation.run();
    try {
      return evaluation.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  static IPreferenceValueProvider preferences(Map<TypedPreference<?>, Object> values) {
    return new IPreferenceValueProvider() {
      @Override
      @SuppressWarnings("unchecked")
      public <T> T getPreferenceValue(TypedPreference<T> preference) {
        return (T) values.getOrDefault(preference, preference.getDefaultValue());
      }
    };
  }

  static double score(IResult result) {
    return result.getResult(TypedResult.SCORE).doubleValue();
  }

  static long count(IResult result, TypedResult<IQuantity> type) {
    return Figures.count(result.getResult(type));
  }

  static String summary(IResult result) {
    return ResultToolkit.populateMessage(result, result.getSummary(), false).replace('\u00a0', ' ');
  }

  static String texts(IResult result) {
    return summary(result)
        + ResultToolkit.populateMessage(result, result.getExplanation(), false)
        + ResultToolkit.populateMessage(result, result.getSolution(), false);
  }

  static void assertNotJudged(IResult result) {
    assertThat(result.getSeverity()).isEqualTo(Severity.NA);
    assertThat(score(result)).isEqualTo(-1);
    assertThat(summary(result)).isNotBlank();
  }
}
