// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lusush.lle.analyzer.model.Printable;

/** Where the report goes: a file, or the console. */
record Destination(Console console, Optional<Path> file) {

  /** Returns whether writing there would destroy one of these files. */
  boolean isOneOf(List<Path> files) {
    return file.isPresent() && files.stream().anyMatch(input -> isSame(input, file.get()));
  }

  private static boolean isSame(Path input, Path output) {
    try {
      return Files.exists(output) && Files.exists(input) && Files.isSameFile(input, output);
    } catch (IOException e) {
      return input.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize());
    }
  }

  /**
   * Writes text, and returns whether all is well; a reader that has seen enough of it is.
   *
   * @param alwaysUtf8 whether the text is UTF-8 whatever the terminal shows
   */
  boolean write(String text, boolean alwaysUtf8) {
    Charset charset = alwaysUtf8 || file.isPresent() ? StandardCharsets.UTF_8 : console.charset();
    byte[] bytes = text.getBytes(charset);
    try {
      if (file.isPresent()) {
        Files.write(file.get(), bytes);
      } else {
        console.out().write(bytes);
        console.out().flush();
      }
      return true;
    } catch (IOException e) {
      return isBrokenPipe(e) || failed(e);
    }
  }

  private boolean failed(IOException e) {
    String where = file.map(f -> Printable.of(f.toString())).orElse("standard output");
    console.say("the report could not be written to " + where + ": " + reason(e));
    return false;
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException failure) {
      String reason = Optional.ofNullable(failure.getReason()).orElse("");
      return reason.isEmpty() ? words(e.getClass().getSimpleName()) : reason;
    }
    return Optional.ofNullable(e.getMessage()).orElse(words(e.getClass().getSimpleName()));
  }

  /** Returns a name such as {@code NoSuchFileException} as words. */
  private static String words(String exception) {
    return exception
        .replaceFirst("Exception$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  private boolean isBrokenPipe(IOException e) {
    String message = Optional.ofNullable(e.getMessage()).orElse("").toLowerCase(Locale.ROOT);
    return file.isEmpty()
        && (message.contains("broken pipe") || message.contains("pipe is being closed"));
  }
}
