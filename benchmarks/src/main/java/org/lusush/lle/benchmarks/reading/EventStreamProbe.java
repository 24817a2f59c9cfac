// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.consumer.EventStream;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.lusush.lle.events.schema.EventSchema.Operation;

/** Does the job by {@code jdk.jfr.consumer.EventStream}. */
final class EventStreamProbe {

  private EventStreamProbe() {}

  public static void main(String... arguments) throws IOException {
    var summary = new Summary();
    try (var stream = EventStream.openFile(Path.of(arguments[0]))) {
      stream.setOrdered(false);
      stream.onEvent(
          Operation.TYPE,
          event ->
              summary.operation(
                  event.getString(Operation.OPERATION), event.getDuration().toNanos()));
      stream.onEvent(CacheLookup.TYPE, event -> summary.lookup(event.getString(CacheLookup.TIER)));
      stream.start();
    }
    summary.print();
  }
}
