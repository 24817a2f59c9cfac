// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.reading;

import java.io.File;
import java.io.IOException;
import org.lusush.lle.events.schema.EventSchema.CacheLookup;
import org.lusush.lle.events.schema.EventSchema.Operation;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Does the job by loading the recording the way JMC does, and going through it. */
final class JmcLoaderProbe {

  private static final IAttribute<String> OPERATION = text(Operation.OPERATION);
  private static final IAttribute<String> TIER = text(CacheLookup.TIER);

  private JmcLoaderProbe() {}

  private static IAttribute<String> text(String field) {
    return Attribute.attr(field, field, UnitLookup.PLAIN_TEXT);
  }

  public static void main(String... arguments) throws IOException, CouldNotLoadRecordingException {
    var summary = new Summary();
    for (IItemIterable items : JfrLoaderToolkit.loadEvents(new File(arguments[0]))) {
      String type = items.getType().getIdentifier();
      if (type.equals(Operation.TYPE)) {
        IMemberAccessor<String, IItem> operation = OPERATION.getAccessor(items.getType());
        IMemberAccessor<IQuantity, IItem> duration =
            JfrAttributes.DURATION.getAccessor(items.getType());
        for (IItem item : items) {
          summary.operation(
              String.valueOf(operation.getMember(item)),
              duration.getMember(item).clampedLongValueIn(UnitLookup.NANOSECOND));
        }
      } else if (type.equals(CacheLookup.TYPE)) {
        IMemberAccessor<String, IItem> tier = TIER.getAccessor(items.getType());
        for (IItem item : items) {
          summary.lookup(String.valueOf(tier.getMember(item)));
        }
      }
    }
    summary.print();
  }
}
