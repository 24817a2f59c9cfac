// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data files that come with the shell. */
public final class Resources {
  private static final String FOLDER = "/org/lusush/lle/examples/shell/";

  private Resources() {}

  /** Returns the lines of a shipped file. */
  static List<String> lines(String name) {
    try (InputStream stream = open(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the {@code name = value} lines of a shipped file, in order. */
  public static Map<String, String> pairs(String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String line : lines(name)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        pairs.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    return pairs;
  }

  /**
   * Opens a shipped file.
   *
   * @throws FileNotFoundException when the shell was packed without it
   */
  public static InputStream open(String name) throws FileNotFoundException {
    InputStream stream = Resources.class.getResourceAsStream(FOLDER + name);
    if (stream == null) {
      throw new FileNotFoundException(FOLDER + name);
    }
    return stream;
  }
}
