// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.reader.decode.Constants;
import org.lusush.lle.analyzer.reader.decode.Row;
import org.lusush.lle.analyzer.reader.decode.Shape;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.IMCMethod;
import org.openjdk.jmc.common.IMCPackage;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.IMCType;
import org.openjdk.jmc.common.util.MCMethod;
import org.openjdk.jmc.common.util.MethodToolkit;

/**
 * Classes, methods and stack traces of the program that was recorded. Of most of them nobody wants
 * to know more than that they are there, so each is looked up when it is asked for. Not
 * thread-safe.
 */
final class Code {

  private static final int MAX_KNOWN = 20_000;

  /** Cannot be used: the chunk says nothing of what was asked for. */
  private static final String UNKNOWN = "";

  private final Constants constants;
  private final Map<Long, IMCType> types = new HashMap<>();
  private final Map<Long, IMCMethod> methods = new HashMap<>();
  private @Nullable Lookup typeLookup;
  private @Nullable Lookup methodLookup;
  private @Nullable Lookup traceLookup;
  private @Nullable Lookup frameLookup;

  Code(Constants constants) {
    this.constants = constants;
  }

  /** How constants of one type are read; the slots are those of the fields named. */
  private static final class Lookup {
    private final Shape shape;
    private final int[] slots;
    private final Constants.Reader reader;

    Lookup(Constants constants, String type, String... fields) throws IOException {
      Shape declared = constants.shape(type);
      if (declared == null) {
        throw new UncheckedIOException(new IOException(type + " is not declared"));
      }
      shape = declared;
      slots = new int[fields.length];
      for (int i = 0; i < fields.length; i++) {
        slots[i] = shape.slot(fields[i]);
      }
      reader = constants.reader(shape);
    }

    @Nullable String text(Constants constants, Row row, int field) throws IOException {
      int slot = slots[field];
      if (slot >= shape.fieldNames().size()) {
        return null;
      }
      return switch (shape.kind(slot)) {
        case TEXT -> row.textIfAny(slot);
        case REFERENCE -> constants.text(shape.typeId(slot), row.number(slot));
        default -> null;
      };
    }

    long number(Row row, int field) {
      return row.number(slots[field]);
    }
  }

  @Nullable IMCType type(long key) throws IOException {
    return typeLookup().reader.has(key) ? new LazyType(key) : null;
  }

  private Lookup typeLookup() throws IOException {
    Lookup lookup = typeLookup;
    if (lookup == null) {
      lookup = new Lookup(constants, "java.lang.Class", "name");
      typeLookup = lookup;
    }
    return lookup;
  }

  @Nullable IMCMethod method(long key) throws IOException {
    IMCMethod known = methods.get(key);
    if (known != null) {
      return known;
    }
    if (methodLookup == null) {
      methodLookup =
          new Lookup(constants, "jdk.types.Method", "type", "name", "descriptor", "modifiers");
    }
    Row row = methodLookup.reader.constant(key);
    if (row == null) {
      return null;
    }
    long type = methodLookup.number(row, 0);
    int modifiers = (int) methodLookup.number(row, 3);
    String name = methodLookup.text(constants, row, 1);
    String descriptor = methodLookup.text(constants, row, 2);
    var method =
        new MCMethod(
            resolvedType(type),
            name == null ? UNKNOWN : name,
            descriptor == null ? UNKNOWN : descriptor,
            modifiers,
            null);
    if (methods.size() < MAX_KNOWN) {
      methods.put(key, method);
    }
    return method;
  }

  @Nullable IMCStackTrace stackTrace(long key) throws IOException {
    return traceLookup().reader.has(key) ? new LazyTrace(key) : null;
  }

  private Lookup traceLookup() throws IOException {
    Lookup lookup = traceLookup;
    if (lookup == null) {
      lookup = new Lookup(constants, "jdk.types.StackTrace", "frames");
      traceLookup = lookup;
    }
    return lookup;
  }

  private IMCType resolvedType(long key) throws IOException {
    IMCType known = types.get(key);
    if (known != null) {
      return known;
    }
    Row row = typeLookup().reader.constant(key);
    String name = row == null ? null : typeLookup().text(constants, row, 0);
    IMCType type = MethodToolkit.typeFromReference(name == null ? UNKNOWN : name);
    if (types.size() < MAX_KNOWN) {
      types.put(key, type);
    }
    return type;
  }

  private List<IMCFrame> frames(long key) throws IOException {
    Row trace = traceLookup().reader.constant(key);
    return trace == null ? List.of() : frames(frameLookup(), traceLookup().number(trace, 0));
  }

  private Lookup frameLookup() throws IOException {
    Lookup lookup = frameLookup;
    if (lookup == null) {
      lookup =
          new Lookup(
              constants, "jdk.types.StackFrame", "method", "lineNumber", "bytecodeIndex", "type");
      frameLookup = lookup;
    }
    return lookup;
  }

  private List<IMCFrame> frames(Lookup lookup, long place) throws IOException {
    List<IMCFrame> frames = new ArrayList<>();
    lookup.reader.forEach(
        place,
        row -> {
          int line = (int) lookup.number(row, 1);
          int index = (int) lookup.number(row, 2);
          String type = lookup.text(constants, row, 3);
          IMCMethod method = method(lookup.number(row, 0));
          frames.add(
              new DecodedFrame(method == null ? unknownMethod() : method, index, line, type));
        });
    return frames;
  }

  private static IMCMethod unknownMethod() {
    return new MCMethod(MethodToolkit.typeFromReference(UNKNOWN), UNKNOWN, UNKNOWN, 0, null);
  }

  /** A class that is looked up when someone wants its name. */
  private final class LazyType implements IMCType {
    private final long key;
    private @Nullable IMCType type;

    LazyType(long key) {
      this.key = key;
    }

    private IMCType type() {
      IMCType known = type;
      if (known == null) {
        try {
          known = resolvedType(key);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        type = known;
      }
      return known;
    }

    @Override
    public String getTypeName() {
      return type().getTypeName();
    }

    @Override
    public IMCPackage getPackage() {
      return type().getPackage();
    }

    @Override
    public String getFullName() {
      return type().getFullName();
    }
  }

  /** A stack trace that is looked up when someone wants its frames. */
  private final class LazyTrace implements IMCStackTrace {
    private final long key;

    LazyTrace(long key) {
      this.key = key;
    }

    @Override
    public List<? extends IMCFrame> getFrames() {
      try {
        return frames(key);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public TruncationState getTruncationState() {
      return TruncationState.UNKNOWN;
    }
  }
}
