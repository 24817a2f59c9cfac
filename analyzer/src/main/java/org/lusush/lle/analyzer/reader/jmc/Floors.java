// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lusush.lle.analyzer.model.cause.SlowSpans;

/**
 * How long work has to take to be among the slowest of the chunks so far, kind by kind: causes of
 * what is shorter need not be looked for. Raised by the thread that adds chunks up, looked at by
 * those that read them; one that looks too early does work that is thrown away.
 */
public final class Floors {

  private final Map<String, Long> bySubject = new ConcurrentHashMap<>();

  /** Takes notice of the slowest work so far. */
  public void raise(SlowSpans slow) {
    slow.bySubject()
        .forEach(
            (subject, spans) -> {
              if (spans.size() >= SlowSpans.MAX_SPANS) {
                bySubject.put(subject, spans.get(spans.size() - 1).nanos());
              }
            });
  }

  long of(String subject) {
    return bySubject.getOrDefault(subject, Long.MIN_VALUE);
  }
}
