// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;

/** What the agent does when it enters a JVM, leaves it, or enters again. */
public final class Entry {

  private static final String OWN_RECORDER = "org.lusush.lle.recorder.EditorRecorder";

  private static final Status STATUS = new Status();
  private static @Nullable Weaver weaver;
  private static @Nullable Observer observer;
  private static @Nullable Bridge bridge;

  private Entry() {}

  // No lambda on the way to the shell's main method: the first of a process takes milliseconds.

  /** Enters before the shell's main method: JLine is woven when the shell loads it. */
  public static synchronized void start(String options, Instrumentation instrumentation) {
    try {
      var parsed = Options.parse(options);
      if (weaver == null) { // else the JVM was told of one agent twice
        var preparation = Preparation.of(System.getProperty("sun.java.command", ""));
        preparation.start();
        weave(parsed, instrumentation, preparation);
      }
    } catch (RuntimeException | LinkageError e) {
      failed(e);
    }
  }

  /** Enters, or leaves, a shell that runs. */
  public static synchronized void attach(String text, Instrumentation instrumentation) {
    try {
      var options = Options.parse(text);
      if (options.detach()) {
        unweave(instrumentation);
      } else if (weaver != null) {
        STATUS.say("again", "attached already; nothing was done");
      } else {
        weave(options, instrumentation, null);
        weaveLoaded(instrumentation);
      }
    } catch (RuntimeException | LinkageError e) {
      failed(e);
    }
  }

  private static void failed(Throwable problem) {
    STATUS.only("failed: " + (problem.getMessage() == null ? problem : problem.getMessage()));
  }

  private static void weave(
      Options options, Instrumentation instrumentation, @Nullable Preparation preparation) {
    var found = new FirstFound(options, instrumentation);
    var made = new Weaver(options.prefix(), found, STATUS, preparation);
    instrumentation.addTransformer(made, true);
    weaver = made;
    STATUS.only("no JLine has been loaded so far; it will be observed when it is");
  }

  /** JLine was found: from now on there is something to observe. */
  private static synchronized void observe(Options options, Instrumentation instrumentation) {
    if (hasOwnRecorder(instrumentation)) {
      throw new IllegalStateException("the shell has a recorder of its own");
    }
    try {
      var built = Bridge.build(instrumentation);
      var name = options.name().orElseGet(ShellName::ofThisProcess);
      var recorder = EditorRecorder.start(RecorderConfig.of(name));
      var made = new Observer(recorder, type -> open(type, instrumentation), options.redraw());
      built.connect(Privileges.areChecked() ? new PrivilegedHooks(made) : made);
      bridge = built;
      observer = made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM does not let a class be added: " + e, e);
    }
  }

  /** Lets the agent call public methods of a class whose module does not export them. */
  private static void open(Class<?> type, Instrumentation instrumentation) {
    if (type.getModule().isNamed()) {
      instrumentation.redefineModule(
          type.getModule(),
          Set.of(),
          Map.of(type.getPackageName(), Set.of(Entry.class.getModule())),
          Map.of(),
          Set.of(),
          Map.of());
    }
  }

  /** Begins to observe. */
  private record FirstFound(Options options, Instrumentation instrumentation) implements Runnable {
    @Override
    public void run() {
      observe(options, instrumentation);
    }
  }

  private static void weaveLoaded(Instrumentation instrumentation) {
    retransform(instrumentation);
    if (observer != null) {
      try {
        // A shell that runs has its prompt already, and who attaches may record right after.
        observer.recorder().awaitListening();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void unweave(Instrumentation instrumentation) {
    var woven = weaver;
    if (woven == null) {
      STATUS.only("not attached; nothing was done");
      return;
    }
    woven.restore();
    try {
      if (bridge != null) {
        bridge.disconnect();
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      retransform(instrumentation);
      instrumentation.removeTransformer(woven);
      if (observer != null) {
        observer.close();
      }
      weaver = null;
      observer = null;
      bridge = null;
    }
    STATUS.only("detached; JLine is as it was");
  }

  private static void retransform(Instrumentation instrumentation) {
    for (var type : classesOfJLine(instrumentation)) {
      try {
        instrumentation.retransformClasses(type);
      } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
        STATUS.say(type, "left as it was: " + type.getName() + ": " + e);
      }
    }
  }

  private static List<Class<?>> classesOfJLine(Instrumentation instrumentation) {
    var found = new ArrayList<Class<?>>();
    var current = weaver;
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (current != null && current.prefixOf(type.getName().replace('.', '/')).isPresent()) {
        found.add(type);
      }
    }
    return found;
  }

  private static boolean hasOwnRecorder(Instrumentation instrumentation) {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getName().equals(OWN_RECORDER) && type != EditorRecorder.class) {
        return true;
      }
    }
    return false;
  }
}
