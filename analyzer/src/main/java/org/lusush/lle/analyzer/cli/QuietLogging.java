// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Keeps quiet JMC's parser, which warns of every chunk of a newer JDK; others log as ever. Made by
 * the log manager itself, once something logs: most runs never do, and to set it up takes long.
 */
public final class QuietLogging {

  private static final String CLASS = "java.util.logging.config.class";
  private static final String FILE = "java.util.logging.config.file";

  private static final String CONFIGURATION =
      """
      handlers = java.util.logging.ConsoleHandler
      .level = INFO
      org.openjdk.jmc.level = OFF
      """;

  /** Configures the log manager. */
  public QuietLogging() throws IOException {
    byte[] bytes = CONFIGURATION.getBytes(StandardCharsets.ISO_8859_1);
    LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(bytes));
  }

  /** Has the log manager of this process make one, unless the user has another wish. */
  static void install() {
    if (System.getProperty(CLASS) == null && System.getProperty(FILE) == null) {
      System.setProperty(CLASS, QuietLogging.class.getName());
    }
  }
}
