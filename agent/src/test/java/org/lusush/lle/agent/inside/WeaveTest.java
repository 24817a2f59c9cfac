// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

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
        var complaints = new StringWriter();

        CheckClassAdapter.verify(
            new ClassReader(outcome.bytes()), loader, false, new PrintWriter(complaints));

        assertThat(complaints.toString()).isEmpty();
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

  private static byte[] bytes(Path jar, String simple) throws IOException {
    try (var file = new JarFile(jar.toFile());
        var in = file.getInputStream(file.getJarEntry(PREFIX + simple + ".class"))) {
      return in.readAllBytes();
    }
  }
}
