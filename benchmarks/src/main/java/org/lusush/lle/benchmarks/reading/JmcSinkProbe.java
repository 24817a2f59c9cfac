// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.IEventSinkFactory;
import org.openjdk.jmc.flightrecorder.parser.IParserExtension;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Does the job by JMC's parser with sinks that keep no event. */
final class JmcSinkProbe implements IParserExtension, IEventSinkFactory {

  private static final IEventSink NOTHING = values -> {};

  private final Summary all = new Summary();

  private JmcSinkProbe() {}

  public static void main(String... arguments) throws IOException, CouldNotLoadRecordingException {
    var probe = new JmcSinkProbe();
    JfrLoaderToolkit.loadEvents(List.of(new File(arguments[0])), List.of(probe));
    probe.all.print();
  }

  @Override
  public IEventSinkFactory getEventSinkFactory(IEventSinkFactory unused) {
    return this;
  }

  private static int index(List<ValueField> fields, String name) {
    return fields.stream().map(ValueField::getIdentifier).toList().indexOf(name);
  }

  @Override
  public IEventSink create(
      String type, String label, String[] category, String about, List<ValueField> fields) {
    if (type.equals(Operation.TYPE)) {
      int operation = index(fields, Operation.OPERATION);
      int duration = index(fields, Common.DURATION);
      return values -> {
        var nanos = ((IQuantity) values[duration]).clampedLongValueIn(UnitLookup.NANOSECOND);
        synchronized (all) {
          all.operation(String.valueOf(values[operation]), nanos);
        }
      };
    }
    if (type.equals(CacheLookup.TYPE)) {
      int tier = index(fields, CacheLookup.TIER);
      return values -> {
        synchronized (all) {
          all.lookup(String.valueOf(values[tier]));
        }
      };
    }
    return NOTHING;
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }
}
