// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the records of one source and tells a visitor, within a range of time. What a later
 * version added is skipped and counted; what is malformed though its checksum is right is counted,
 * too, and does not keep the rest from being read. Not thread-safe.
 */
final class RecordReader {

  private final HistoryVisitor visitor;
  private final long fromNanos;
  private final long toNanos;
  private final Decoder in = new Decoder();
  private final Counts counts = new Counts();
  private @Nullable String[] names = new @Nullable String[16];
  private long records;
  private long unknown;
  private long malformed;

  RecordReader(HistoryVisitor visitor, long fromNanos, long toNanos) {
    this.visitor = visitor;
    this.fromNanos = fromNanos;
    this.toNanos = toNanos;
  }

  /** Returns how many records were in the range, names aside. */
  long records() {
    return records;
  }

  /** Returns how many records, or parts of them, are of a later version. */
  long unknown() {
    return unknown;
  }

  long malformed() {
    return malformed;
  }

  /** Takes the payload of one sound record. */
  void read(int kind, long timeNanos, byte[] bytes, int from, int length) {
    in.reset(bytes, from, from + length);
    try {
      if (kind == Kind.NAME.code()) {
        readName();
      } else if (timeNanos < fromNanos || timeNanos >= toNanos) {
        return;
      } else if (kind == Kind.INTERVAL.code()) {
        records++;
        readInterval(timeNanos);
      } else if (kind == Kind.MOMENT.code()) {
        records++;
        readMoment(timeNanos);
      } else {
        unknown++;
      }
    } catch (MalformedException e) {
      malformed++;
    }
  }

  private void readName() {
    int number = in.varint(Names.MAX);
    if (number >= names.length) {
      names = Arrays.copyOf(names, Math.max(names.length * 2, number + 1));
    }
    names[number] = in.text();
  }

  private String name(long number) {
    String name = number >= 0 && number < names.length ? names[(int) number] : null;
    if (name == null) {
      throw new MalformedException();
    }
    return name;
  }

  private void readInterval(long timeNanos) {
    visitor.interval(timeNanos, in.varint());
    while (in.hasMore()) {
      int section = in.u8();
      int before = in.narrow(in.u16());
      readSection(section);
      in.widen(before);
    }
  }

  private void readSection(int section) {
    switch (section) {
      case Section.OPERATIONS -> {
        while (in.hasMore()) {
          readOperation();
        }
      }
      case Section.CACHES -> {
        while (in.hasMore()) {
          visitor.cache(
              name(in.varint()), in.varint(), in.varint(), in.varint(), in.varint(), in.varint());
        }
      }
      case Section.POOLS -> {
        while (in.hasMore()) {
          visitor.pool(name(in.varint()), in.varint(), in.varint(), in.varint(), in.varint());
        }
      }
      case Section.RESOURCES ->
          visitor.resources(share(), share(), memory(), memory(), in.varint());
      case Section.TARGETS -> {
        while (in.hasMore()) {
          visitor.target(name(in.varint()), name(in.varint()), number(), number());
        }
      }
      default -> unknown++;
    }
  }

  private void readOperation() {
    long tag = in.varint();
    long errors = 0;
    long warnings = 0;
    long criticals = 0;
    if ((tag & 1) != 0) {
      errors = in.varint();
      warnings = in.varint();
      criticals = in.varint();
    }
    double self = in.u8() / (double) Section.SELF_UNITS;
    readCounts();
    visitor.operation(name(tag >>> 1), errors, warnings, criticals, self, counts);
  }

  private void readCounts() {
    counts.clear();
    int size = in.varint(Buckets.LAST + 1);
    int bucket = 0;
    for (int i = 0; i < size; i++) {
      int tag = in.varint(Buckets.LAST * 2 + 1);
      bucket += tag >>> 1;
      long count = (tag & 1) == 0 ? 1 : in.varint() + 2;
      if (bucket > Buckets.LAST || count <= 0 || (i > 0 && tag >>> 1 == 0)) {
        throw new MalformedException();
      }
      counts.append(bucket, count);
    }
  }

  private double share() {
    long units = in.varint();
    return units == 0 ? -1 : (units - 1) / Section.SHARE_UNITS;
  }

  private long memory() {
    long units = in.varint();
    return units == 0 ? -1 : (units - 1) << Section.MEMORY_BITS;
  }

  private double number() {
    return Double.longBitsToDouble(in.i64());
  }

  private void readMoment(long timeNanos) {
    String type = name(in.varint());
    Map<String, Object> fields = new LinkedHashMap<>();
    while (in.hasMore()) {
      long tag = in.varint();
      String key = name(tag >>> RecordWriter.TYPE_BITS);
      switch ((int) (tag & (1 << RecordWriter.TYPE_BITS) - 1)) {
        case RecordWriter.TEXT -> fields.put(key, in.text());
        case RecordWriter.INTEGER -> fields.put(key, in.signed());
        case RecordWriter.NUMBER -> fields.put(key, number());
        default -> throw new MalformedException();
      }
    }
    visitor.moment(new Moment(HistoryVisitor.instant(timeNanos), type, fields));
  }
}
