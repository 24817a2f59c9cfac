// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jline.nativ.JLineNativeLoader;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jspecify.annotations.NonNull;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.examples.shell.Main;
import org.lusush.lle.recorder.EditorRecorder;

/**
 * The class path of a probe, which is that of a small shell: the program, a library of its own, and
 * what a recorder needs. The peers would only be in the way.
 */
final class ClassPath {

  private static final List<Class<?>> ONE_OF_EACH =
      List.of(
          NonNull.class,
          EditorRecorder.class,
          OperationType.class,
          Histogram.class,
          Caffeine.class,
          Main.class,
          LineReader.class,
          Terminal.class,
          JniTerminalProvider.class,
          JLineNativeLoader.class);

  private ClassPath() {}

  static String ofShell() {
    return entries().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns whether it can be archived: folders cannot. */
  static boolean isOfJars() {
    return entries().allMatch(entry -> entry.toString().endsWith(".jar"));
  }

  private static Stream<Path> entries() {
    var libraries = ONE_OF_EACH.stream().map(ClassPath::entryOf).distinct();
    return Stream.concat(libraries, Stream.of(ProbeJar.path()));
  }

  /** Returns the jar or folder of this process that a class comes from. */
  static Path entryOf(Class<?> type) {
    var location = type.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(location.toString()));
  }
}
