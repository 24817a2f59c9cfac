// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.syntax.Script.Assignment;
import org.lusush.lle.examples.shell.syntax.Script.Channel;
import org.lusush.lle.examples.shell.syntax.Script.Command;
import org.lusush.lle.examples.shell.syntax.Script.Connector;
import org.lusush.lle.examples.shell.syntax.Script.Pipeline;
import org.lusush.lle.examples.shell.syntax.Script.Redirect;
import org.lusush.lle.examples.shell.syntax.Script.Step;
import org.lusush.lle.examples.shell.syntax.Script.Word;
import org.lusush.lle.examples.shell.syntax.Token.Kind;

/** Turns a command line into a {@link Script}. */
public final class ScriptParser {
  private static final Map<Character, String> OPEN_MARKS =
      Map.of('\'', "quote", '"', "dquote", '\\', "line", '{', "brace");
  private static final Map<String, String> UNSUPPORTED =
      Map.of(
          "&", "Background jobs (&) are not supported",
          "(", "Subshells and $( ) are not supported",
          ")", "Subshells and $( ) are not supported",
          "`", "Command substitution is not supported",
          "<<", "Here-documents (<<) are not supported",
          ">&", "Of the >& forms only 2>&1 and &> are supported");

  private final List<Token> tokens;
  private int next;

  private ScriptParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Parses a line.
   *
   * @throws SyntaxException with one sentence for the user when it is wrong or unfinished
   */
  public static Script parse(String source) throws SyntaxException {
    List<Token> tokens =
        Lexer.lex(source).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
    for (Token token : tokens) {
      check(token);
    }
    return new ScriptParser(tokens).script();
  }

  private static void check(Token token) throws SyntaxException {
    if (token.kind() == Kind.UNSUPPORTED) {
      throw SyntaxException.wrong(UNSUPPORTED.getOrDefault(token.text(), "Not supported") + ".");
    }
    if (!token.isClosed()) {
      throw SyntaxException.unfinished(
          OPEN_MARKS.getOrDefault(token.open(), "more"),
          "Syntax error: the line ends inside " + token.open() + ".");
    }
    for (Part part : token.parts()) {
      if (part.kind().isVariable() && !Names.isName(part.text()) && !Names.isSpecial(part.text())) {
        throw SyntaxException.wrong("Syntax error: ${" + part.text() + "} is not a variable name.");
      }
    }
  }

  private Script script() throws SyntaxException {
    List<Step> steps = new ArrayList<>();
    Connector connector = Connector.ALWAYS;
    skipNewlines();
    while (peek() != null) {
      steps.add(new Step(connector, pipeline()));
      connector = connector();
    }
    return new Script(steps);
  }

  private Connector connector() throws SyntaxException {
    Token token = peek();
    if (token == null) {
      return Connector.ALWAYS;
    }
    next++;
    skipNewlines();
    if (token.text().equals("&&") || token.text().equals("||")) {
      requireMore(token);
      return token.text().equals("&&") ? Connector.ON_SUCCESS : Connector.ON_FAILURE;
    }
    return Connector.ALWAYS;
  }

  private Pipeline pipeline() throws SyntaxException {
    boolean negated = accept("!");
    List<Command> commands = new ArrayList<>();
    commands.add(command());
    for (Token pipe = peek(); accept("|"); pipe = peek()) {
      skipNewlines();
      if (pipe != null) {
        requireMore(pipe);
      }
      commands.add(command());
    }
    return new Pipeline(negated, commands);
  }

  private Command command() throws SyntaxException {
    List<Assignment> assignments = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    List<Redirect> redirects = new ArrayList<>();
    for (Token token = peek();
        token != null && (token.isWord() || token.kind() == Kind.REDIRECT);
        token = peek()) {
      next++;
      switch (token.kind()) {
        case REDIRECT -> redirects.add(redirect(token));
        case ASSIGNMENT -> assignments.add(assignment(token));
        default -> words.add(new Word(token.parts()));
      }
    }
    Command command = new Command(assignments, words, redirects);
    if (command.isEmpty()) {
      Token found = peek();
      throw SyntaxException.wrong(
          found == null
              ? "Syntax error: a command is missing at the end of the line."
              : "Syntax error: a command is missing before " + shown(found) + ".");
    }
    return command;
  }

  private Redirect redirect(Token operator) throws SyntaxException {
    Channel channel = Channel.of(operator.text());
    if (channel == Channel.ERROR_TO_OUTPUT) {
      return new Redirect(channel, new Word(List.of()));
    }
    Token target = peek();
    if (target == null || target.kind() != Kind.TARGET) {
      throw SyntaxException.wrong(
          "Syntax error: a file name is missing after " + operator.text() + ".");
    }
    next++;
    return new Redirect(channel, new Word(target.parts()));
  }

  private static Assignment assignment(Token token) {
    Part first = token.parts().get(0);
    int equals = first.text().indexOf('=');
    List<Part> value = new ArrayList<>(token.parts());
    value.set(
        0,
        new Part(
            first.kind(),
            first.text().substring(equals + 1),
            first.start() + equals + 1,
            first.end()));
    return new Assignment(first.text().substring(0, equals), new Word(value));
  }

  private void requireMore(Token after) throws SyntaxException {
    if (peek() == null) {
      throw SyntaxException.unfinished(
          after.text().equals("|") ? "pipe" : "command",
          "Syntax error: a command is missing after " + after.text() + ".");
    }
  }

  private boolean accept(String operator) {
    Token token = peek();
    if (token != null && token.kind() == Kind.OPERATOR && token.text().equals(operator)) {
      next++;
      return true;
    }
    return false;
  }

  private void skipNewlines() {
    for (Token token = peek(); token != null && token.kind() == Kind.NEWLINE; token = peek()) {
      next++;
    }
  }

  private @Nullable Token peek() {
    return next < tokens.size() ? tokens.get(next) : null;
  }

  private static String shown(Token token) {
    return token.kind() == Kind.NEWLINE ? "the end of the line" : token.text();
  }
}
