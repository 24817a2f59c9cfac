// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import java.time.Duration;
import java.util.Random;

/** How a session is typed. */
enum Pace {
  /** At the speed of a person, and long enough for percentiles. */
  PERSON("about a minute at the speed of a person", 45, 90, 24),

  /** Each key once, as where nothing is about how long they take. */
  HURRIED("in a hurry", 10, 10, 1);

  private final String said;
  private final int fastestMillis;
  private final int spreadMillis;
  private final int timesBack;

  Pace(String said, int fastestMillis, int spreadMillis, int timesBack) {
    this.said = said;
    this.fastestMillis = fastestMillis;
    this.spreadMillis = spreadMillis;
    this.timesBack = timesBack;
  }

  /** Returns that of this process: the system property {@code lle.demo.hurried} hurries it. */
  static Pace current() {
    return Boolean.getBoolean("lle.demo.hurried") ? HURRIED : PERSON;
  }

  /** Returns the time to the next key. */
  Duration next(Random random) {
    return Duration.ofMillis(fastestMillis + random.nextInt(spreadMillis));
  }

  /** Returns how many times the history is gone through. */
  int timesBack() {
    return timesBack;
  }

  @Override
  public String toString() {
    return said;
  }
}
