// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.reader.decode.Metadata.Declaration;

/**
 * The constants of a chunk. Where they are is found out at once, what they are when someone asks:
 * few are asked for. Not thread-safe.
 */
public final class Constants {

  private static final long EVENT_TYPE = 1;

  private final Metadata metadata;
  private final Cursor cursor;
  private final Clock clock;
  private final Map<Long, Places> pools = new HashMap<>();
  private final Texts texts;
  private final Row single = new Row(1);
  private final Map<Long, Plan> textPlans = new HashMap<>();

  Constants(Metadata metadata, Cursor cursor, Clock clock) {
    this.metadata = metadata;
    this.cursor = cursor;
    this.clock = clock;
    Declaration text = metadata.value(Metadata.TEXT);
    var pooledTexts = new Places();
    texts = new Texts(pooledTexts, cursor);
    if (text != null) {
      pools.put(text.id(), pooledTexts);
    }
  }

  /** Follows the chain of constant pools from the last one to the first. */
  void readChain(long last) throws IOException {
    Map<Long, Plan> passes = new HashMap<>();
    Set<Long> seen = new HashSet<>();
    long place = last;
    while (true) {
      if (place <= 0 || place >= cursor.size() || !seen.add(place)) {
        throw new DamagedException("its constant pools do not follow one another");
      }
      long delta = readPool(place, passes);
      if (delta == 0) {
        return;
      }
      place += delta;
    }
  }

  /** Notes the constants of pools, given the first of them first. */
  void readAll(List<Long> places) throws IOException {
    Map<Long, Plan> passes = new HashMap<>();
    for (int i = places.size() - 1; i >= 0; i--) {
      readPool(places.get(i), passes);
    }
  }

  /** Notes the constants of one pool, and returns the distance to the one before it, or 0. */
  private long readPool(long place, Map<Long, Plan> passes) throws IOException {
    cursor.seek(place);
    long size = cursor.number(Integer.BYTES);
    if (size <= 0 || size > cursor.size() - place || cursor.number() != EVENT_TYPE) {
      throw new DamagedException("its constant pools cannot be followed");
    }
    cursor.number(); // start
    cursor.number(); // duration
    long delta = cursor.number();
    cursor.octet(); // whether it was flushed
    int count = cursor.count();
    for (int i = 0; i < count; i++) {
      readConstants(place + size, passes);
    }
    if (cursor.at() != place + size) {
      throw new DamagedException("its constant pools contradict their description");
    }
    return delta;
  }

  private void readConstants(long end, Map<Long, Plan> passes) throws IOException {
    long typeId = cursor.number();
    Plan pass = passes.get(typeId);
    if (pass == null) {
      pass = Plan.ofValue(metadata, metadata.type(typeId), false, clock);
      passes.put(typeId, pass);
    }
    Places places = pools.computeIfAbsent(typeId, unused -> new Places());
    int count = cursor.count();
    for (int i = 0; i < count; i++) {
      long key = cursor.number();
      places.putIfAbsent(key, cursor.at());
      pass.read(cursor, texts, single);
      if (cursor.at() > end) {
        throw new DamagedException("its constant pools contradict their description");
      }
    }
  }

  /** Returns the shape of a type of values, or nothing where the chunk declares none. */
  public @Nullable Shape shape(String typeName) {
    Declaration type = metadata.value(typeName);
    return type == null ? null : new Shape(metadata, type);
  }

  /** Reads constants of one type, or elements of arrays. */
  public final class Reader {
    private final Places places;
    private final Plan plan;
    private final Row row;

    private Reader(Shape shape) throws UnknownStructureException {
      places = pools.computeIfAbsent(shape.id(), unused -> new Places());
      plan = shape.plan(clock);
      row = shape.row();
    }

    /** Returns whether there is a constant of a key. */
    public boolean has(long key) {
      return places.get(key) != Places.NOWHERE;
    }

    /** Returns the constant of a key, valid until the next call, or nothing where there is none. */
    public @Nullable Row constant(long key) throws IOException {
      long place = places.get(key);
      return place == Places.NOWHERE ? null : at(place);
    }

    private Row at(long place) throws IOException {
      cursor.seek(place);
      return next();
    }

    private Row next() throws IOException {
      row.clear();
      plan.read(cursor, texts, row);
      return row;
    }

    /** Shows every element of an array that begins at a place, each valid until the next. */
    public void forEach(long arrayPlace, ElementTaker taker) throws IOException {
      cursor.seek(arrayPlace);
      int count = cursor.count();
      for (int i = 0; i < count; i++) {
        long place = cursor.at();
        Row element = next();
        long after = cursor.at();
        taker.take(element);
        if (cursor.at() != after) {
          cursor.seek(after);
        }
        if (after <= place) {
          throw new DamagedException("an array has elements of no length");
        }
      }
    }
  }

  /** Takes elements of an array. */
  @FunctionalInterface
  public interface ElementTaker {
    void take(Row element) throws IOException;
  }

  /** Returns what reads constants of a shape whose slots were all asked for. */
  public Reader reader(Shape shape) throws UnknownStructureException {
    return new Reader(shape);
  }

  /** Returns a constant of a type that is a text or stands for one, or nothing. */
  public @Nullable String text(long typeId, long key) throws IOException {
    Places places = pools.get(typeId);
    long place = places == null ? Places.NOWHERE : places.get(key);
    if (place == Places.NOWHERE) {
      return null;
    }
    Plan plan = textPlans.get(typeId);
    if (plan == null) {
      plan = Plan.ofValue(metadata, metadata.type(typeId), true, clock);
      textPlans.put(typeId, plan);
    }
    cursor.seek(place);
    single.clear();
    plan.read(cursor, texts, single);
    return single.texts[0];
  }

  /** Returns whether values of a type are texts. */
  public boolean isText(long typeId) throws UnknownStructureException {
    var field = new Metadata.Field("", typeId, false, 0, Unit.NONE, false);
    return Plan.kind(metadata, field) == Kind.TEXT;
  }

  /** Returns the name of a type of events, or nothing where none has this number. */
  public @Nullable String eventName(long typeId) {
    Declaration type = metadata.event(typeId);
    return type == null ? null : type.name();
  }

  Texts texts() {
    return texts;
  }

  /** Returns how many pooled texts were asked for that are not there. */
  long unresolved() {
    return texts.unresolved();
  }
}
