// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import static java.util.Objects.requireNonNull;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.jline.Names;
import org.lusush.lle.recorder.jline.WidgetTypes;
import org.lusush.lle.recorder.monitor.KeystrokeTracker;
import org.lusush.lle.recorder.monitor.Measurement;
import org.lusush.lle.recorder.monitor.Monitor;

/**
 * Turns what woven code tells on one thread into keystrokes and operations. Of that thread alone.
 *
 * <p>Every {@code before} has its {@code after} or {@code failed}, but for those of a method that
 * ran already when it was woven, or unwoven: what has no counterpart is left out.
 */
final class Follower {

  private static final int MAX_DEPTH = 64;
  private static final int DELETE = 127;
  private static final char ESCAPE = '\u001b';
  private static final String PASTE_END = ESCAPE + "[201~";

  private final Observer observer;
  private final Thread thread = Thread.currentThread();
  private final Point[] points = new Point[MAX_DEPTH];
  private final Measurement[] measurements = new Measurement[MAX_DEPTH];

  /** Whether the tracker of keystrokes was told of the beginning, and is to be told of the end. */
  private final boolean[] tracked = new boolean[MAX_DEPTH];

  private boolean isTracked;
  private int depth;

  /** Of the line that this thread reads, the innermost if a command reads another. */
  private @Nullable ObservedReader reader;

  private final Deque<ObservedReader> outerReaders = new ArrayDeque<>();

  /** How many lines are being read, one inside another, when one is that is not shown; or 0. */
  private int secretLine;

  /** A line was being read already when JLine was woven, by code that tells less. */
  private boolean joined;

  /** The command of such a line. */
  private @Nullable Measurement lookedUp;

  private boolean isReading;
  private long readEntered;
  private char @Nullable [] characters;
  private int lastCharacter;

  /** How much of the end of a paste the last characters are. */
  private int matched;

  /** How many characters were read along with a paste, and not taken yet. */
  private int typedAhead;

  private int charactersOfKey;

  /** What the display is brought up to date for, if not for a key. */
  private String occasion = "";

  /** What was named last in this line, and its name. */
  private @Nullable Object named;

  private String name = "";

  /** Makes one of the calling thread. */
  Follower(Observer observer) {
    this.observer = observer;
  }

  boolean isOf(Thread current) {
    return thread == current;
  }

  void before(
      Point point,
      @Nullable Object owner,
      @Nullable Object target,
      @Nullable Object argument,
      int number) {
    switch (point) {
      case LINE_START -> lineStarts(requireNonNull(owner), target, argument, number != 0);
      case PROMPT -> promptComes();
      case LINE_END -> lineEnds();
      case READ, PEEK, READ_MANY -> readStarts(argument);
      case TAKE_BACK -> {}
      case RESIZE -> resized(owner, number);
      case PRINT_ABOVE -> occasion = "print above";
      case SIGNAL -> occasion = "signal";
      case LOOKUP -> lookedUp(requireNonNull(owner), target, argument, number != 0);
      default -> push(point, isSecret() ? Measurement.none() : begin(point, target, argument));
    }
  }

  void after(Point point, @Nullable Object result, int number) {
    switch (point) {
      case READ -> readEnds(number, 1);
      case PEEK -> peeked(number);
      case READ_MANY -> manyRead(number);
      case TAKE_BACK -> takenBack(result);
      case COMMAND -> commandEnds(number >> 1, (number & 1) != 0 ? Result.SUCCESS : Result.WARNING);
      case FLUSH -> flushed();
      case PRINT_ABOVE, SIGNAL -> occasion = "";
      case LINE_START, PROMPT, LINE_END, RESIZE, LOOKUP -> {}
      default -> pop(point).result(Result.SUCCESS).close();
    }
  }

  void failed(Point point, Throwable thrown) {
    switch (point) {
      case READ, PEEK, READ_MANY -> readEnds(-1, 0);
      case COMMAND -> commandEnds(reader == null ? 0 : reader.getAsInt(), resultOf(thrown));
      case FLUSH -> flushed();
      case PRINT_ABOVE, SIGNAL -> occasion = "";
      case LINE_START -> lineEnds();
      case PROMPT, LINE_END, RESIZE, LOOKUP, TAKE_BACK -> {}
      default -> pop(point).result(resultOf(thrown)).close();
    }
  }

  private void lineStarts(
      Object lineReader, @Nullable Object builtIn, @Nullable Object all, boolean masked) {
    if (joined) {
      lineEnds(); // of the line before, whose code did not tell
    }
    if (reader != null) {
      outerReaders.push(reader);
    }
    var started = observer.reader(lineReader);
    started.isFollowed(false);
    started.commands(builtIn, all);
    reader = started;
    if (masked && secretLine == 0) {
      secretLine = outerReaders.size() + 1;
    }
  }

  private void promptComes() {
    var current = requireNonNull(reader);
    var keystrokes = keystrokes();
    if (keystrokes != null) {
      keystrokes.lineStarted(current);
      current.isFollowed(true);
    }
  }

  /** Follows a line that began while the recorder was asleep, or before JLine was woven. */
  private void join(KeystrokeTracker keystrokes) {
    var current = requireNonNull(reader);
    if (!current.isFollowed()) {
      keystrokes.lineJoined(current);
      current.isFollowed(true);
    }
  }

  private void lineEnds() {
    endLookedUp();
    var keystrokes = keystrokes();
    if (keystrokes != null) {
      keystrokes.lineEnded();
    }
    if (reader != null) {
      reader.lineEnded();
    }
    if (secretLine > outerReaders.size()) {
      secretLine = 0;
    }
    joined = false;
    named = null;
    reader = outerReaders.poll();
  }

  private boolean isSecret() {
    return secretLine > 0;
  }

  /** A key's command was found: all that a line tells of which was read before JLine was woven. */
  private void lookedUp(
      Object lineReader, @Nullable Object widget, @Nullable Object builtIn, boolean masked) {
    if (reader == null) {
      joined = true;
      reader = observer.reader(lineReader);
      reader.commands(builtIn, null);
      secretLine = masked ? 1 : 0;
      var keystrokes = keystrokes();
      if (keystrokes != null) {
        join(keystrokes);
        keystrokes.readReturned(0, ' ', 1);
      }
      observer.lineJoined(builtIn);
    }
    var monitor = observer.recorder().monitorIfAwake();
    if (joined && monitor != null && !isSecret()) {
      lookedUp = commandStarts(monitor, widget);
    }
  }

  /** Ends the command, unless it is what reads or paints. */
  private void leaveLookedUp() {
    if (lookedUp != null && !Stack.isInCommand()) {
      endLookedUp();
    }
  }

  private void endLookedUp() {
    var ended = lookedUp;
    lookedUp = null;
    var keystrokes = keystrokes();
    if (ended != null && keystrokes != null) {
      keystrokes.commandEnded(ended, Result.SUCCESS);
    }
  }

  private void readStarts(@Nullable Object array) {
    leaveLookedUp();
    var keystrokes = keystrokes();
    characters = array instanceof char[] into && keystrokes != null ? into : null;
    matched = characters == null ? 0 : matched;
    isReading = keystrokes != null;
    if (keystrokes != null) {
      join(keystrokes);
      readEntered = keystrokes.readEntered();
    } else if (reader != null && !isSecret()) {
      observer.recorder().promptPainted();
    }
  }

  private void readEnds(int first, int count) {
    var keystrokes = keystrokes();
    if (keystrokes == null) {
      return;
    }
    if (!isReading) { // the recorder was asleep when the character was asked for
      join(keystrokes);
      isReading = true;
    }
    if (first >= 0) {
      charactersOfKey += count;
      lastCharacter = first;
    }
    keystrokes.readReturned(readEntered, first, count);
  }

  /**
   * JLine reads a paste in large pieces, and puts back what is in the last one after the paste's
   * end: keys that were typed ahead, which it takes from there.
   */
  private void manyRead(int count) {
    var piece = characters;
    int end = count;
    for (int i = 0; piece != null && i < count; i++) {
      matched = piece[i] == PASTE_END.charAt(matched) ? matched + 1 : piece[i] == ESCAPE ? 1 : 0;
      if (matched == PASTE_END.length()) {
        matched = 0;
        end = i + 1;
        break;
      }
    }
    typedAhead = Math.max(0, count - end);
    characters = null; // it is JLine's, and what was typed
    readEnds(count > 0 && piece != null ? piece[0] : -1, end);
  }

  private void takenBack(@Nullable Object character) {
    if (typedAhead > 0 && character instanceof Integer codePoint) {
      typedAhead -= Character.charCount(codePoint);
      readStarts(null);
      readEnds(codePoint, 1);
    }
  }

  private void peeked(int character) {
    var keystrokes = keystrokes();
    if (keystrokes != null && isReading) {
      keystrokes.peekReturned(readEntered, character);
    }
  }

  private void resized(@Nullable Object lineReader, int size) {
    if (lineReader != null) {
      observer.reader(lineReader).size(size);
    }
  }

  private @Nullable KeystrokeTracker keystrokes() {
    var current = reader;
    return current == null || isSecret() ? null : current.keystrokes();
  }

  private Measurement begin(Point point, @Nullable Object target, @Nullable Object argument) {
    var monitor = observer.recorder().monitorIfAwake();
    if (monitor == null) {
      return Measurement.none();
    }
    if (point == Point.UPDATE) {
      leaveLookedUp();
    }
    return switch (point) {
      case COMMAND -> commandStarts(monitor, target);
      case FLUSH -> flushes(monitor);
      case UPDATE ->
          monitor
              .measure(OperationType.DISPLAY_UPDATE, occasion.isEmpty() ? "display" : occasion)
              .contextSize(sizeOf(argument));
      case HIGHLIGHT ->
          monitor
              .measure(OperationType.SYNTAX_HIGHLIGHT, nameOf(target))
              .contextSize(sizeOf(argument));
      case PARSE ->
          monitor
              .measure(OperationType.CUSTOM, Component.BUFFER, "parse")
              .contextSize(sizeOf(argument));
      case COMPLETE -> monitor.measure(OperationType.COMPLETION_GENERATE, nameOf(target));
      case MATCH ->
          monitor
              .measure(OperationType.COMPLETION_SEARCH, nameOf(target))
              .contextSize(sizeOf(argument));
      case SUGGEST ->
          monitor.measure(OperationType.AUTOSUGGESTION, "JLine").contextSize(sizeOf(argument));
      case HISTORY_ADD -> monitor.measure(OperationType.HISTORY_ADD, nameOf(target));
      case HISTORY_ATTACH ->
          monitor.measure(OperationType.CUSTOM, Component.HISTORY, "history attach");
      default -> Measurement.none();
    };
  }

  private Measurement commandStarts(Monitor monitor, @Nullable Object widget) {
    var current = reader;
    var keystrokes = keystrokes();
    if (current == null || keystrokes == null) {
      return Measurement.none();
    }
    var command = current.command(widget);
    var called = command.isBuiltIn() ? command.name() : ownName(command.name());
    if (called.startsWith("callback-")) {
      return monitor.measure(OperationType.CUSTOM, Component.CUSTOMIZATION, called);
    }
    isTracked = true;
    charactersOfKey = 0;
    return command.isBuiltIn()
        ? keystrokes.commandStarted(command.type(), called)
        : keystrokes.commandStarted(OperationType.CUSTOM, Component.CUSTOMIZATION, called);
  }

  /** A command of the shell's own that is bound to one character may be named after it. */
  private String ownName(String name) {
    boolean isCharacter = charactersOfKey <= 1 && lastCharacter >= ' ' && lastCharacter != DELETE;
    return isCharacter || name.isEmpty() ? WidgetTypes.SHELLS_OWN : name;
  }

  private void commandEnds(int length, Result result) {
    var measurement = pop(Point.COMMAND);
    var current = reader;
    var keystrokes = keystrokes();
    if (current != null) {
      current.bufferLength(length);
    }
    if (isTracked && keystrokes != null) {
      keystrokes.commandEnded(measurement, result);
    } else {
      measurement.result(result).close();
    }
  }

  private Measurement flushes(Monitor monitor) {
    var keystrokes = keystrokes();
    isTracked = keystrokes != null;
    return keystrokes != null
        ? keystrokes.flushing()
        : monitor.measure(OperationType.TERMINAL_OUTPUT, "flush");
  }

  private void flushed() {
    var measurement = pop(Point.FLUSH);
    var keystrokes = keystrokes();
    if (isTracked && keystrokes != null) {
      keystrokes.flushed(measurement);
    } else {
      measurement.close();
    }
  }

  private void push(Point point, Measurement measurement) {
    if (depth < MAX_DEPTH) {
      points[depth] = point;
      measurements[depth] = measurement;
      tracked[depth] = isTracked;
    }
    depth++;
    isTracked = false;
  }

  /** Takes the innermost operation of a kind, and with it what was begun inside and never ended. */
  private Measurement pop(Point point) {
    isTracked = false;
    if (depth > MAX_DEPTH) {
      depth--;
      return Measurement.none();
    }
    for (int i = depth - 1; i >= 0; i--) {
      if (points[i] == point) {
        depth = i;
        isTracked = tracked[i];
        return measurements[i];
      }
    }
    return Measurement.none();
  }

  private static int sizeOf(@Nullable Object argument) {
    if (argument instanceof String text) {
      return text.length();
    }
    return argument instanceof List<?> list ? list.size() : 0;
  }

  private String nameOf(@Nullable Object target) {
    if (target == null) {
      return "";
    }
    if (target == named) {
      return name;
    }
    var found = Names.of(target);
    if (reader != null) { // else nothing would have it forgotten
      named = target;
      name = found;
    }
    return found;
  }

  /** Returns what it means that a call threw: that the user gave up, or that something is wrong. */
  private static Result resultOf(Throwable thrown) {
    var name = thrown.getClass().getSimpleName();
    if (name.equals("UserInterruptException")
        || name.equals("EndOfFileException")
        || thrown.getCause() instanceof InterruptedIOException) {
      return Result.CANCELLED;
    }
    return name.equals("EOFError")
        ? Result.SUCCESS
        : name.equals("SyntaxError") ? Result.WARNING : Result.ERROR;
  }
}
