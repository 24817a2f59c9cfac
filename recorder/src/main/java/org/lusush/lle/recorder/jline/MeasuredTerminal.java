// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.AbstractTerminal;
import org.jline.terminal.spi.TerminalExt;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * A terminal that passes everything on, and tells of reads, flushes, and the start and end of a
 * line.
 *
 * <p>A {@link PlainTerminal} where JLine's {@code Terminal} is that of 3.30, and a proxy where it
 * is another, since it differs between versions of JLine, or where the terminal has more interfaces
 * of its own.
 */
final class MeasuredTerminal implements InvocationHandler {

  /** The digest of the interfaces that {@link PlainTerminal} implements. */
  static final int PLAIN = 742489394;

  /** Releases that have these interfaces: to find their digest takes milliseconds. */
  private static final String[] PLAIN_RELEASES = {
    "-3.30.5.jar", "-3.30.6.jar", "-3.30.7.jar", "-3.30.8.jar", "-3.30.9.jar", "-3.30.12.jar"
  };

  private final Terminal terminal;
  private final JLineInstrumentation jline;
  private @Nullable NonBlockingReader reader;
  private @Nullable OutputStream output;

  private MeasuredTerminal(Terminal terminal, JLineInstrumentation jline) {
    this.terminal = terminal;
    this.jline = jline;
  }

  static Terminal wrap(Terminal terminal, JLineInstrumentation jline) {
    var measured = new MeasuredTerminal(terminal, jline);
    return isPlain(terminal)
        ? new PlainTerminal((TerminalExt) terminal, measured)
        : proxy(terminal.getClass(), measured);
  }

  /** Returns whether terminals of the JLine in use can do without a proxy. */
  static boolean isPlain() {
    return Plain.IS;
  }

  /** Found out once, by whoever is first; others wait for it, as for any class. */
  private static final class Plain {
    static final boolean IS = isPlain();

    private static boolean isPlain() {
      try {
        return isPlainRelease(Terminal.class.getProtectionDomain().getCodeSource())
            || digest(Terminal.class) + digest(TerminalExt.class) == PLAIN;
      } catch (LinkageError e) {
        return false; // older JLine has no TerminalExt
      }
    }
  }

  /** Returns whether JLine comes from a jar of that name and version, as it was published. */
  static boolean isPlainRelease(@Nullable CodeSource source) {
    if (source == null || source.getLocation() == null) {
      return false;
    }
    var jar = source.getLocation().getPath();
    int end = jar.length() - (jar.endsWith("!/") ? 2 : 0); // of a jar in a jar
    var name = jar.substring(jar.lastIndexOf('/', end - 1) + 1, end);
    for (var release : PLAIN_RELEASES) {
      if (name.equals("jline".concat(release)) || name.equals("jline-terminal".concat(release))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a terminal can do without a proxy, and nobody could cast it to more. */
  private static boolean isPlain(Terminal terminal) {
    return isPlain() && terminal instanceof TerminalExt && hasNoOtherInterface(terminal);
  }

  private static boolean hasNoOtherInterface(Terminal terminal) {
    for (Class<?> type = terminal.getClass(); type != null; type = type.getSuperclass()) {
      for (var implemented : type.getInterfaces()) {
        if (implemented != TerminalExt.class && implemented != Terminal.class) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns a number that changes when a method is added, removed or changed. */
  static int digest(Class<?> type) {
    int digest = 0;
    for (var method : type.getDeclaredMethods()) {
      if (!Modifier.isStatic(method.getModifiers())) {
        int hash = method.getName().hashCode();
        for (var parameter : method.getParameterTypes()) {
          hash = 31 * hash + parameter.getName().hashCode();
        }
        digest += 31 * hash + method.getReturnType().getName().hashCode();
      }
    }
    return digest;
  }

  private static Terminal proxy(Class<?> terminalClass, InvocationHandler handler) {
    var interfaces = new LinkedHashSet<Class<?>>();
    for (var type = terminalClass; type != null; type = type.getSuperclass()) {
      collect(type.getInterfaces(), interfaces);
    }
    return (Terminal)
        Proxy.newProxyInstance(
            Terminal.class.getClassLoader(), interfaces.toArray(new Class<?>[0]), handler);
  }

  /** Has Java make the class of the proxy, which takes longer than all else before the prompt. */
  static final class Making implements InvocationHandler {
    void make() {
      try {
        proxy(AbstractTerminal.class, this);
      } catch (IllegalArgumentException | LinkageError e) {
        // Then it is made later, or not, which is told then.
        System.getLogger(MeasuredTerminal.class.getName())
            .log(System.Logger.Level.DEBUG, "no class of the terminal yet", e);
      }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) {
      return null;
    }
  }

  /** Returns whether a terminal was wrapped for an instrumentation. */
  static boolean isOf(Terminal terminal, JLineInstrumentation jline) {
    var measured = terminal instanceof Wrapping plain ? plain.observer() : handler(terminal);
    return measured != null && measured.jline == jline;
  }

  /** What {@link PlainTerminal} is, for whom that class is not to be loaded: older JLine. */
  interface Wrapping {
    MeasuredTerminal observer();
  }

  private static @Nullable MeasuredTerminal handler(Terminal terminal) {
    return Proxy.isProxyClass(terminal.getClass())
            && Proxy.getInvocationHandler(terminal) instanceof MeasuredTerminal measured
        ? measured
        : null;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    return switch (method.getName()) {
      // The most used ones without reflection, which takes milliseconds at its sixteenth use.
      case "writer" -> terminal.writer();
      case "getType" -> terminal.getType();
      case "getStringCapability" ->
          terminal.getStringCapability((Capability) requireNonNull(args)[0]);
      case "getNumericCapability" ->
          terminal.getNumericCapability((Capability) requireNonNull(args)[0]);
      case "reader" -> reader();
      case "output" -> output();
      case "flush" -> {
        flush();
        yield null;
      }
      case "enterRawMode" -> {
        lineStarts();
        yield pass(method, args);
      }
      case "setAttributes" -> {
        lineEnds();
        yield pass(method, args);
      }
      case "getSize" -> seen(terminal.getSize());
      case "getBufferSize" -> seen(terminal.getBufferSize());
      case "equals" -> args != null && args.length == 1 && proxy == args[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> pass(method, args);
    };
  }

  void lineStarts() {
    jline.lineStarts();
  }

  /** JLine gives the terminal its old attributes back when it has read a line. */
  void lineEnds() {
    var keystrokes = jline.keystrokes();
    if (keystrokes != null) {
      keystrokes.lineEnded();
    }
  }

  synchronized NonBlockingReader reader() {
    if (reader == null) {
      reader = new MeasuredReader(terminal.reader(), jline);
    }
    return reader;
  }

  synchronized OutputStream output() {
    if (output == null) {
      output = new MeasuredOutput(terminal.output(), this);
    }
    return output;
  }

  void flush() {
    var keystrokes = jline.keystrokes();
    if (keystrokes == null) {
      terminal.flush();
      return;
    }
    var measurement = keystrokes.flushing();
    try {
      terminal.flush();
    } finally {
      keystrokes.flushed(measurement);
    }
  }

  void flush(OutputStream output) throws IOException {
    var keystrokes = jline.keystrokes();
    if (keystrokes == null) {
      output.flush();
      return;
    }
    var measurement = keystrokes.flushing();
    try {
      output.flush();
    } finally {
      keystrokes.flushed(measurement);
    }
  }

  /** Takes note of a size that the editor is told, and returns it. */
  Size seen(Size size) {
    jline.size().set(size.getColumns(), size.getRows());
    return size;
  }

  private @Nullable Object pass(Method method, Object @Nullable [] args) throws Throwable {
    try {
      return method.invoke(terminal, args);
    } catch (InvocationTargetException e) {
      throw e.getCause() != null ? e.getCause() : e;
    }
  }

  private static void collect(Class<?>[] types, Set<Class<?>> into) {
    for (var type : types) {
      if (Modifier.isPublic(type.getModifiers()) && isVisible(type)) {
        into.add(type);
      }
      collect(type.getInterfaces(), into);
    }
  }

  /** Returns whether JLine's class loader knows the type: a proxy can have no other. */
  private static boolean isVisible(Class<?> type) {
    try {
      return Class.forName(type.getName(), false, Terminal.class.getClassLoader()) == type;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
