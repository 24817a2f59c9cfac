// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * The probes of this package in a jar of their own, until this process ends.
 *
 * <p>The jar that they come from names those of all the peers in its manifest, and a JVM opens
 * every one of them as soon as anything looks for a service: that is no start of a small shell.
 */
final class ProbeJar {

  private static final String PACKAGE =
      ProbeJar.class.getPackageName().replace('.', '/').concat("/");

  private static final Path PATH = make();

  private ProbeJar() {}

  /** Returns the jar, or the folder of classes where they come from one. */
  static Path path() {
    return PATH;
  }

  private static Path make() {
    var source =
        Path.of(
            URI.create(
                ProbeJar.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    if (Files.isDirectory(source)) {
      return source;
    }
    try {
      var made = Files.createTempFile("lle-probes", ".jar");
      made.toFile().deleteOnExit();
      copy(source, made);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("no jar of the probes can be made: " + e.getMessage(), e);
    }
  }

  private static void copy(Path source, Path made) throws IOException {
    try (var from = new JarFile(source.toFile());
        var to = new JarOutputStream(Files.newOutputStream(made))) {
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
