// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.monitor.KeystrokeTracker;

/**
 * A terminal that passes everything on, and tells of reads, flushes and the end of a line.
 *
 * <p>A proxy, because {@code Terminal} differs between versions of JLine.
 */
final class MeasuredTerminal implements InvocationHandler {

  private final Terminal terminal;
  private final KeystrokeTracker keystrokes;
  private @Nullable NonBlockingReader reader;

  private MeasuredTerminal(Terminal terminal, KeystrokeTracker keystrokes) {
    this.terminal = terminal;
    this.keystrokes = keystrokes;
  }

  static Terminal wrap(Terminal terminal, KeystrokeTracker keystrokes) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    for (Class<?> type = terminal.getClass(); type != null; type = type.getSuperclass()) {
      collect(type.getInterfaces(), interfaces);
    }
    return (Terminal)
        Proxy.newProxyInstance(
            Terminal.class.getClassLoader(),
            interfaces.toArray(Class<?>[]::new),
            new MeasuredTerminal(terminal, keystrokes));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    return switch (method.getName()) {
      case "reader" -> reader();
      case "flush" -> flush(method);
      case "setAttributes" -> {
        // JLine gives the terminal its old attributes back when it has read a line.
        keystrokes.lineEnded();
        yield pass(method, args);
      }
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

  private @Nullable Object pass(Method method, Object @Nullable [] args) throws Throwable {
    try {
      return method.invoke(terminal, args);
    } catch (InvocationTargetException e) {
      throw e.getCause() != null ? e.getCause() : e;
    }
  }

  private static void collect(Class<?>[] types, Set<Class<?>> into) {
    for (var type : types) {
      if (Modifier.isPublic(type.getModifiers())) {
        into.add(type);
      }
      collect(type.getInterfaces(), into);
    }
  }
}
