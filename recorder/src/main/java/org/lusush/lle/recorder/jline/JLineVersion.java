// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jline.reader.LineReader;

/** The version of the JLine that is in use. */
final class JLineVersion {

  private static final String UNKNOWN = "of unknown version";
  private static final String[] POMS = {
    "/META-INF/maven/org.jline/jline-reader/pom.properties",
    "/META-INF/maven/org.jline/jline/pom.properties"
  };

  private JLineVersion() {}

  static String get() {
    var manifest = LineReader.class.getPackage().getImplementationVersion();
    if (manifest != null) {
      return manifest;
    }
    for (var pom : POMS) {
      try (var in = LineReader.class.getResourceAsStream(pom)) {
        if (in != null) {
          var properties = new Properties();
          properties.load(in);
          return properties.getProperty("version", UNKNOWN);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return UNKNOWN;
  }
}
