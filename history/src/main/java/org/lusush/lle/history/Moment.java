// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something notable that happened once. Immutable.
 *
 * @param type what it is, one of the constants here or of a later version
 * @param fields texts, as {@code String}, integers, as {@code Long}, and numbers, as {@code
 *     Double}, in their order
 */
public record Moment(Instant at, String type, Map<String, Object> fields) {

  /** The history of a shell begins. */
  public static final String STARTED = "started";

  /** Of {@link #STARTED}: the version of its JVM, such as 17.0.15+6. */
  public static final String VERSION = "version";

  /** The machine that a shell runs on. */
  public static final String MACHINE = "machine";

  /** Of {@link #MACHINE}: its hardware threads. */
  public static final String PROCESSORS = "processors";

  /** A line reader of the shell, as it tells of itself. */
  public static final String SESSION = "session";

  /** The history of a shell ends as it should: everything offered was written. */
  public static final String ENDED = "ended";

  /** Records were lost on the way into the history. */
  public static final String DROPPED = "dropped";

  /** The history could not be written for a while. */
  public static final String PAUSED = "paused";

  /** The clock of the machine was set back. */
  public static final String CLOCK_SET_BACK = "clock set back";

  /** A keystroke or an operation took longer than its critical threshold. */
  public static final String THRESHOLD = "threshold";

  /** A step of tuning. */
  public static final String TUNING = "tuning";

  /** A resource came under pressure, or out of it. */
  public static final String PRESSURE = "pressure";

  /** The recorder does less, or again more. */
  public static final String THROTTLE = "throttle";

  /** An object of a pool was never given back. */
  public static final String LEAK = "leak";

  /** A target is met, or missed, other than before. */
  public static final String TARGET = "target";

  public Moment {
    requireNonNull(at, "at");
    requireNonNull(type, "type");
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
