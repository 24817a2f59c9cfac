// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jline.utils.Levenshtein;

/** Every name that can stand at the start of a command, and what it means. */
public record Commands(ShellState state, SortedMap<String, Builtin> builtins, CommandIndex index) {

  private static final int LONG_NAME = 8;

  /** What a name means. */
  public enum Kind {
    ALIAS,
    BUILTIN,
    PROGRAM,
    UNKNOWN
  }

  /** Returns what a name means, in the order in which the shell looks. */
  public Kind kindOf(String name) {
    if (state.aliases().containsKey(name)) {
      return Kind.ALIAS;
    }
    if (builtins.containsKey(name)) {
      return Kind.BUILTIN;
    }
    return isProgram(name) ? Kind.PROGRAM : Kind.UNKNOWN;
  }

  private boolean isProgram(String name) {
    if (name.indexOf('/') < 0) {
      return index.contains(name);
    }
    try {
      Path path = state.resolve(name);
      return Files.isExecutable(path) && Files.isRegularFile(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Returns the known name nearest to a mistyped one, if one is near enough. */
  public Optional<String> nearest(String mistyped) {
    int limit = mistyped.length() < LONG_NAME ? 1 : 2;
    String wanted = mistyped.toLowerCase(Locale.ROOT);
    return Stream.of(builtins.keySet(), state.aliases().keySet(), index.names())
        .flatMap(names -> names.stream())
        .filter(name -> Math.abs(name.length() - wanted.length()) <= limit)
        .map(name -> new Near(name, Levenshtein.distance(wanted, name)))
        .filter(near -> near.distance() <= limit && near.distance() < mistyped.length())
        .min(
            Comparator.comparingInt(Near::distance)
                .thenComparing(near -> !isAnagram(wanted, near.name()))
                .thenComparingInt(near -> -commonPrefix(wanted, near.name()))
                .thenComparing(Near::name))
        .map(Near::name);
  }

  private static int commonPrefix(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  private static boolean isAnagram(String a, String b) {
    return Arrays.equals(a.chars().sorted().toArray(), b.chars().sorted().toArray());
  }

  private record Near(String name, int distance) {}
}
