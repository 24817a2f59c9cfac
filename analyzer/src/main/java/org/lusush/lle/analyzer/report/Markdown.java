// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.Printable;

/** Collects a text in GitHub's Markdown. Not thread-safe. */
public final class Markdown {

  /** What could be markup, a link, a mention or a reference to an issue. */
  private static final String MARKUP = "\\`*_{}[]<>()#|~@&!$:";

  private static final int NAME = 60;

  private final StringBuilder text = new StringBuilder();

  /** Returns text from a recording as plain text whatever is in it. */
  public static String text(String value) {
    var result = new StringBuilder();
    Printable.safe(value)
        .codePoints()
        .forEach(
            c -> {
              if (MARKUP.indexOf(c) >= 0) {
                result.append("&#").append(c).append(';');
              } else {
                result.appendCodePoint(c);
              }
            });
    return result.toString().replace("www.", "www&#46;");
  }

  /** Returns a name from a recording as code, which is never markup. */
  public static String code(String name) {
    String safe = Width.cut(Printable.of(name), NAME).replace('`', '\'').strip();
    return safe.isEmpty() ? "-" : "`" + safe.replace("|", "\\|") + "`";
  }

  /** Adds a line that is Markdown already. */
  public Markdown line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** Adds an empty line. */
  public Markdown blank() {
    return line("");
  }

  /** Adds the head of a table; a title that ends with a colon stands to the right. */
  public Markdown head(String... titles) {
    row(Arrays.stream(titles).map(title -> title.replaceAll(":$", "")).toArray(String[]::new));
    return row(
        Arrays.stream(titles)
            .map(title -> title.endsWith(":") ? "---:" : "---")
            .toArray(String[]::new));
  }

  /** Adds a row of cells that are Markdown already. */
  public Markdown row(String... cells) {
    return line(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |")));
  }

  /** Begins a part that is folded away until somebody opens it. */
  Markdown fold(String title) {
    return blank().line("<details><summary>" + title + "</summary>").blank();
  }

  Markdown endFold() {
    return blank().line("</details>");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
