// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK of this machine. */
record Jdk(Path home, int feature) {

  private static final Path ALL = Path.of("/usr/lib/jvm");
  private static final int OLDEST = 17;

  /** Returns the one that runs this. */
  static Jdk current() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** Returns the newest of another version that is installed where they usually are. */
  static Optional<Jdk> other() {
    if (!Files.isDirectory(ALL)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(ALL)) {
      return homes
          .filter(home -> Files.isExecutable(home.resolve("bin/jcmd")))
          .map(home -> new Jdk(home, featureOf(home)))
          .filter(jdk -> jdk.feature >= OLDEST && jdk.feature != current().feature)
          .max(Comparator.comparingInt(Jdk::feature));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int featureOf(Path home) {
    var release = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
      var version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
      return Runtime.Version.parse(version).feature();
    } catch (IOException | IllegalArgumentException e) {
      return 0;
    }
  }

  String tool(String name) {
    return home.resolve("bin").resolve(name).toString();
  }
}
