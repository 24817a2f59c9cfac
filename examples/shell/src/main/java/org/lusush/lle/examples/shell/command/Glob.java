// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * File names by pattern: {@code *} and {@code ?}, with a backslash before what is meant literally.
 */
final class Glob {
  private static final String SPECIAL = "*?\\";

  private Glob() {}

  /**
   * Returns the text with a backslash before everything that a pattern would read as more than
   * itself.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
        escaped.append('\\');
      }
      escaped.append(text.charAt(i));
    }
    return escaped.toString();
  }

  /**
   * Returns the names that match, sorted, spelled like the pattern; none when nothing in it is
   * special.
   */
  static List<String> match(Path directory, String pattern) {
    if (!isActive(pattern)) {
      return List.of();
    }
    boolean absolute = pattern.startsWith("/");
    List<String> found = List.of(absolute ? "/" : "");
    String[] segments = pattern.split("/+", -1);
    try {
      for (int i = absolute ? 1 : 0; i < segments.length; i++) {
        found = step(directory, found, segments[i], i < segments.length - 1);
      }
    } catch (InvalidPathException e) {
      return List.of();
    }
    return found;
  }

  private static List<String> step(
      Path directory, List<String> found, String segment, boolean more) {
    List<String> next = new ArrayList<>();
    for (String prefix : found) {
      List<String> names =
          isActive(segment) ? list(directory.resolve(prefix), segment) : List.of(unescape(segment));
      for (String name : names) {
        Path path = directory.resolve(prefix + name);
        if (more ? Files.isDirectory(path) : Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
          next.add(prefix + name + (more ? "/" : ""));
        }
      }
    }
    return next;
  }

  private static List<String> list(Path directory, String segment) {
    Pattern regex = compile(segment);
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (name.startsWith(".") == segment.startsWith(".") && regex.matcher(name).matches()) {
          names.add(name);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of(); // As in every shell, a directory that cannot be read matches nothing.
    }
    names.sort(null);
    return names;
  }

  private static boolean isActive(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '*' || c == '?') {
        return true;
      }
    }
    return false;
  }

  private static String unescape(String segment) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < segment.length(); i++) {
      if (segment.charAt(i) == '\\' && i + 1 < segment.length()) {
        i++;
      }
      text.append(segment.charAt(i));
    }
    return text.toString();
  }

  private static Pattern compile(String segment) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else {
        if (c == '\\' && i + 1 < segment.length()) {
          c = segment.charAt(++i);
        }
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
