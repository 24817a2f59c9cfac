// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.examples.shell.syntax.Part;
import org.lusush.lle.examples.shell.syntax.Script.Word;

/**
 * Turns a word as written into the arguments it stands for: tilde, variables, blanks, globs, in
 * that order.
 */
public final class WordExpander {
  private final ShellState state;

  public WordExpander(ShellState state) {
    this.state = state;
  }

  /**
   * Returns the arguments; an unquoted empty variable gives none, a pattern without a match stays
   * as it is.
   */
  public List<String> fields(Word word) {
    Fields fields = new Fields();
    for (Part part : word.parts()) {
      switch (part.kind()) {
        case PLAIN -> fields.active(isFirst(part, word.parts()) ? tilde(part.text()) : part.text());
        case ESCAPED, QUOTED -> fields.literal(part.text());
        case QUOTED_VARIABLE -> fields.literal(state.expand(part.text()));
        case VARIABLE -> fields.split(state.expand(part.text()));
      }
    }
    return fields.finish();
  }

  /** Returns the one text that an assignment or a file name stands for: no splitting, no globs. */
  public String text(List<Part> parts) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part.kind().isVariable()) {
        text.append(state.expand(part.text()));
      } else if (part.kind() == Part.Kind.PLAIN && isFirst(part, parts)) {
        text.append(tilde(part.text()));
      } else {
        text.append(part.text());
      }
    }
    return text.toString();
  }

  /** By where it stands: the first equals of a record takes Java some 20 ms. */
  private static boolean isFirst(Part part, List<Part> parts) {
    return part.start() == parts.get(0).start();
  }

  private String tilde(String text) {
    return text.equals("~") || text.startsWith("~/") ? state.home() + text.substring(1) : text;
  }

  /** The arguments so far, the last one still growing. */
  private final class Fields {
    private final List<String> finished = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();
    private boolean begun;

    void active(String more) {
      begun |= !more.isEmpty();
      text.append(more);
      pattern.append(more);
    }

    void literal(String more) {
      begun = true;
      text.append(more);
      pattern.append(Glob.escape(more));
    }

    void split(String value) {
      int start = 0;
      for (int i = 0; i <= value.length(); i++) {
        if (i == value.length() || Character.isWhitespace(value.charAt(i))) {
          active(value.substring(start, i));
          if (i < value.length()) {
            end();
          }
          start = i + 1;
        }
      }
    }

    private void end() {
      if (begun) {
        List<String> matches = Glob.match(state.directory(), pattern.toString());
        finished.addAll(matches.isEmpty() ? List.of(text.toString()) : matches);
      }
      text.setLength(0);
      pattern.setLength(0);
      begun = false;
    }

    List<String> finish() {
      end();
      return finished;
    }
  }
}
