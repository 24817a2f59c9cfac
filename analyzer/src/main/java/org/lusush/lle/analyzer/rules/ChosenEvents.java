// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.rules;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.reader.ChunkFeed.ChunkBytes;
import org.lusush.lle.analyzer.reader.ChunkFeed.UnreadableChunkException;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.ItemCollectionToolkit;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.IEventSinkFactory;
import org.openjdk.jmc.flightrecorder.parser.IParserExtension;
import org.openjdk.jmc.flightrecorder.parser.ValueField;
import org.openjdk.jmc.flightrecorder.parser.synthetic.SyntheticAttributeExtension;

/**
 * The events of some types out of recordings, as JMC's rules want them, in a memory that does not
 * grow with the recording. Stack traces are left out, long texts cut. Not thread-safe.
 */
final class ChosenEvents {

  /** No rule shows as much of a text. */
  private static final int LONGEST_TEXT = 200;

  private static final IEventSink IGNORE = values -> {};

  private final Set<String> types;
  private final int limit;
  private final Map<String, TypeEvents> events = new TreeMap<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param types names of the event types to keep
   * @param limit how many events of a type are kept at most
   */
  ChosenEvents(Set<String> types, int limit) {
    this.types = Set.copyOf(types);
    this.limit = limit;
  }

  /** Adds the events of a whole chunk; of one that is damaged none. */
  void add(ChunkBytes chunk) throws UnreadableChunkException {
    try {
      add(chunk, true);
    } catch (UnreadableChunkException e) {
      if (!(e.getCause() instanceof NullPointerException)) {
        throw e;
      }
      add(chunk, false);
    }
  }

  private void add(ChunkBytes chunk, boolean readSettings) throws UnreadableChunkException {
    var extension = new Extension(readSettings);
    try (InputStream stream = chunk.open()) {
      JfrLoaderToolkit.loadEvents(stream, List.of(extension));
      extension.pieces.forEach((piece, type) -> type.complete(piece));
    } catch (CouldNotLoadRecordingException
        | IOException
        | RuntimeException
        | StackOverflowError e) {
      extension.pieces.forEach((piece, type) -> type.drop(piece));
      throw new UnreadableChunkException("its events contradict their own description", e);
    } catch (OutOfMemoryError e) {
      extension.pieces.forEach((piece, type) -> type.drop(piece));
      throw new UnreadableChunkException("it needs more memory than there is; try java -Xmx2g", e);
    }
  }

  /** Returns what was kept. */
  IItemCollection items() {
    List<IItemIterable> pieces = events.values().stream().flatMap(ChosenEvents::pieces).toList();
    return ItemCollectionToolkit.build(pieces::stream);
  }

  private static Stream<IItemIterable> pieces(TypeEvents type) {
    return type.pieces().stream().map(IItemIterable.class::cast);
  }

  /** Returns whether anything of these types was there. */
  boolean holds(String prefix) {
    return events.entrySet().stream()
        .anyMatch(e -> e.getKey().startsWith(prefix) && e.getValue().seen() > 0);
  }

  /** Returns a sentence for each type of which events were left out. */
  List<String> notes() {
    var notes = new ArrayList<String>();
    events.forEach(
        (type, kept) -> {
          if (kept.oneOf() > 1) {
            notes.add(
                "the rules saw one in %d of the %,d %s events, evenly spread; counts are of those"
                    .formatted(kept.oneOf(), kept.seen(), type));
          }
        });
    return notes;
  }

  private @Nullable Object kept(@Nullable Object value) {
    if (value instanceof IMCStackTrace) {
      return null;
    }
    if (value instanceof String text) {
      String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
      return texts.computeIfAbsent(cut, t -> t);
    }
    return value;
  }

  /** Serves one chunk. The events of every type come from the thread that parses it. */
  private final class Extension implements IParserExtension, IEventSinkFactory {

    /** Names fields as the rules know them, and finds the event types that settings are about. */
    private final SyntheticAttributeExtension attributes = new SyntheticAttributeExtension();

    private final Map<Piece, TypeEvents> pieces = new LinkedHashMap<>();
    private final boolean readSettings;

    /**
     * @param readSettings whether to resolve the event types that settings are about, at which the
     *     parser stumbles when one of them is not declared
     */
    Extension(boolean readSettings) {
      this.readSettings = readSettings;
    }

    @Override
    public IEventSinkFactory getEventSinkFactory(IEventSinkFactory subFactory) {
      return attributes.getEventSinkFactory(this);
    }

    @Override
    public @Nullable String getValueInterpretation(String eventTypeId, String fieldId) {
      return readSettings ? attributes.getValueInterpretation(eventTypeId, fieldId) : null;
    }

    @Override
    public IEventSink create(
        String identifier,
        String label,
        String[] category,
        String description,
        List<ValueField> fields) {
      if (!types.contains(identifier)) {
        return IGNORE;
      }
      var type = events.computeIfAbsent(identifier, id -> new TypeEvents(limit));
      var piece = new Piece(identifier, label, description, fields);
      pieces.put(piece, type);
      var values = new Object[fields.size()];
      return all -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = kept(i < all.length ? all[i] : null);
        }
        type.add(piece, values);
      };
    }

    @Override
    public void flush() {
      // Pieces are completed when the whole chunk was read.
    }
  }
}
