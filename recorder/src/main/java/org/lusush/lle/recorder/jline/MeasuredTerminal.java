// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.monitor.KeystrokeTracker;

/**
 * A terminal that passes everything on, and tells of reads, flushes, and the start and end of a
 * line.
 *
 * <p>A proxy, because {@code Terminal} differs between versions of JLine.
 */
final class MeasuredTerminal implements InvocationHandler {

  private final Terminal terminal;
  private final KeystrokeTracker keystrokes;
  private final ScreenSize size;
  private volatile Runnable beforeLine = () -> {};
  private @Nullable NonBlockingReader reader;

  private MeasuredTerminal(Terminal terminal, KeystrokeTracker keystrokes, ScreenSize size) {
    this.terminal = terminal;
    this.keystrokes = keystrokes;
    this.size = size;
  }

  static Terminal wrap(Terminal terminal, KeystrokeTracker keystrokes, ScreenSize size) {
    var interfaces = new LinkedHashSet<Class<?>>();
    for (Class<?> type = terminal.getClass(); type != null; type = type.getSuperclass()) {
      collect(type.getInterfaces(), interfaces);
    }
    return (Terminal)
        Proxy.newProxyInstance(
            Terminal.class.getClassLoader(),
            interfaces.toArray(Class<?>[]::new),
            new MeasuredTerminal(terminal, keystrokes, size));
  }

  /**
   * Returns what is behind a wrapped terminal, or empty for one that these keystrokes are not of.
   */
  static Optional<MeasuredTerminal> of(Terminal terminal, KeystrokeTracker keystrokes) {
    return Proxy.isProxyClass(terminal.getClass())
            && Proxy.getInvocationHandler(terminal) instanceof MeasuredTerminal measured
            && measured.keystrokes == keystrokes
        ? Optional.of(measured)
        : Optional.empty();
  }

  /** States what to do when the terminal is made ready to read a line, on the reading thread. */
  void beforeLine(Runnable action) {
    beforeLine = action;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    return switch (method.getName()) {
      case "reader" -> reader();
      case "flush" -> flush(method);
      case "enterRawMode" -> {
        beforeLine.run();
        yield pass(method, args);
      }
      case "setAttributes" -> {
        // JLine gives the terminal its old attributes back when it has read a line.
        keystrokes.lineEnded();
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
      reader = new MeasuredReader(terminal.reader(), keystrokes);
    }
    return reader;
  }

  private @Nullable Object flush(Method method) throws Throwable {
    var measurement = keystrokes.flushing();
    try {
      return pass(method, null);
    } finally {
      keystrokes.flushed(measurement);
    }
  }

  private @Nullable Object seen(@Nullable Object seen) {
    if (seen instanceof Size s) {
      size.set(s.getColumns(), s.getRows());
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
