// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options and subcommands of some programs, from a table of sections and their words. */
final class OptionTable {
  private final Map<String, List<Entry>> sections;

  private OptionTable(Map<String, List<Entry>> sections) {
    this.sections = sections;
  }

  /** An option or a subcommand. */
  record Entry(String word, String description) {
    boolean isOption() {
      return word.startsWith("-");
    }
  }

  static OptionTable shipped() {
    return parse(Resources.lines("options.txt"));
  }

  static OptionTable parse(List<String> lines) {
    Map<String, List<Entry>> sections = new LinkedHashMap<>();
    List<Entry> section = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("[")) {
        section =
            sections.computeIfAbsent(
                line.substring(1, line.indexOf(']')), name -> new ArrayList<>());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.strip().split("\\s+", 2);
        section.add(new Entry(columns[0], columns.length > 1 ? columns[1] : ""));
      }
    }
    return new OptionTable(sections);
  }

  Stream<Entry> options(String program, @Nullable String subcommand) {
    List<Entry> own = sections.get(program + " " + subcommand);
    return (own != null ? own : of(program)).stream().filter(Entry::isOption);
  }

  Stream<Entry> subcommands(String program) {
    return of(program).stream().filter(entry -> !entry.isOption());
  }

  boolean hasSubcommands(String program) {
    return subcommands(program).findAny().isPresent();
  }

  private List<Entry> of(String program) {
    return sections.getOrDefault(program, List.of());
  }
}
