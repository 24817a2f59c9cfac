// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * What one rule says of a recording, the same as it says inside JDK Mission Control. Immutable.
 *
 * @param rule identifier of the rule; it never changes
 * @param name name of the rule
 * @param topic what it is about, such as {@code lle.caches}
 * @param score from 0 to 100 where 100 is worst, the other way round from the score of a report; -1
 *     where the rule did not judge
 * @param summary one sentence
 * @param explanation what was measured and what it means
 * @param solution what to do
 */
public record Finding(
    String rule,
    String name,
    String topic,
    Severity severity,
    int score,
    String summary,
    String explanation,
    String solution) {

  /** How bad it is, least first. */
  public enum Severity {
    /** The recording holds too little to judge. */
    NOT_JUDGED,
    OK,
    INFO,
    WARNING;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /** Returns the name as it stands in reports, in lower case. */
    public String label() {
      return label;
    }
  }

  public Finding {
    requireNonNull(rule, "rule");
    requireNonNull(name, "name");
    requireNonNull(topic, "topic");
    requireNonNull(severity, "severity");
    if (score < -1 || score > 100) {
      throw new IllegalArgumentException("score must be from -1 to 100, was " + score);
    }
    requireNonNull(summary, "summary");
    requireNonNull(explanation, "explanation");
    requireNonNull(solution, "solution");
  }
}
