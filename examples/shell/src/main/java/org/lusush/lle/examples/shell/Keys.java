// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.InputRC;
import org.lusush.lle.examples.shell.line.Resources;

/** Reads key bindings from files in the manner of readline's inputrc. */
final class Keys {
  private Keys() {}

  static void readShipped(LineReader reader) throws IOException {
    InputRC.configure(reader, Resources.open("inputrc"));
  }

  /**
   * Reads a user's file; what is right in it counts. Returns a sentence about what is wrong, if
   * anything is.
   */
  static Optional<String> read(LineReader reader, Path file) {
    Set<String> before = boundWidgets(reader);
    Problems problems = new Problems();
    try (InputStream stream = Files.newInputStream(file)) {
      problems.listen();
      InputRC.configure(reader, stream);
    } catch (NoSuchFileException e) {
      return Optional.of("The key file " + file + " is not there; the usual keys are used.");
    } catch (IOException | RuntimeException e) {
      return Optional.of("The key file " + file + " cannot be read; the usual keys are used.");
    } finally {
      problems.stop();
    }
    return problems.count > 0
        ? Optional.of("In the key file " + file + " " + problems.sentence())
        : unknownWidget(reader, file, before);
  }

  private static Optional<String> unknownWidget(LineReader reader, Path file, Set<String> before) {
    return boundWidgets(reader).stream()
        .filter(name -> !before.contains(name) && !reader.getWidgets().containsKey(name))
        .sorted()
        .findFirst()
        .map(
            name -> "The key file " + file + " binds a key to " + name + ", which does not exist.");
  }

  private static Set<String> boundWidgets(LineReader reader) {
    return reader.getKeyMaps().values().stream()
        .flatMap(keys -> keys.getBoundKeys().values().stream())
        .filter(binding -> binding instanceof Reference)
        .map(binding -> ((Reference) binding).name())
        .collect(Collectors.toSet());
  }

  /** Counts what JLine would only log. */
  private static final class Problems extends Handler {
    private final Logger logger = Logger.getLogger("org.jline");
    private final Level level = logger.getLevel();
    private int count;

    void listen() {
      logger.setLevel(Level.WARNING);
      logger.setUseParentHandlers(false);
      logger.addHandler(this);
    }

    void stop() {
      logger.removeHandler(this);
      logger.setLevel(level);
      logger.setUseParentHandlers(true);
    }

    String sentence() {
      return count == 1 ? "one line was not understood." : count + " lines were not understood.";
    }

    @Override
    public void publish(LogRecord problem) {
      count++;
    }

    @Override
    public void flush() {
      // Nothing is kept back.
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
