// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

final class WeaveTest {

  private static final Path JLINES = Path.of(System.getProperty("lle.test.jlines"));
  private static final String PREFIX = "org/jline/";
  private static final List<String> CLASSES = List.of(Site.READER, Site.KEYS, Site.DISPLAY);

  static Stream<Path> jlines() throws IOException {
    try (var files = Files.list(JLINES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("jline-"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("jlines")
  void of_everyVersion_findsEveryPoint(Path jar) throws IOException {
    for (var simple : CLASSES) {
      var outcome = Weave.of(bytes(jar, simple), PREFIX, simple);

      assertThat(outcome.found()).isNotEmpty();
      assertThat(outcome.missing()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("jlines")
  void of_everyVersion_isVerified(Path jar) throws IOException {
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      for (var simple : CLASSES) {
        var outcome = Weave.of(bytes(jar, simple), PREFIX, simple);

        assertThat(complaints(outcome.bytes(), loader)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jlines")
  void of_tracedByOthersAfterwards_isVerified(Path jar) throws IOException {
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      for (var simple : CLASSES) {
        var woven = Weave.of(bytes(jar, simple), PREFIX, simple).bytes();

        assertThat(complaints(traced(woven, simple, loader), loader)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jlines")
  void of_tracedByOthersBefore_findsEveryPointAndIsVerified(Path jar) throws IOException {
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      for (var simple : CLASSES) {
        var outcome = Weave.of(traced(bytes(jar, simple), simple, loader), PREFIX, simple);

        assertThat(outcome.missing()).isEmpty();
        assertThat(complaints(outcome.bytes(), loader)).isEmpty();
      }
    }
  }

  /** Does to a class what tracing agents do: all of each method is in a handler of theirs. */
  private static byte[] traced(byte[] bytes, String simple, ClassLoader loader) {
    var name = (PREFIX + simple).replace('/', '.');
    var locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, bytes), ClassFileLocator.ForClassLoader.of(loader));
    return new ByteBuddy()
        .redefine(TypePool.Default.of(locator).describe(name).resolve(), locator)
        .visit(Advice.to(Tracing.class).on(isMethod()))
        .make()
        .getBytes();
  }

  private static final class Tracing {
    @Advice.OnMethodEnter
    static long entered() {
      return System.nanoTime();
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void left(@Advice.Enter long entered, @Advice.Thrown Throwable thrown) {
      if (thrown != null && System.nanoTime() < entered) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void jlines_areThere() throws IOException {
    assertThat(jlines()).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void of_classWithoutTheCalls_findsNothing() throws IOException {
    try (var in = WeaveTest.class.getResourceAsStream("WeaveTest.class")) {
      var outcome = Weave.of(in.readAllBytes(), PREFIX, Site.DISPLAY);

      assertThat(outcome.found()).isEmpty();
      assertThat(outcome.missing()).isNotEmpty();
    }
  }

  /** Returns what the JVM would say of a class. */
  private static String complaints(byte[] bytes, ClassLoader loader) {
    var complaints = new StringWriter();
    CheckClassAdapter.verify(new ClassReader(bytes), loader, false, new PrintWriter(complaints));
    return complaints.toString();
  }

  private static byte[] bytes(Path jar, String simple) throws IOException {
    try (var file = new JarFile(jar.toFile());
        var in = file.getInputStream(file.getJarEntry(PREFIX + simple + ".class"))) {
      return in.readAllBytes();
    }
  }
}
