// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.reader.decode.ChunkDecoder;
import org.lusush.lle.analyzer.reader.decode.ChunkFrame;
import org.lusush.lle.analyzer.reader.decode.Constants;
import org.lusush.lle.analyzer.reader.decode.Descriptions;
import org.lusush.lle.analyzer.reader.decode.Kind;
import org.lusush.lle.analyzer.reader.decode.Shape;
import org.lusush.lle.analyzer.reader.decode.Taker;
import org.lusush.lle.analyzer.reader.decode.Takers;
import org.lusush.lle.analyzer.reader.decode.UnknownStructureException;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.IMCMethod;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.IMCThread;
import org.openjdk.jmc.common.IMCType;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.LabeledIdentifier;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.IEventSinkFactory;
import org.openjdk.jmc.flightrecorder.parser.IParserExtension;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** All events of a chunk as text, by type: as decoded here, and as JMC's parser has them. */
final class EveryEvent {

  /** What one side of a comparison has of an event: the fields that the other may have, too. */
  private static final String NOTHING = "-";

  /** Of all chunks that are decoded: most are read by what the one before has said. */
  private static final Descriptions DESCRIPTIONS = new Descriptions();

  private EveryEvent() {}

  /** Returns the events as decoded here. */
  static Map<String, List<Map<String, String>>> decoded(byte[] chunk, ChunkFrame frame)
      throws IOException {
    var found = new TreeMap<String, List<Map<String, String>>>();
    ChunkDecoder.decode(new ArraySource(chunk), frame, DESCRIPTIONS, new AllTakers(found));
    return found;
  }

  private static final class AllTakers implements Takers {
    private final Map<String, List<Map<String, String>>> found;
    private @Nullable References references;

    AllTakers(Map<String, List<Map<String, String>>> found) {
      this.found = found;
    }

    @Override
    public Optional<Taker> of(Shape shape, Constants constants) throws UnknownStructureException {
      if (references == null) {
        references = new References(constants);
      }
      List<String> names = shape.fieldNames();
      for (int i = 0; i < names.size(); i++) {
        Kind kind = shape.kind(i);
        if (kind != Kind.OTHER && kind != Kind.ARRAY) {
          shape.use(i);
        }
      }
      return Optional.of(
          new SinkTaker(
              sink(names, found.computeIfAbsent(shape.name(), unused -> new ArrayList<>())),
              shape,
              references,
              constants));
    }
  }

  /** Returns the events as JMC's parser has them. */
  static Map<String, List<Map<String, String>>> parsed(byte[] chunk)
      throws IOException, CouldNotLoadRecordingException {
    var found = new TreeMap<String, List<Map<String, String>>>();
    JfrLoaderToolkit.loadEvents(new ByteArrayInputStream(chunk), List.of(new AllSinks(found)));
    return found;
  }

  private static final class AllSinks implements IParserExtension, IEventSinkFactory {
    private final EditorExtension interpretations = new EditorExtension(true);
    private final Map<String, List<Map<String, String>>> found;

    AllSinks(Map<String, List<Map<String, String>>> found) {
      this.found = found;
    }

    @Override
    public @Nullable String getValueInterpretation(String type, String field) {
      return interpretations.getValueInterpretation(type, field);
    }

    @Override
    public IEventSinkFactory getEventSinkFactory(IEventSinkFactory unused) {
      return this;
    }

    @Override
    public IEventSink create(
        String type, String label, String[] category, String about, List<ValueField> fields) {
      List<String> names = fields.stream().map(ValueField::getIdentifier).toList();
      return sink(names, found.computeIfAbsent(type, unused -> new ArrayList<>()));
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }
  }

  private static IEventSink sink(List<String> names, List<Map<String, String>> events) {
    return values -> {
      var event = new LinkedHashMap<String, String>();
      for (int i = 0; i < values.length; i++) {
        String text = text(values[i]);
        if (!text.equals(NOTHING)) {
          event.put(names.get(i), text);
        }
      }
      events.add(event);
    };
  }

  private static String text(@Nullable Object value) {
    if (value instanceof IQuantity quantity) {
      return number(plain(quantity));
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Character letter) {
      return Integer.toString(letter);
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof String text) {
      return "'" + text + "'";
    }
    if (value instanceof LabeledIdentifier type) {
      return "'" + type.getInterfaceId() + "'";
    }
    if (value instanceof IMCThread thread) {
      return "thread " + thread.getThreadId() + " " + thread.getThreadName();
    }
    if (value instanceof IMCType type) {
      return "type " + type.getFullName();
    }
    if (value instanceof IMCMethod method) {
      return "method " + method(method);
    }
    return value instanceof IMCStackTrace trace ? "trace " + frames(trace) : NOTHING;
  }

  /** Returns a quantity in the unit that decoded numbers have. */
  private static Number plain(IQuantity quantity) {
    if (quantity.getType().equals(UnitLookup.TIMESPAN)) {
      return quantity.clampedLongValueIn(UnitLookup.NANOSECOND);
    }
    if (quantity.getType().equals(UnitLookup.TIMESTAMP)) {
      return quantity.clampedLongValueIn(UnitLookup.EPOCH_NS);
    }
    return quantity.numberValue();
  }

  private static String number(Number number) {
    boolean integer =
        number instanceof Long
            || number instanceof Integer
            || number instanceof Short
            || number instanceof Byte;
    return integer ? Long.toString(number.longValue()) : Double.toString(number.doubleValue());
  }

  private static List<String> frames(IMCStackTrace trace) {
    return trace.getFrames().stream().map(EveryEvent::frame).toList();
  }

  private static String frame(IMCFrame frame) {
    return method(frame.getMethod())
        + ":"
        + frame.getFrameLineNumber()
        + "@"
        + frame.getBCI()
        + " "
        + frame.getType().getName();
  }

  private static String method(IMCMethod method) {
    return method.getType().getFullName()
        + "."
        + method.getMethodName()
        + method.getFormalDescriptor()
        + " "
        + method.getModifier();
  }
}
