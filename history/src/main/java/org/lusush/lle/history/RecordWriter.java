// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static java.util.Objects.requireNonNull;

/**
 * Encodes records: {@link #beginInterval}, then what was counted, kind after kind; or {@link
 * #beginMoment}, then its fields; then {@link HistoryWriter#offer} takes it. Used again, it
 * allocates nothing but for names not seen before and the texts of moments. Not thread-safe.
 *
 * <p>The layout is that of {@link Frame}, of {@link Section} and, for moments:
 *
 * <pre>
 *   type name | { key name·4+t | value } …    t: 0 text, 1 integer, 2 f64
 * </pre>
 */
public final class RecordWriter {

  static final int TEXT = 0;
  static final int INTEGER = 1;
  static final int NUMBER = 2;
  static final int TYPE_BITS = 2;

  private static final int LONGEST_TEXT = 200;

  private final Names names;
  private final Encoder out = new Encoder();
  private int section;
  private int mark;

  RecordWriter(Names names) {
    this.names = names;
  }

  Names names() {
    return names;
  }

  /**
   * Begins what was counted in an interval.
   *
   * @param endNanos when it ended, since the epoch
   */
  public void beginInterval(long endNanos, long lengthNanos) {
    begin(Kind.INTERVAL, endNanos);
    out.varint(Math.max(0, lengthNanos));
  }

  /** Begins something that happened once. */
  public void beginMoment(long timeNanos, String type) {
    begin(Kind.MOMENT, timeNanos);
    out.varint(names.numberOf(type));
  }

  private void begin(Kind kind, long timeNanos) {
    out.clear();
    out.skip(Frame.HEADER);
    Frame.begin(out.bytes(), kind, timeNanos);
    section = 0;
  }

  /**
   * Adds one type of operation.
   *
   * @param errors how many of them failed
   * @param warnings how many took longer than their warning threshold, but not the critical one
   * @param criticals how many took longer than the critical one
   * @param selfShare their time without what was nested in them, as a share of all of their time
   */
  public void operation(
      String name, long errors, long warnings, long criticals, double selfShare, Counts durations) {
    enter(Section.OPERATIONS);
    boolean extra = (errors | warnings | criticals) != 0;
    out.varint((long) names.numberOf(name) << 1 | (extra ? 1 : 0));
    if (extra) {
      out.varint(Math.max(0, errors));
      out.varint(Math.max(0, warnings));
      out.varint(Math.max(0, criticals));
    }
    out.u8((int) Math.round(Math.min(1, Math.max(0, selfShare)) * Section.SELF_UNITS));
    counts(durations);
  }

  private void counts(Counts durations) {
    int size = durations.size();
    out.varint(size);
    int before = 0;
    for (int i = 0; i < size; i++) {
      int step = durations.bucket(i) - before;
      before = durations.bucket(i);
      long count = durations.count(i);
      out.varint((long) step << 1 | (count > 1 ? 1 : 0));
      if (count > 1) {
        out.varint(count - 2);
      }
    }
  }

  /** Adds one cache: what came in the interval, and how many entries it holds now. */
  public void cache(
      String name, long hits, long misses, long insertions, long evictions, long entries) {
    enter(Section.CACHES);
    out.varint(names.numberOf(name));
    out.varint(Math.max(0, hits));
    out.varint(Math.max(0, misses));
    out.varint(Math.max(0, insertions));
    out.varint(Math.max(0, evictions));
    out.varint(Math.max(0, entries));
  }

  /** Adds one pool: what came in the interval, and how many objects are in use now. */
  public void pool(String name, long takes, long reused, long inUse, long leaks) {
    enter(Section.POOLS);
    out.varint(names.numberOf(name));
    out.varint(Math.max(0, takes));
    out.varint(Math.max(0, reused));
    out.varint(Math.max(0, inUse));
    out.varint(Math.max(0, leaks));
  }

  /** Adds what the process uses; negative figures are unknown. */
  public void resources(
      double processCpu, double machineCpu, long heapBytes, long residentBytes, long threads) {
    enter(Section.RESOURCES);
    share(processCpu);
    share(machineCpu);
    memory(heapBytes);
    memory(residentBytes);
    out.varint(Math.max(0, threads));
  }

  private void share(double share) {
    out.varint(share >= 0 ? Math.round(share * Section.SHARE_UNITS) + 1 : 0);
  }

  private void memory(long bytes) {
    out.varint(bytes >= 0 ? (bytes >> Section.MEMORY_BITS) + 1 : 0);
  }

  /** Adds how well a target was met. */
  public void target(String name, String state, double value, double limit) {
    enter(Section.TARGETS);
    out.varint(names.numberOf(name));
    out.varint(names.numberOf(state));
    out.i64(Double.doubleToRawLongBits(value));
    out.i64(Double.doubleToRawLongBits(limit));
  }

  private void enter(int wanted) {
    if (section == wanted) {
      return;
    }
    leave();
    section = wanted;
    mark = out.open(wanted);
  }

  private void leave() {
    if (section != 0) {
      out.close(mark);
      section = 0;
    }
  }

  /** Adds a text to a moment; what is longer than 200 characters is cut. */
  public void field(String key, String value) {
    requireNonNull(value, "value");
    key(key, TEXT);
    out.text(value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value);
  }

  /** Adds an integer to a moment. */
  public void field(String key, long value) {
    key(key, INTEGER);
    out.signed(value);
  }

  /** Adds a number to a moment. */
  public void field(String key, double value) {
    key(key, NUMBER);
    out.i64(Double.doubleToRawLongBits(value));
  }

  private void key(String key, int type) {
    out.varint((long) names.numberOf(key) << TYPE_BITS | type);
  }

  /** Ends the record and returns it, up to {@link #length}; it is good until the next begins. */
  byte[] end() {
    leave();
    return out.bytes();
  }

  int length() {
    return out.length();
  }
}
