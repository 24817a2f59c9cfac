// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.reader.decode.Metadata.Declaration;

/**
 * Shows the events of one whole chunk to those who want them, in their order, and passes the others
 * by their size. Every size is checked, and every event that is shown has to end where it should.
 */
public final class ChunkDecoder {

  private static final long METADATA = 0;
  private static final long CONSTANTS = 1;
  private static final int EVENT_WINDOW = 1 << 16;
  private static final int CONSTANT_WINDOW = 1 << 13;

  /** Types are found by their number in an array, unless that is uncommonly large. */
  private static final int COMMON_TYPES = 1 << 14;

  /** So many bytes at most {@link #readFlat} reads of the size and the type of an event. */
  private static final int HEAD = 8;

  /** How the events of one type are read, and who takes them. */
  private static final class Reading {
    private final Plan plan;
    private final @Nullable FlatPlan flat;
    private final Row row;
    private final Taker taker;

    Reading(Plan plan, boolean compressed, Row row, Taker taker) {
      this.plan = plan;
      this.flat = compressed ? plan.flat() : null;
      this.row = row;
      this.taker = taker;
    }
  }

  private final Cursor cursor;
  private final Constants constants;
  private final Reading[] common = new Reading[COMMON_TYPES];
  private final Map<Long, Reading> uncommon = new HashMap<>();

  private boolean leaveOutUnresolved;
  private long unresolvedTexts;
  private long unresolved;
  private long shown;

  private ChunkDecoder(Cursor cursor, Constants constants) {
    this.cursor = cursor;
    this.constants = constants;
  }

  /**
   * Decodes a chunk.
   *
   * @param descriptions those of chunks before it
   * @throws DamagedException if it contradicts itself
   * @throws UnknownStructureException if it describes what is wanted in an unknown way
   */
  public static void decode(
      ChunkSource source, ChunkFrame frame, Descriptions descriptions, Takers takers)
      throws IOException {
    var random = new Cursor(source, frame.compressed(), CONSTANT_WINDOW);
    Metadata metadata = MetadataParser.parse(random, frame.metadataOffset(), descriptions);
    var constants = new Constants(metadata, random, frame.clock());
    if (frame.checkpointOffset() != 0) {
      constants.readChain(frame.checkpointOffset());
    }
    var events = new Cursor(source, frame.compressed(), EVENT_WINDOW);
    var decoder = new ChunkDecoder(events, constants);
    decoder.plan(metadata, frame.clock(), takers);
    decoder.readEvents(frame.bodyOffset(), source.size());
  }

  /**
   * What could be decoded of a part of a chunk.
   *
   * @param end where its last whole event ends
   * @param events those that were shown
   * @param unresolved events left out, since texts of theirs came later in the chunk
   */
  public record Part(long end, long events, long unresolved) {}

  /**
   * Decodes the beginning of a chunk that is cut off: its whole events, by what the JVM had written
   * down of types and constants until then.
   *
   * @throws DamagedException if it contradicts itself, or describes no events
   */
  public static Part decodePart(ChunkSource source, ChunkFrame frame, Takers takers)
      throws IOException {
    var events = new Cursor(source, frame.compressed(), EVENT_WINDOW);
    Outline outline = Outline.of(events, frame.bodyOffset());
    if (outline.metadata() == Outline.NOWHERE) {
      throw new DamagedException("it ends before it describes its events");
    }
    var random = new Cursor(source, frame.compressed(), CONSTANT_WINDOW);
    Metadata metadata = MetadataParser.parse(random, outline.metadata(), new Descriptions());
    var constants = new Constants(metadata, random, frame.clock());
    constants.readAll(outline.constants());
    var decoder = new ChunkDecoder(events, constants);
    decoder.plan(metadata, frame.clock(), takers);
    decoder.leaveOutUnresolved = true;
    decoder.readEvents(frame.bodyOffset(), outline.end());
    return new Part(outline.end(), decoder.shown, decoder.unresolved);
  }

  /**
   * Counts the events of a chunk, or of its beginning up to where it no longer makes sense, those
   * that describe others left out.
   */
  public static long count(ChunkSource source, ChunkFrame frame) throws IOException {
    return Outline.of(new Cursor(source, frame.compressed(), EVENT_WINDOW), frame.bodyOffset())
        .events();
  }

  private void plan(Metadata metadata, Clock clock, Takers takers)
      throws UnknownStructureException {
    for (Declaration type : metadata.types()) {
      if (type.event()) {
        var shape = new Shape(metadata, type);
        Optional<Taker> taker = takers.of(shape, constants);
        if (taker.isPresent()) {
          put(
              type.id(),
              new Reading(shape.plan(clock), cursor.isCompressed(), shape.row(), taker.get()));
        }
      }
    }
  }

  private void put(long type, Reading reading) {
    if (type == METADATA || type == CONSTANTS) {
      return;
    }
    if (type >= 0 && type < COMMON_TYPES) {
      common[(int) type] = reading;
    } else {
      uncommon.put(type, reading);
    }
  }

  private @Nullable Reading reading(long type) {
    return type >= 0 && type < COMMON_TYPES ? common[(int) type] : uncommon.get(type);
  }

  private void readEvents(long from, long size) throws IOException {
    cursor.seek(from);
    while (true) {
      if (cursor.isCompressed()) {
        long limit = size - cursor.at() + cursor.position();
        int end = (int) Math.min(cursor.end(), limit);
        cursor.moveTo(readFlat(cursor.bytes(), cursor.position(), end));
      }
      long place = cursor.at();
      if (place >= size) {
        return;
      }
      long length = cursor.number(Integer.BYTES);
      long end = place + length;
      if (length <= cursor.at() - place || end > size) {
        throw new DamagedException(
            "an event has a wrong size, at byte " + (cursor.origin() - cursor.at() + place));
      }
      long type = cursor.number();
      Reading reading = reading(type);
      if (reading == null) {
        cursor.seek(end);
      } else {
        read(reading, place, end);
      }
    }
  }

  /**
   * Reads events as long as they are simple and known to be whole within these bytes, or nobody
   * wants them; and returns the place of the first one that is neither, which may be damaged.
   */
  private int readFlat(byte[] bytes, int from, int limit) throws IOException {
    int place = from;
    while (limit - place >= HEAD) {
      int p = place;
      int length = bytes[p++];
      if (length < 0) {
        length &= 0x7F;
        int next = -1;
        for (int shift = 7; next < 0 && shift < 28; shift += 7) {
          next = bytes[p++];
          length |= (next & 0x7F) << shift;
        }
        if (next < 0) {
          return place;
        }
      }
      int type = bytes[p++];
      if (type < 0) {
        int high = bytes[p++];
        if (high < 0) {
          return place;
        }
        type = (type & 0x7F) | (high << 7);
      }
      int end = place + length;
      if (end < p || end > limit) {
        return place;
      }
      Reading reading = common[type];
      if (reading != null) {
        FlatPlan flat = reading.flat;
        if (flat == null
            || end + flat.reach() > limit
            || flat.read(bytes, p, limit, reading.row) != end) {
          return place;
        }
        shown++;
        reading.taker.take(reading.row);
      }
      place = end;
    }
    return place;
  }

  private void read(Reading reading, long place, long end) throws IOException {
    reading.plan.read(cursor, constants.texts(), reading.row);
    if (cursor.at() != end) {
      throw new DamagedException(
          "an event contradicts its description, at byte "
              + (cursor.origin() - cursor.at() + place));
    }
    if (leaveOutUnresolved && constants.unresolved() > unresolvedTexts) {
      unresolvedTexts = constants.unresolved();
      unresolved++;
      return;
    }
    shown++;
    reading.taker.take(reading.row);
  }
}
