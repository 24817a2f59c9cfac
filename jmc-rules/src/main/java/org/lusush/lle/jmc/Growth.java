// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.lusush.lle.events.schema.EventSchema.Session;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;

/**
 * What periodic events say of cumulative counters: by how much each grew within the recording, and
 * what its last reading was. Immutable.
 *
 * <p>The first reading is the base, unless the recorder started shortly before it: then everything
 * counted counts. A counter that falls belongs to another process and starts from zero.
 */
final class Growth {

  /** The age of a recorder up to which all that it counted is of the recording. */
  private static final long YOUNG_NANOS = TimeUnit.SECONDS.toNanos(10);

  /**
   * The readings of one object.
   *
   * @param key what tells it apart
   * @param grown by how much each field grew
   * @param last the last reading of each field
   */
  record Counters(List<String> key, Map<String, Double> grown, Map<String, Double> last) {

    /** Returns by how much a field grew; 0 where there is no such field. */
    double grown(String field) {
      return grown.getOrDefault(field, 0.0);
    }

    /** Returns a field's last reading; 0 where there is no such field. */
    double last(String field) {
      return last.getOrDefault(field, 0.0);
    }
  }

  /** One periodic event. */
  private static final class Reading {
    private final long epochNanos;
    private final List<String> key;
    private final double[] values;

    Reading(long epochNanos, List<String> key, double[] values) {
      this.epochNanos = epochNanos;
      this.key = key;
      this.values = values;
    }
  }

  private final List<String> fields;
  private final List<Reading> readings = new ArrayList<>();

  private Growth(List<String> fields) {
    this.fields = fields;
  }

  /**
   * Reads counters.
   *
   * @param keys names of the fields that tell the objects apart
   * @param fields names of the counters
   */
  static List<Counters> of(
      Events events, IItemCollection recording, List<String> keys, List<String> fields) {
    var growth = new Growth(fields);
    for (IItemIterable piece : events) {
      growth.read(piece, keys);
    }
    growth.readings.sort(Comparator.comparingLong(reading -> reading.epochNanos));
    return growth.sum(growth.isFromStart(recording));
  }

  private void read(IItemIterable piece, List<String> keys) {
    var start = Field.of(piece, Common.START_TIME);
    var keyFields = keys.stream().map(name -> Field.of(piece, name)).toList();
    var valueFields = fields.stream().map(name -> Field.of(piece, name)).toList();
    if (valueFields.stream().noneMatch(Field::exists)) {
      return;
    }
    for (IItem item : piece) {
      var key = keyFields.stream().map(field -> field.text(item)).toList();
      var values = valueFields.stream().mapToDouble(field -> field.number(item, 0)).toArray();
      readings.add(new Reading(start.epochNanos(item, 0), key, values));
    }
  }

  private boolean isFromStart(IItemCollection recording) {
    Optional<Long> started = started(recording);
    return started.isPresent()
        && !readings.isEmpty()
        && readings.get(0).epochNanos - started.get() < YOUNG_NANOS;
  }

  private static Optional<Long> started(IItemCollection recording) {
    long first = Long.MAX_VALUE;
    for (IItemIterable piece : Events.of(Session.TYPE, recording)) {
      var started = Field.of(piece, Session.STARTED);
      for (IItem item : piece) {
        first = Math.min(first, started.epochNanos(item, Long.MAX_VALUE));
      }
    }
    return first == Long.MAX_VALUE ? Optional.empty() : Optional.of(first);
  }

  private List<Counters> sum(boolean fromStart) {
    var sums = new LinkedHashMap<List<String>, Sum>();
    for (Reading reading : readings) {
      sums.computeIfAbsent(
              reading.key, key -> new Sum(fromStart ? new double[fields.size()] : reading.values))
          .add(reading.values);
    }
    return sums.entrySet().stream()
        .map(e -> new Counters(e.getKey(), named(e.getValue().grown), named(e.getValue().last)))
        .toList();
  }

  /** Adds up the readings of one object. */
  private static final class Sum {
    private final double[] grown;
    private double[] last;

    Sum(double[] base) {
      grown = new double[base.length];
      last = base;
    }

    void add(double[] values) {
      for (int i = 0; i < grown.length; i++) {
        grown[i] += values[i] >= last[i] ? values[i] - last[i] : Math.max(0, values[i]);
      }
      last = values;
    }
  }

  private Map<String, Double> named(double[] values) {
    var map = new HashMap<String, Double>();
    for (int i = 0; i < values.length; i++) {
      map.put(fields.get(i), values[i]);
    }
    return map;
  }
}
