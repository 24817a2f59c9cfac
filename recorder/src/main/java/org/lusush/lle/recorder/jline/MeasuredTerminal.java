// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.AbstractTerminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * A terminal that passes everything on, and tells of reads, flushes, and the start and end of a
 * line.
 *
 * <p>A proxy, because {@code Terminal} differs between versions of JLine.
 */
final class MeasuredTerminal implements InvocationHandler {

  private final Terminal terminal;
  private final JLineInstrumentation jline;
  private @Nullable NonBlockingReader reader;

  private MeasuredTerminal(Terminal terminal, JLineInstrumentation jline) {
    this.terminal = terminal;
    this.jline = jline;
  }

  static Terminal wrap(Terminal terminal, JLineInstrumentation jline) {
    return proxy(terminal.getClass(), new MeasuredTerminal(terminal, jline));
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

  /**
   * Has Java make the class of the wrapped terminal, which takes longer than all else before the
   * first prompt, while the shell still makes the terminal.
   */
  static final class Making extends Thread implements InvocationHandler {
    Making() {
      super("lle-terminal");
      setDaemon(true);
    }

    @Override
    public void run() {
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
    return Proxy.isProxyClass(terminal.getClass())
        && Proxy.getInvocationHandler(terminal) instanceof MeasuredTerminal measured
        && measured.jline == jline;
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
      case "flush" -> {
        flush();
        yield null;
      }
      case "enterRawMode" -> {
        jline.lineStarts();
        yield pass(method, args);
      }
      case "setAttributes" -> {
        // JLine gives the terminal its old attributes back when it has read a line.
        var keystrokes = jline.keystrokes();
        if (keystrokes != null) {
          keystrokes.lineEnded();
        }
        yield pass(method, args);
      }
      case "getSize", "getBufferSize" -> seen(pass(method, args));
      case "equals" -> args != null && args.length == 1 && proxy == args[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> pass(method, args);
    };
  }

  private synchronized NonBlockingReader reader() {
    if (reader == null) {
      reader = new MeasuredReader(terminal.reader(), jline);
    }
    return reader;
  }

  private void flush() {
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

  private @Nullable Object seen(@Nullable Object seen) {
    if (seen instanceof Size s) {
      jline.size().set(s.getColumns(), s.getRows());
    }
    return seen;
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
