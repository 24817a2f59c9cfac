// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarFile;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;

/**
 * The example shell with commands that are slow on purpose, each for one reason: Ctrl-X and the
 * first letter of its name. What they wait for comes from threads of their own. Each says how much
 * time its reason took, for on a loaded machine much else can take time, too.
 */
public final class PlantedShell {

  /** Something that may fail, and returns how many nanoseconds of what was planted it took. */
  @FunctionalInterface
  private interface Work {
    long run() throws Exception;
  }

  /** Something that may fail. */
  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  private static final String PREFIX = "planted-";
  private static final long DELAY_MILLIS = 30;
  private static final long BUSY_NANOS = 50_000_000;
  private static final int CLASSES = 300;
  private static final int FAILURES_AT_ONCE = 50;
  private static final int LIVE_OBJECTS = 1_500_000;

  private final ExecutorService others =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "planted");
            thread.setDaemon(true);
            return thread;
          });
  private final Object lock = new Object();
  private final RandomAccessFile pipe;
  private final Socket near;
  private final Socket far;
  private final List<Object> live = new ArrayList<>();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long spun;

  private PlantedShell() throws IOException, InterruptedException {
    var file = Files.createTempDirectory("planted").resolve("pipe");
    new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
    pipe = new RandomAccessFile(file.toFile(), "rw");
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      near = new Socket(server.getInetAddress(), server.getLocalPort());
      far = server.accept();
    }
    for (int i = 0; i < LIVE_OBJECTS; i++) {
      live.add(new long[] {i});
    }
  }

  public static void main(String... arguments) throws Exception {
    var planted = new PlantedShell();
    System.exit(Main.run(options -> new Planted(Flight.start(), planted), arguments));
  }

  private record Planted(Flight flight, PlantedShell planted) implements Instrumentation {

    @Override
    public Terminal terminal(Terminal terminal) {
      return flight.terminal(terminal);
    }

    @Override
    public LineReader reader(LineReader reader) {
      planted.plantIn(reader);
      return flight.reader(reader);
    }
  }

  private void plantIn(LineReader reader) {
    plant(reader, "sleep", () -> timed(() -> TimeUnit.MILLISECONDS.sleep(DELAY_MILLIS)));
    plant(reader, "lock", this::awaitLock);
    plant(
        reader,
        "park",
        () -> timed(() -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(DELAY_MILLIS))));
    plant(reader, "file", this::readSlowly);
    plant(reader, "network", this::askSlowly);
    plant(reader, "garbage", PlantedShell::collectGarbage);
    plant(reader, "classes", this::loadClasses);
    plant(reader, "busy", this::compute);
    plant(reader, "exceptions", this::throwMany);
  }

  private static long timed(Step step) throws Exception {
    long start = System.nanoTime();
    step.run();
    return System.nanoTime() - start;
  }

  private static void plant(LineReader reader, String name, Work work) {
    reader
        .getWidgets()
        .put(
            PREFIX + name,
            () -> {
              var event = new PlantedEvent();
              event.begin();
              try {
                event.nanos = work.run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
              event.commit();
              return true;
            });
    reader
        .getKeyMaps()
        .get(LineReader.MAIN)
        .bind(new Reference(PREFIX + name), "\u0018" + name.charAt(0));
  }

  private long awaitLock() throws Exception {
    var held = new Semaphore(0);
    others.execute(
        () -> {
          synchronized (lock) {
            held.release();
            pause();
          }
        });
    held.acquire();
    return timed(
        () -> {
          synchronized (lock) {
            spun++;
          }
        });
  }

  private long readSlowly() throws Exception {
    others.execute(
        () -> {
          pause();
          try {
            pipe.write(1);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return timed(this::takeFromPipe);
  }

  private void takeFromPipe() throws IOException {
    spun += pipe.read();
  }

  private long askSlowly() throws Exception {
    others.execute(
        () -> {
          pause();
          try {
            far.getOutputStream().write(1);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return timed(() -> spun += near.getInputStream().read());
  }

  /** What the collector itself says; a thread that asks for it may wait long for its turn. */
  private static long collectGarbage() {
    long before = collectionMillis();
    System.gc();
    return TimeUnit.MILLISECONDS.toNanos(collectionMillis() - before);
  }

  private static long collectionMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
        .sum();
  }

  /** Loads classes that are there already, once more, by a loader of their own. */
  private long loadClasses() throws Exception {
    var jar =
        Path.of(LineReader.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (var loader = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
        var names = new JarFile(jar.toFile())) {
      var classes =
          names.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith("org/jline/") && name.endsWith(".class"))
              .sorted()
              .limit(CLASSES)
              .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
              .toList();
      return timed(
          () -> {
            for (var name : classes) {
              Class.forName(name, false, loader);
            }
          });
    }
  }

  private static URL[] jars() throws IOException {
    List<URL> jars = new ArrayList<>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.contains("jline")) {
        jars.add(Path.of(entry).toUri().toURL());
      }
    }
    return jars.toArray(URL[]::new);
  }

  /** Works for as much time of a processor, however long that takes. */
  private long compute() {
    long start = threads.getCurrentThreadCpuTime();
    long spent = 0;
    while (spent < BUSY_NANOS) {
      spun = mixed(spun);
      spent = threads.getCurrentThreadCpuTime() - start;
    }
    return spent;
  }

  /** Fails for as much time of a processor, one time after the other. */
  private long throwMany() {
    long start = threads.getCurrentThreadCpuTime();
    long spent = 0;
    while (spent < BUSY_NANOS) {
      for (int i = 0; i < FAILURES_AT_ONCE; i++) {
        try {
          spun += Integer.parseInt("none");
        } catch (NumberFormatException e) {
          spun++;
        }
      }
      spent = threads.getCurrentThreadCpuTime() - start;
    }
    return spent;
  }

  private static long mixed(long seed) {
    long mixed = seed;
    for (int i = 0; i < 100_000; i++) {
      mixed = mixed * 31 + (mixed >>> 7) + i;
    }
    return mixed;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(DELAY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
