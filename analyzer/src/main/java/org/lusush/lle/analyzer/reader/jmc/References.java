// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.reader.decode.Constants;
import org.lusush.lle.analyzer.reader.decode.Kind;
import org.lusush.lle.analyzer.reader.decode.Row;
import org.lusush.lle.analyzer.reader.decode.Shape;
import org.lusush.lle.analyzer.reader.decode.UnknownStructureException;
import org.lusush.lle.events.schema.EventSchema.Common;
import org.openjdk.jmc.common.IMCThread;

/** Turns references of decoded events into what JMC's parser has for them. Not thread-safe. */
final class References {

  private static final String THREAD = "java.lang.Thread";
  private static final String CLASS = "java.lang.Class";
  private static final String METHOD = "jdk.types.Method";
  private static final String STACK_TRACE = "jdk.types.StackTrace";

  private static final int MAX_THREADS = 10_000;

  private final Constants constants;
  private final Code code;
  private final Map<Long, IMCThread> threads = new HashMap<>();
  private Constants.@Nullable Reader threadReader;
  private int threadId;
  private int threadName;
  private int osName;

  References(Constants constants) {
    this.constants = constants;
    code = new Code(constants);
  }

  /** Finds out what a key refers to. */
  @FunctionalInterface
  private interface Resolver {
    @Nullable Object of(long key) throws IOException;
  }

  /** A slot of a row that holds a reference. */
  static final class Slot {
    private final int index;
    private final Resolver resolver;
    private boolean asked;
    private long lastKey;
    private @Nullable Object last;

    private Slot(int index, Resolver resolver) {
      this.index = index;
      this.resolver = resolver;
    }

    /** Returns what it refers to, or an empty text where that is nothing. */
    Object object(Row row) throws IOException {
      Object found = objectIfAny(row);
      return found == null ? "" : found;
    }

    @Nullable Object objectIfAny(Row row) throws IOException {
      long key = row.number(index);
      if (!asked || key != lastKey) {
        last = resolver.of(key);
        lastKey = key;
        asked = true;
      }
      return last;
    }
  }

  /** A slot of a row that holds a thread. */
  static final class ThreadSlot {
    private final Slot slot;
    private boolean asked;
    private long lastKey;
    private long lastId;

    private ThreadSlot(Slot slot) {
      this.slot = slot;
    }

    /** Returns the number of the thread in its process, or 0 where it has none. */
    long id(Row row) throws IOException {
      return asked && row.number(slot.index) == lastKey ? lastId : find(row);
    }

    private long find(Row row) throws IOException {
      lastId = SlowWork.idOf(slot.object(row));
      lastKey = row.number(slot.index);
      asked = true;
      return lastId;
    }
  }

  /** Returns the slot of the thread that an event came from. */
  ThreadSlot eventThread(Shape shape) throws UnknownStructureException {
    return new ThreadSlot(slot(shape, Common.EVENT_THREAD));
  }

  /** Returns a field's slot; one that refers to nothing where there is no such field. */
  Slot slot(Shape shape, String field) throws UnknownStructureException {
    return shape.has(field)
        ? slot(shape, shape.slot(field))
        : new Slot(shape.slot(field), key -> null);
  }

  Slot slot(Shape shape, int index) throws UnknownStructureException {
    if (shape.kind(index) != Kind.REFERENCE) {
      return new Slot(index, key -> null);
    }
    long type = shape.typeId(index);
    Resolver resolver =
        switch (shape.typeName(index)) {
          case THREAD -> this::thread;
          case CLASS -> code::type;
          case METHOD -> code::method;
          case STACK_TRACE -> code::stackTrace;
          default -> constants.isText(type) ? key -> constants.text(type, key) : key -> null;
        };
    return new Slot(index, resolver);
  }

  private @Nullable IMCThread thread(long key) throws IOException {
    IMCThread known = threads.get(key);
    if (known != null) {
      return known;
    }
    Constants.Reader reader = threadReader();
    Row row = reader == null ? null : reader.constant(key);
    if (row == null) {
      return null;
    }
    String name = row.textIfAny(threadName);
    var thread =
        new DecodedThread(row.number(threadId), name == null ? row.textIfAny(osName) : name);
    if (threads.size() < MAX_THREADS) {
      threads.put(key, thread);
    }
    return thread;
  }

  private Constants.@Nullable Reader threadReader() throws UnknownStructureException {
    if (threadReader == null) {
      Shape shape = constants.shape(THREAD);
      if (shape == null) {
        return null;
      }
      threadId = shape.slot("javaThreadId");
      threadName = shape.slot("javaName");
      osName = shape.slot("osName");
      threadReader = constants.reader(shape);
    }
    return threadReader;
  }
}
