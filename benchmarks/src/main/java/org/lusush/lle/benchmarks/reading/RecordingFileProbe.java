// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.lusush.lle.events.schema.EventSchema.Operation;

/** Does the job by {@code jdk.jfr.consumer.RecordingFile}. */
final class RecordingFileProbe {

  private RecordingFileProbe() {}

  public static void main(String... arguments) throws IOException {
    var summary = new Summary();
    try (var file = new RecordingFile(Path.of(arguments[0]))) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        String type = event.getEventType().getName();
        if (type.equals(Operation.TYPE)) {
          summary.operation(event.getString(Operation.OPERATION), event.getDuration().toNanos());
        } else if (type.equals(CacheLookup.TYPE)) {
          summary.lookup(event.getString(CacheLookup.TIER));
        }
      }
    }
    summary.print();
  }
}
