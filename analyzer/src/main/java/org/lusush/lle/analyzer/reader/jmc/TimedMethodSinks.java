// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lusush.lle.analyzer.model.TimedMethod;
import org.lusush.lle.analyzer.model.TimedMethods;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.openjdk.jmc.common.IMCMethod;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/**
 * Takes {@code jdk.MethodTiming}, over one chunk. The JVM says now and then, and at the end of the
 * chunk at the latest, how often each method was called and how long it took since it began to time
 * it. Not thread-safe.
 */
final class TimedMethodSinks {

  /**
   * Names that are told apart in a chunk: many more than are kept, so that those are the largest.
   */
  private static final int MAX_NAMES = 10_000;

  /**
   * What was said of a name.
   *
   * @param nanos when it was said last
   * @param last what was said then; methods that are called the same are told of at one time
   * @param before the most that was said before
   */
  private record Said(long nanos, TimedMethod last, TimedMethod before) {

    Said plus(Said later) {
      return later.nanos == nanos
          ? new Said(nanos, last.plus(later.last), before)
          : new Said(later.nanos, later.last, most());
    }

    TimedMethod most() {
      return last.orMore(before);
    }
  }

  private final Map<String, Said> byName = new HashMap<>();

  IEventSink of(List<ValueField> fields) {
    Field startTime = Field.of(fields, Common.START_TIME);
    Field method = Field.of(fields, "method");
    Field invocations = Field.of(fields, "invocations");
    Field minimum = Field.of(fields, "minimum");
    Field average = Field.of(fields, "average");
    Field maximum = Field.of(fields, "maximum");
    return values -> {
      if (method.object(values) instanceof IMCMethod named) {
        String name = Frames.of(named);
        var timed =
            TimedMethod.of(
                name,
                invocations.number(values),
                minimum.nanos(values),
                average.nanos(values),
                maximum.nanos(values));
        add(name, new Said(startTime.epochNanos(values), timed, timed));
      }
    };
  }

  private void add(String name, Said said) {
    if (byName.containsKey(name) || byName.size() < MAX_NAMES) {
      byName.merge(name, said, Said::plus);
    }
  }

  /** Returns the methods as those of the JVM of this process; nothing where there are none. */
  Optional<TimedMethods> toMethods(long pid, long startNanos) {
    List<TimedMethod> methods = byName.values().stream().map(Said::most).toList();
    return methods.isEmpty()
        ? Optional.empty()
        : Optional.of(TimedMethods.of(new TimedMethods.OfJvm(pid, startNanos, methods)));
  }
}
