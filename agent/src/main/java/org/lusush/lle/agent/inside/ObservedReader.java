// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.lang.ref.WeakReference;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.Session;
import org.lusush.lle.recorder.jline.WidgetTypes;
import org.lusush.lle.recorder.monitor.KeystrokeTracker;

/**
 * What is known of one line reader of the shell's. Used by the thread that reads, but for the
 * status, which any may ask for.
 */
final class ObservedReader implements Session, IntSupplier {

  private static final int MAX_COMMANDS = 4_096;

  private final WeakReference<Object> reader;
  private final EditorRecorder recorder;
  private final Consumer<Class<?>> opener;
  private final IdentityHashMap<Object, Command> commands = new IdentityHashMap<>();
  private volatile @Nullable KeystrokeTracker keystrokes;
  private volatile int size;
  private volatile @Nullable String editor;
  private volatile @Nullable String terminal;
  private @Nullable Map<?, ?> builtIn;
  private @Nullable Map<?, ?> all;
  private int bufferLength;
  private boolean followed;

  ObservedReader(WeakReference<Object> reader, EditorRecorder recorder, Consumer<Class<?>> opener) {
    this.reader = reader;
    this.recorder = recorder;
    this.opener = opener;
  }

  /**
   * An editor command.
   *
   * @param name its name, or empty where it has none
   * @param isBuiltIn whether it is JLine's own
   * @param type what kind of operation it is
   */
  record Command(String name, boolean isBuiltIn, OperationType type) {
    private static final Command UNKNOWN = ofShell("");

    static Command ofJLine(String name) {
      return new Command(name, true, WidgetTypes.of(name));
    }

    static Command ofShell(String name) {
      return new Command(name, false, OperationType.CUSTOM);
    }
  }

  boolean isOf(Object lineReader) {
    return reader.refersTo(lineReader);
  }

  @Override
  public boolean isOver() {
    return reader.refersTo(null);
  }

  /** Returns what follows its keystrokes, or null while the recorder is asleep. */
  @Nullable KeystrokeTracker keystrokes() {
    var found = keystrokes;
    if (found == null) {
      var monitor = recorder.monitorIfAwake();
      if (monitor != null) {
        found = monitor.trackKeystrokes();
        keystrokes = found;
        recorder.addSession(this);
      }
    }
    return found;
  }

  /** Takes note of the reader's commands: JLine's own, and all of them. */
  void commands(@Nullable Object builtInCommands, @Nullable Object allCommands) {
    builtIn = builtInCommands instanceof Map<?, ?> map ? map : null;
    all = allCommands instanceof Map<?, ?> map ? map : null;
    bufferLength = 0;
  }

  /** Forgets the commands, and with them the reader, which they know: the line is over. */
  void lineEnded() {
    builtIn = null;
    all = null;
    commands.clear();
    followed = false;
  }

  /** Returns what a command is called. */
  Command command(@Nullable Object widget) {
    var command = commands.get(widget);
    if (command == null && widget != null) {
      command = find(widget);
      if (commands.size() >= MAX_COMMANDS) {
        commands.clear(); // made anew for each key by someone
      }
      commands.put(widget, command);
    }
    return command == null ? Command.UNKNOWN : command;
  }

  private Command find(Object widget) {
    var name = nameIn(builtIn, widget);
    if (name == null) {
      name = nameIn(all, widget);
    }
    if (name == null) {
      return Command.UNKNOWN;
    }
    boolean isBuiltIn = builtIn != null && builtIn.containsKey(name);
    return isBuiltIn ? Command.ofJLine(WidgetTypes.recordedName(name)) : Command.ofShell(name);
  }

  private static @Nullable String nameIn(@Nullable Map<?, ?> widgets, Object widget) {
    if (widgets != null) {
      for (var entry : widgets.entrySet()) {
        if (entry.getValue() == widget && entry.getKey() instanceof String name) {
          return name;
        }
      }
    }
    return null;
  }

  /** Returns whether the tracker of keystrokes knows of the line that is read. */
  boolean isFollowed() {
    return followed;
  }

  void isFollowed(boolean followed) {
    this.followed = followed;
  }

  void bufferLength(int length) {
    bufferLength = length;
  }

  /** Returns the length of the edit buffer after the last command, in characters. */
  @Override
  public int getAsInt() {
    return bufferLength;
  }

  void size(int rowsAndColumns) {
    size = rowsAndColumns;
  }

  @Override
  public Status status() {
    var tracker = keystrokes;
    return new Status(
        editor(),
        terminal(),
        Screen.columns(size),
        Screen.rows(size),
        tracker == null ? 0 : tracker.lines(),
        tracker == null ? 0 : tracker.keystrokes());
  }

  private String editor() {
    var known = editor;
    if (known == null) {
      var lineReader = reader.get();
      known =
          lineReader == null ? "JLine" : "JLine " + JLineCopy.versionOf(classOfJLine(lineReader));
      editor = known;
    }
    return known;
  }

  /** Returns the reader's class that is JLine's: a shell may have one of its own. */
  private static Class<?> classOfJLine(Object lineReader) {
    for (Class<?> type = lineReader.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().endsWith(".LineReaderImpl")) {
        return type;
      }
    }
    return lineReader.getClass();
  }

  private String terminal() {
    var known = terminal;
    if (known == null) {
      known = askForTerminal();
      terminal = known;
    }
    return known;
  }

  private String askForTerminal() {
    var lineReader = reader.get();
    if (lineReader == null) {
      return "";
    }
    try {
      var asked = call(classOfJLine(lineReader), "getTerminal", lineReader);
      var type = asked == null ? null : terminalType(asked.getClass());
      return asked == null || type == null ? "" : String.valueOf(call(type, "getType", asked));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return ""; // in a module that is not open
    }
  }

  private @Nullable Object call(Class<?> type, String name, Object target)
      throws ReflectiveOperationException {
    var method = type.getMethod(name);
    opener.accept(method.getDeclaringClass());
    return method.invoke(target);
  }

  /** Returns the public interface of a terminal that says what type it is. */
  private static @Nullable Class<?> terminalType(Class<?> terminal) {
    for (Class<?> type = terminal; type != null; type = type.getSuperclass()) {
      for (var implemented : type.getInterfaces()) {
        var name = implemented.getSimpleName();
        if (name.equals("Terminal") || name.equals("TerminalExt")) {
          return implemented;
        }
      }
    }
    return null;
  }
}
