// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.cause.SlowSpans;
import org.lusush.lle.analyzer.model.tree.Trees;
import org.lusush.lle.analyzer.reader.decode.Shape;
import org.lusush.lle.analyzer.reader.decode.Taker;
import org.lusush.lle.analyzer.reader.decode.UnknownStructureException;
import org.lusush.lle.events.schema.EventSchema;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.IEventSinkFactory;
import org.openjdk.jmc.flightrecorder.parser.IParserExtension;
import org.openjdk.jmc.flightrecorder.parser.ValueField;
import org.openjdk.jmc.flightrecorder.parser.synthetic.SyntheticAttributeExtension;

/**
 * Adds up the events of one chunk and forwards none of them, so that the parser keeps none.
 *
 * <p>Confined to the thread that parses the chunk until the parser returns. An event type that
 * comes with several structures gets a sink for each, all adding up in one place.
 */
final class EditorExtension implements IParserExtension, IEventSinkFactory {

  static final String PREFIX = "lle.";

  static final IEventSink IGNORE = values -> {};

  /** Says which fields hold the number of an event type; made when JMC's parser asks. */
  private @Nullable SyntheticAttributeExtension interpretations;

  private final Work work;
  private final CacheSink.Aggregate caches = new CacheSink.Aggregate();
  private final PoolSink.Aggregate pools = new PoolSink.Aggregate();
  private final HistogramSink.Aggregate histograms = new HistogramSink.Aggregate();
  private final ExceededSink.Aggregate exceeded = new ExceededSink.Aggregate();
  private final FactSinks facts = new FactSinks();
  private final UpkeepSinks upkeep = new UpkeepSinks();
  private final CauseSinks causes = new CauseSinks();

  /** Made when a chunk declares such events: those of older JVMs have none. */
  private @Nullable TimedMethodSinks timed;

  private final boolean readSettings;
  private final EventCount editorEvents = new EventCount();
  private boolean declaresEditor;

  /**
   * @param readSettings whether to resolve the event types that settings are about, at which the
   *     parser stumbles when one of them is not declared
   */
  EditorExtension(boolean readSettings) {
    this(readSettings, new Floors());
  }

  /**
   * @param floors what the chunks before this one make unnecessary
   */
  EditorExtension(boolean readSettings, Floors floors) {
    this.readSettings = readSettings;
    work = new Work(floors);
  }

  @Override
  public IEventSinkFactory getEventSinkFactory(IEventSinkFactory subFactory) {
    return this;
  }

  @Override
  public @Nullable String getValueInterpretation(String eventTypeId, String fieldId) {
    if (!readSettings) {
      return null;
    }
    SyntheticAttributeExtension known = interpretations;
    if (known == null) {
      known = new SyntheticAttributeExtension();
      interpretations = known;
    }
    return known.getValueInterpretation(eventTypeId, fieldId);
  }

  @Override
  public IEventSink create(
      String identifier,
      String label,
      String[] category,
      String description,
      List<ValueField> fields) {
    return create(identifier, fields);
  }

  /** Returns what takes an event type; {@link #IGNORE} where nobody does. */
  IEventSink create(String identifier, List<ValueField> fields) {
    if (!identifier.startsWith(PREFIX)) {
      return aboutTheJvm(identifier, fields);
    }
    declaresEditor = true;
    IEventSink sink = ofTheEditor(identifier, fields);
    return values -> {
      editorEvents.add();
      sink.addEvent(values);
    };
  }

  /**
   * Returns what takes an event type straight from the chunk, or nothing where a sink does: of the
   * frequent types no event is worth an object.
   */
  Optional<Taker> direct(Shape shape, References references) throws UnknownStructureException {
    Optional<Taker> taker =
        switch (shape.name()) {
          case EventSchema.Keystroke.TYPE ->
              Optional.of(new DirectTakers.OfKeystrokes(work, editorEvents, shape, references));
          case EventSchema.Operation.TYPE ->
              Optional.of(new DirectTakers.OfOperations(work, editorEvents, shape, references));
          case EventSchema.CacheLookup.TYPE ->
              Optional.of(new DirectTakers.OfLookups(caches, editorEvents, shape));
          case EventSchema.PoolAllocation.TYPE ->
              Optional.of(new DirectTakers.OfTakes(pools, editorEvents, shape));
          default -> Optional.empty();
        };
    declaresEditor |= taker.isPresent();
    return taker;
  }

  private IEventSink ofTheEditor(String identifier, List<ValueField> fields) {
    return switch (identifier) {
      case EventSchema.Keystroke.TYPE -> new KeystrokeSink(work, fields);
      case EventSchema.Operation.TYPE -> new OperationSink(work, fields);
      case EventSchema.CacheLookup.TYPE -> new CacheSink(caches, fields);
      case EventSchema.PoolAllocation.TYPE -> new PoolSink(pools, fields);
      case EventSchema.LatencyHistogram.TYPE -> new HistogramSink(histograms, fields);
      case EventSchema.ThresholdExceeded.TYPE -> new ExceededSink(exceeded, fields);
      case EventSchema.OperationStatistics.TYPE -> facts.statistics(fields);
      case EventSchema.Session.TYPE -> facts.session(fields);
      case EventSchema.ResourceUsage.TYPE -> usage(identifier, fields);
      default -> upkeep.of(identifier, fields).orElse(IGNORE);
    };
  }

  private IEventSink usage(String identifier, List<ValueField> fields) {
    IEventSink first = upkeep.of(identifier, fields).orElse(IGNORE);
    IEventSink second = causes.usage(fields);
    return values -> {
      first.addEvent(values);
      second.addEvent(values);
    };
  }

  private IEventSink aboutTheJvm(String identifier, List<ValueField> fields) {
    return switch (identifier) {
      case "jdk.ActiveSetting" -> facts.setting(fields, causes);
      case "jdk.ActiveRecording" -> facts.recording(fields);
      case "jdk.JVMInformation" -> facts.jvm(fields);
      case "jdk.CPUInformation" -> facts.processors(fields);
      case "jdk.DataLoss" -> facts.dataLoss(fields);
      case "jdk.GarbageCollection" -> facts.garbage(fields);
      case "jdk.MethodTiming" -> timed(fields);
      default -> causes.of(identifier, fields).orElse(IGNORE);
    };
  }

  private IEventSink timed(List<ValueField> fields) {
    TimedMethodSinks sinks = timed;
    if (sinks == null) {
      sinks = new TimedMethodSinks();
      timed = sinks;
    }
    return sinks.of(fields);
  }

  @Override
  public void flush() {
    // Everything is in place already: this object serves one chunk only.
  }

  ChunkContents toContents() {
    SlowSpans explained = work.slow().explained(causes);
    return new ChunkContents(
        new Contents(
            work.toKeystrokes(),
            work.operations().toGroups(),
            caches.toStats(),
            pools.toStats(),
            exceeded.toExceeded(),
            facts.garbage(),
            upkeep.toUpkeep(),
            explained,
            work.course().toTimeline(MarkFinder.of(causes)),
            new Trees(work.nesting().toTree(), work.frames().toTree(causes)),
            timed == null ? Optional.empty() : facts.ofJvm(timed)),
        histograms.toIntervals(),
        facts.toFacts(editorEvents.get(), declaresEditor));
  }
}
