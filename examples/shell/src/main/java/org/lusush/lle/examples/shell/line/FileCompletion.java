// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.command.WordExpander;
import org.lusush.lle.examples.shell.syntax.Lexer;
import org.lusush.lle.examples.shell.syntax.Token;

/** Offers file names, quoted the way the user began. */
final class FileCompletion {
  private static final String NEEDS_ESCAPE = " \t\\'\"$&|;<>()*?[]#~!{}`";

  private final ShellState state;
  private final WordExpander expander;
  private final DirectoryLister lister;

  FileCompletion(ShellState state, DirectoryLister lister) {
    this.state = state;
    this.lister = lister;
    this.expander = new WordExpander(state);
  }

  /** Which files are offered; directories always are. */
  enum Wanted {
    ALL,
    PROGRAMS,
    DIRECTORIES;

    boolean admits(Path file) {
      return switch (this) {
        case ALL -> true;
        case PROGRAMS -> Files.isExecutable(file);
        case DIRECTORIES -> false;
      };
    }
  }

  Stream<Candidate> of(String raw, Wanted wanted) {
    return of("", raw, wanted);
  }

  /**
   * @param lead what stands before the file name in the same word
   */
  Stream<Candidate> of(String lead, String raw, Wanted wanted) {
    Written written = Written.of(raw);
    if (written.directory().equals("~") || raw.equals("~")) {
      return Stream.of(candidate(lead + "~/", "~/", false));
    }
    try {
      Path directory = state.resolve(directory(written.directory()));
      return list(directory, written.name()).stream()
          .filter(file -> Files.isDirectory(file) || wanted.admits(file))
          .map(file -> candidate(lead, written, file));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  private String directory(String raw) {
    List<Token> tokens = raw.isEmpty() ? List.of() : Lexer.lex("x " + raw);
    return tokens.size() < 2 ? "" : expander.text(tokens.get(1).parts());
  }

  private List<Path> list(Path directory, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return lister.list(directory).stream()
        .filter(
            found ->
                found.toLowerCase(Locale.ROOT).startsWith(wanted)
                    && (!found.startsWith(".") || wanted.startsWith("."))
                    && found.chars().noneMatch(Character::isISOControl))
        .map(directory::resolve)
        .toList();
  }

  private static Candidate candidate(String lead, Written written, Path file) {
    String name = file.getFileName().toString();
    boolean directory = Files.isDirectory(file);
    String quoted = quote(name, written.quote());
    String end = directory ? "/" : written.quote() == 0 ? "" : String.valueOf(written.quote());
    return candidate(
        lead + written.head() + quoted + end, directory ? name + "/" : name, !directory);
  }

  private static Candidate candidate(String value, String shown, boolean complete) {
    return new Candidate(value, shown, null, null, null, null, complete);
  }

  private static String quote(String name, char quote) {
    if (quote == '\'') {
      return name.replace("'", "'\\''");
    }
    String special = quote == '"' ? "\"\\$`" : NEEDS_ESCAPE;
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (special.indexOf(name.charAt(i)) >= 0) {
        quoted.append('\\');
      }
      quoted.append(name.charAt(i));
    }
    return quoted.toString();
  }

  /**
   * A path as written so far.
   *
   * @param directory its directory as written; empty for the current one
   * @param head what a candidate keeps: the directory and an opening quote
   * @param quote the quote that is open at the end, or 0
   * @param name the beginning of the file's name, without quoting
   */
  private record Written(String directory, String head, char quote, String name) {

    static Written of(String raw) {
      int slash = raw.lastIndexOf('/');
      String directory = raw.substring(0, slash + 1);
      String tail = raw.substring(slash + 1);
      char quote = open(raw);
      boolean opensHere = quote != 0 && open(directory) == 0;
      int nameStart = opensHere ? tail.indexOf(quote) + 1 : 0;
      String name = text(quote != 0 ? quote + tail.substring(nameStart) : tail);
      return new Written(directory, directory + tail.substring(0, nameStart), quote, name);
    }

    private static char open(String raw) {
      List<Token> tokens = Lexer.lex("x " + raw);
      char open = tokens.get(tokens.size() - 1).open();
      return open == '\'' || open == '"' ? open : 0;
    }

    private static String text(String raw) {
      List<Token> tokens = Lexer.lex("x " + raw);
      String literal = tokens.size() < 2 ? "" : tokens.get(1).literal();
      return literal == null ? "" : literal;
    }
  }
}
