// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.reader.decode.Metadata.Declaration;
import org.lusush.lle.analyzer.reader.decode.Metadata.Field;

/**
 * How the fields of a type are taken from the bytes into a {@link Row}, or passed: a list of steps,
 * made once for each type of a chunk.
 */
final class Plan {

  private static final int NUMBER = 0;
  private static final int SHORT = 1;
  private static final int INT = 2;
  private static final int UNSIGNED_BYTE = 3;
  private static final int BYTE = 4;
  private static final int FLOAT = 5;
  private static final int DOUBLE = 6;
  private static final int TEXT = 7;
  private static final int EPOCH_TICKS = 8;
  private static final int TICKS = 9;
  private static final int ARRAY = 10;
  private static final int PASS_NUMBER = 11;
  private static final int PASS_TEXT = 12;
  private static final int PASS_BYTES = 13;
  private static final int PASS_ARRAY = 14;
  private static final int RUN = 15;

  /**
   * One step.
   *
   * @param width of a number that is not compressed, or how many bytes are passed
   * @param factor by which a number is multiplied
   * @param elements of an array, element by element
   */
  private record Step(int code, int slot, int width, long factor, List<Step> elements) {
    Step(int code, int slot, int width) {
      this(code, slot, width, 1, List.of());
    }
  }

  private final Clock clock;
  private final Step[] steps;
  private final int[] codes;
  private final Step[] runSteps;
  private final Runs runs;

  private Plan(List<Step> steps, Clock clock) {
    this(steps, clock, new Step[0], Runs.OF_NOTHING);
  }

  /**
   * @param runSteps of the texts that are read as one
   */
  private Plan(List<Step> steps, Clock clock, Step[] runSteps, Runs runs) {
    this.clock = clock;
    this.runSteps = runSteps;
    this.runs = runs;
    this.steps = steps.toArray(Step[]::new);
    codes = steps.stream().mapToInt(Step::code).toArray();
  }

  /** Returns the plan with the first texts that stand side by side, two or more, read as one. */
  Plan withRun() {
    int from = 0;
    while (from < codes.length && !isText(codes[from])) {
      from++;
    }
    int to = from;
    while (to < codes.length && isText(codes[to])) {
      to++;
    }
    if (to - from < 2) {
      return this;
    }
    List<Step> all = List.of(steps);
    List<Step> joined = new ArrayList<>(all.subList(0, from));
    joined.add(new Step(RUN, 0, 0));
    joined.addAll(all.subList(to, all.size()));
    return new Plan(joined, clock, all.subList(from, to).toArray(Step[]::new), new Runs(to - from));
  }

  private static boolean isText(int code) {
    return code == TEXT || code == PASS_TEXT;
  }

  static Plan of(Metadata metadata, Declaration type, boolean[] used, Clock clock)
      throws UnknownStructureException {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      Field field = type.fields().get(i);
      if (used[i]) {
        steps.add(take(metadata, field, i));
      } else {
        pass(metadata, field, steps, new HashSet<>());
      }
    }
    return new Plan(steps, clock);
  }

  /** Returns the plan of a value by itself, whose only slot is the first. */
  static Plan ofValue(Metadata metadata, Declaration type, boolean used, Clock clock)
      throws UnknownStructureException {
    var field = new Field("", type.id(), false, 0, Unit.NONE, false);
    List<Step> steps = new ArrayList<>();
    if (used) {
      steps.add(take(metadata, field, 0));
    } else {
      pass(metadata, field, steps, new HashSet<>());
    }
    return new Plan(steps, clock);
  }

  static Kind kind(Metadata metadata, Field field) throws UnknownStructureException {
    if (field.isArray()) {
      return Kind.ARRAY;
    }
    if (field.pooled()) {
      return Kind.REFERENCE;
    }
    Declaration type = metadata.type(field.type());
    if (type.isSimple()) {
      return kind(metadata, unwrapped(metadata, field));
    }
    return switch (type.name()) {
      case "boolean" -> Kind.FLAG;
      case "byte", "short", "char", "int", "long" -> Kind.NUMBER;
      case "float", "double" -> Kind.REAL;
      case Metadata.TEXT -> Kind.TEXT;
      default -> Kind.OTHER;
    };
  }

  /** Returns the only field of a simple type in place of one of that type. */
  private static Field unwrapped(Metadata metadata, Field field) throws UnknownStructureException {
    Field plain = field;
    for (int depth = 0; !plain.isArray() && !plain.pooled(); depth++) {
      Declaration type = metadata.type(plain.type());
      if (!type.isSimple()) {
        return plain;
      }
      if (depth > 8) {
        throw new UnknownStructureException("type " + type.name() + " holds itself");
      }
      plain = type.fields().get(0);
    }
    return plain;
  }

  private static Step take(Metadata metadata, Field declared, int slot)
      throws UnknownStructureException {
    Field field = unwrapped(metadata, declared);
    if (field.dimensions() > 1 || field.dimensions() < 0) {
      throw new UnknownStructureException("an array of arrays");
    }
    if (field.isArray()) {
      return new Step(ARRAY, slot, 0, 1, elements(metadata, field, new HashSet<>()));
    }
    if (field.pooled()) {
      return new Step(NUMBER, slot, Long.BYTES);
    }
    Declaration type = metadata.type(field.type());
    return switch (type.name()) {
      case "boolean" -> new Step(UNSIGNED_BYTE, slot, 1);
      case "byte" -> new Step(field.unsigned() ? UNSIGNED_BYTE : BYTE, slot, 1);
      case "char" -> new Step(NUMBER, slot, Character.BYTES);
      case "short" -> new Step(field.unsigned() ? NUMBER : SHORT, slot, Short.BYTES);
      case "int" -> timed(new Step(field.unsigned() ? NUMBER : INT, slot, Integer.BYTES), field);
      case "long" -> timed(new Step(NUMBER, slot, Long.BYTES), field);
      case "float" -> new Step(FLOAT, slot, Float.BYTES);
      case "double" -> new Step(DOUBLE, slot, Double.BYTES);
      case Metadata.TEXT -> new Step(TEXT, slot, 0);
      default -> throw new UnknownStructureException("a value of type " + type.name());
    };
  }

  private static Step timed(Step plain, Field field) throws UnknownStructureException {
    return switch (field.unit()) {
      case NONE -> plain;
      case TICKS -> new Step(TICKS, plain.slot, plain.width);
      case TICKS_SINCE_START -> new Step(EPOCH_TICKS, plain.slot, plain.width);
      default -> {
        if (plain.code == INT) {
          throw new UnknownStructureException("a time in 32 bits");
        }
        yield new Step(plain.code, plain.slot, plain.width, field.unit().nanos(), List.of());
      }
    };
  }

  /** Adds the steps that pass a field; types may not hold themselves. */
  private static void pass(Metadata metadata, Field field, List<Step> steps, Set<Long> outer)
      throws UnknownStructureException {
    if (field.dimensions() > 1 || field.dimensions() < 0) {
      throw new UnknownStructureException("an array of arrays");
    }
    if (field.isArray()) {
      steps.add(new Step(PASS_ARRAY, 0, 0, 1, elements(metadata, field, outer)));
      return;
    }
    if (field.pooled()) {
      steps.add(new Step(PASS_NUMBER, 0, Long.BYTES));
      return;
    }
    Declaration type = metadata.type(field.type());
    if (type.isPrimitive()) {
      steps.add(passed(type));
      return;
    }
    if (!outer.add(type.id())) {
      throw new UnknownStructureException("type " + type.name() + " holds itself");
    }
    for (Field inner : type.fields()) {
      pass(metadata, inner, steps, outer);
    }
    outer.remove(type.id());
  }

  private static List<Step> elements(Metadata metadata, Field array, Set<Long> outer)
      throws UnknownStructureException {
    List<Step> steps = new ArrayList<>();
    var element = new Field("", array.type(), array.pooled(), 0, Unit.NONE, false);
    pass(metadata, element, steps, outer);
    return List.copyOf(steps);
  }

  private static Step passed(Declaration type) throws UnknownStructureException {
    return switch (type.name()) {
      case "boolean", "byte" -> new Step(PASS_BYTES, 0, 1);
      case "char", "short" -> new Step(PASS_NUMBER, 0, Short.BYTES);
      case "int" -> new Step(PASS_NUMBER, 0, Integer.BYTES);
      case "long" -> new Step(PASS_NUMBER, 0, Long.BYTES);
      case "float" -> new Step(PASS_BYTES, 0, Float.BYTES);
      case "double" -> new Step(PASS_BYTES, 0, Double.BYTES);
      case Metadata.TEXT -> new Step(PASS_TEXT, 0, 0);
      default -> throw new UnknownStructureException("the primitive type " + type.name());
    };
  }

  /** Returns the same for events that are as simple as most, or nothing where these are not. */
  @Nullable FlatPlan flat() {
    int[] flat = new int[steps.length];
    int[] operands = new int[steps.length];
    for (int i = 0; i < steps.length; i++) {
      flat[i] = flatCode(steps[i]);
      operands[i] = flat[i] == FlatPlan.PASS_BYTES ? steps[i].width : steps[i].slot;
      if (flat[i] < 0) {
        return null;
      }
    }
    return new FlatPlan(flat, operands, clock, runs);
  }

  private static int flatCode(Step step) {
    return switch (step.code) {
      case NUMBER -> step.factor == 1 ? FlatPlan.NUMBER : -1;
      case EPOCH_TICKS -> FlatPlan.EPOCH_TICKS;
      case TICKS -> FlatPlan.TICKS;
      case INT -> FlatPlan.INT;
      case SHORT -> FlatPlan.SHORT;
      case UNSIGNED_BYTE -> FlatPlan.OCTET;
      case BYTE -> FlatPlan.SIGNED_OCTET;
      case PASS_NUMBER -> FlatPlan.PASS_NUMBER;
      case PASS_BYTES -> FlatPlan.PASS_BYTES;
      case RUN -> FlatPlan.RUN;
      default -> -1;
    };
  }

  /** Takes a value from where the cursor is, and leaves it behind the value. */
  void read(Cursor cursor, Texts texts, Row row) throws IOException {
    long[] numbers = row.numbers;
    for (int i = 0; i < codes.length; i++) {
      Step step = steps[i];
      switch (codes[i]) {
        case NUMBER -> numbers[step.slot] = times(cursor.number(step.width), step.factor);
        case RUN -> readRun(cursor, texts, row);
        case TEXT -> row.texts[step.slot] = cursor.text(texts);
        case EPOCH_TICKS -> numbers[step.slot] = clock.epochNanos(cursor.number(step.width));
        case TICKS -> numbers[step.slot] = clock.durationNanos(cursor.number(step.width));
        case INT -> numbers[step.slot] = (int) cursor.number(step.width);
        case SHORT -> numbers[step.slot] = (short) cursor.number(step.width);
        case UNSIGNED_BYTE -> numbers[step.slot] = cursor.octet();
        case BYTE -> numbers[step.slot] = (byte) cursor.octet();
        case FLOAT -> numbers[step.slot] = floatBits(cursor.fixed(step.width));
        case DOUBLE -> numbers[step.slot] = cursor.fixed(step.width);
        case ARRAY -> {
          numbers[step.slot] = cursor.at();
          passArray(cursor, step);
        }
        default -> pass(cursor, step);
      }
    }
  }

  private void readRun(Cursor cursor, Texts texts, Row row) throws IOException {
    int run = cursor.findRun(runs);
    row.runs = runs;
    row.run = run == Runs.NONE ? readTexts(cursor, texts, row) : run;
  }

  private int readTexts(Cursor cursor, Texts texts, Row row) throws IOException {
    long from = cursor.at();
    long unresolved = texts.unresolved();
    var found = new @Nullable String[row.texts.length];
    for (Step step : runSteps) {
      if (step.code == TEXT) {
        found[step.slot] = cursor.text(texts);
      } else {
        cursor.skipText();
      }
    }
    row.runTexts = found;
    boolean whole = texts.unresolved() == unresolved; // what is missing is counted each time
    return whole ? cursor.addRun(runs, from, found) : Runs.NONE;
  }

  private static long floatBits(long bits) {
    return Double.doubleToRawLongBits(Float.intBitsToFloat((int) bits));
  }

  private static long times(long value, long factor) {
    return factor == 1 ? value : saturated(value, factor);
  }

  private static long saturated(long value, long factor) {
    long limit = Long.MAX_VALUE / factor;
    if (value > limit || value < -limit) {
      return value > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
    return value * factor;
  }

  private static void pass(Cursor cursor, Step step) throws IOException {
    switch (step.code) {
      case PASS_NUMBER -> cursor.number(step.width);
      case PASS_TEXT -> cursor.skipText();
      case PASS_BYTES -> cursor.skip(step.width);
      default -> passArray(cursor, step);
    }
  }

  private static void passArray(Cursor cursor, Step array) throws IOException {
    int count = cursor.count();
    if (count > cursor.size() - cursor.at()) {
      throw new DamagedException("an array has an absurd length, at byte " + cursor.origin());
    }
    if (array.elements.isEmpty()) {
      return;
    }
    for (int i = 0; i < count; i++) {
      for (Step element : array.elements) {
        pass(cursor, element);
      }
    }
  }
}
