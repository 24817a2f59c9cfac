// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters: {@code -javaagent:lle-agent.jar[=OPTIONS]}, or an attachment to a shell
 * that runs already.
 *
 * <p>Everything else is hidden in a class loader of its own, so that it cannot be mistaken for a
 * class of the shell's. Nothing here ever throws into the shell, or writes to its terminal: what
 * became of it stands in the system property {@value #STATUS}.
 */
public final class Agent {

  /** System property that says what the agent did, or why it did not, for people. */
  public static final String STATUS = "lle.agent.status";

  private static final String ENTRY = "org.lusush.lle.agent.inside.Entry";

  private static @Nullable Class<?> entry;

  private Agent() {}

  /** Called before the shell's main method. */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    enter("start", options, instrumentation);
  }

  /** Called when attached to a JVM that runs. */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    enter("attach", options, instrumentation);
  }

  private static synchronized void enter(
      String how, @Nullable String options, Instrumentation instrumentation) {
    try {
      entry()
          .getMethod(how, String.class, Instrumentation.class)
          .invoke(null, options == null ? "" : options, instrumentation);
    } catch (InvocationTargetException e) {
      failed(e.getCause() == null ? e : e.getCause());
    } catch (ReflectiveOperationException
        | IOException
        | URISyntaxException
        | RuntimeException
        | LinkageError e) {
      failed(e);
    }
  }

  private static Class<?> entry()
      throws IOException, URISyntaxException, ReflectiveOperationException {
    var found = entry;
    if (found == null) {
      var jar = Agent.class.getProtectionDomain().getCodeSource().getLocation();
      found = Class.forName(ENTRY, true, new InsideLoader(Path.of(jar.toURI())));
      entry = found;
    }
    return found;
  }

  private static void failed(Throwable problem) {
    try {
      System.setProperty(STATUS, "failed: " + problem);
    } catch (RuntimeException e) {
      // A security manager that allows not even this: there is nobody left to tell.
      return;
    }
  }
}
