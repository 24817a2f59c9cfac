// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The probes of this package in a jar of their own, until this process ends.
 *
 * <p>The jar that they come from names those of all the peers in its manifest, and a JVM opens
 * every one of them as soon as anything looks for a service: that is no start of a small shell.
 */
final class ProbeJar {

  private static final String PACKAGE =
      ProbeJar.class.getPackageName().replace('.', '/').concat("/");

  private static @Nullable Path made;

  private ProbeJar() {}

  /**
   * Returns the jar, or the folder of classes where they come from one.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  static synchronized Path path() {
    var path = made;
    if (path == null) {
      path = make();
      made = path;
    }
    return path;
  }

  private static Path make() {
    var source = ClassPath.entryOf(ProbeJar.class);
    if (Files.isDirectory(source)) {
      return source;
    }
    try {
      var jar = Files.createTempFile("lle-probes", ".jar");
      jar.toFile().deleteOnExit();
      copy(source, jar);
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException("no jar of the probes can be made: " + e.getMessage(), e);
    }
  }

  private static void copy(Path source, Path jar) throws IOException {
    try (var from = new JarFile(source.toFile());
        var to = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var entry :
          from.stream().filter(entry -> entry.getName().startsWith(PACKAGE)).toList()) {
        to.putNextEntry(new JarEntry(entry.getName()));
        try (var bytes = from.getInputStream(entry)) {
          bytes.transferTo(to);
        }
        to.closeEntry();
      }
    }
  }
}
