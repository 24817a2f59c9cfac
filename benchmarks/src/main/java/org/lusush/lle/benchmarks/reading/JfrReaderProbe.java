// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import java.io.IOException;
import one.jfr.JfrReader;
import one.jfr.event.Event;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.lusush.lle.events.schema.EventSchema.Operation;

/** Does the job by async-profiler's reader, with the fields in the order of our events. */
final class JfrReaderProbe {

  private JfrReaderProbe() {}

  /** An operation, as far as it is needed. */
  public static final class OperationRead extends Event {
    private final long ticks;
    private final @Nullable String operation;

    public OperationRead(JfrReader in) {
      super(in.getVarlong(), 0, 0);
      ticks = in.getVarlong();
      in.getVarint(); // the thread
      in.getVarint(); // the stack trace
      operation = in.getString();
    }
  }

  /** A lookup, as far as it is needed. */
  public static final class LookupRead extends Event {
    private final @Nullable String tier;

    public LookupRead(JfrReader in) {
      super(in.getVarlong(), 0, 0);
      in.getVarlong(); // the duration
      in.getVarint(); // the thread
      in.getVarint(); // the stack trace
      in.getString(); // the cache
      tier = in.getString();
    }
  }

  public static void main(String... arguments) throws IOException {
    var summary = new Summary();
    try (var reader = new JfrReader(arguments[0])) {
      reader.registerEvent(Operation.TYPE, OperationRead.class);
      reader.registerEvent(CacheLookup.TYPE, LookupRead.class);
      for (Event event = reader.readEvent(); event != null; event = reader.readEvent()) {
        if (event instanceof OperationRead operation) {
          double nanos = operation.ticks * (1e9 / reader.ticksPerSec);
          summary.operation(String.valueOf(operation.operation), (long) nanos);
        } else if (event instanceof LookupRead lookup) {
          summary.lookup(String.valueOf(lookup.tier));
        }
      }
    }
    summary.print();
  }
}
