// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.command.Commands;
import org.lusush.lle.examples.shell.command.WordExpander;
import org.lusush.lle.examples.shell.line.Palette.Element;
import org.lusush.lle.examples.shell.syntax.Lexer;
import org.lusush.lle.examples.shell.syntax.Part;
import org.lusush.lle.examples.shell.syntax.Token;

/**
 * Colours a command line by what its words mean; the text itself stays as it is, whatever it is.
 */
public final class SyntaxHighlighter implements Highlighter {
  private final Commands commands;
  private final Palette palette;
  private final WordExpander expander;
  private final Predicate<Path> exists;
  private final Builders builders;

  /** Lends builders. */
  @FunctionalInterface
  public interface Builders {
    /** Does work that needs an empty builder for as long as it takes. */
    AttributedString with(Function<AttributedStringBuilder, AttributedString> work);
  }

  /** A highlighter that looks every path up and makes a builder for every line. */
  public SyntaxHighlighter(Commands commands, Palette palette) {
    this(commands, palette, Files::exists, work -> work.apply(new AttributedStringBuilder()));
  }

  public SyntaxHighlighter(
      Commands commands, Palette palette, Predicate<Path> exists, Builders builders) {
    this.commands = commands;
    this.palette = palette;
    this.expander = new WordExpander(commands.state());
    this.exists = exists;
    this.builders = builders;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    return highlight(buffer);
  }

  AttributedString highlight(String line) {
    return builders.with(coloured -> highlight(line, coloured));
  }

  private AttributedString highlight(String line, AttributedStringBuilder coloured) {
    int done = 0;
    for (Token token : Lexer.lex(line)) {
      coloured.append(line, done, token.start());
      if (token.isWord()) {
        word(coloured, line, token);
      } else {
        coloured.append(token.text(), style(token));
      }
      done = token.end();
    }
    return coloured.append(line, done, line.length()).toAttributedString();
  }

  private AttributedStyle style(Token token) {
    return switch (token.kind()) {
      case COMMENT -> palette.style(Element.COMMENT);
      case UNSUPPORTED -> palette.style(Element.UNKNOWN);
      case NEWLINE -> AttributedStyle.DEFAULT;
      default -> palette.style(Element.OPERATOR);
    };
  }

  private void word(AttributedStringBuilder coloured, String line, Token token) {
    AttributedStyle base = base(token);
    boolean path = token.kind() != Token.Kind.COMMAND && isPath(token);
    for (Part part : token.parts()) {
      AttributedStyle style = style(part, base);
      coloured.append(line.substring(part.start(), part.end()), path ? style.underline() : style);
    }
  }

  private AttributedStyle base(Token token) {
    return switch (token.kind()) {
      case COMMAND -> command(token.literal());
      case ASSIGNMENT -> palette.style(Element.VARIABLE);
      case ARGUMENT ->
          token.text().startsWith("-") ? palette.style(Element.OPTION) : AttributedStyle.DEFAULT;
      default -> AttributedStyle.DEFAULT;
    };
  }

  private AttributedStyle command(@Nullable String name) {
    if (name == null) {
      return AttributedStyle.DEFAULT;
    }
    return palette.style(
        switch (commands.kindOf(name)) {
          case ALIAS -> Element.ALIAS;
          case BUILTIN -> Element.BUILTIN;
          case PROGRAM -> Element.COMMAND;
          case UNKNOWN -> Element.UNKNOWN;
        });
  }

  private AttributedStyle style(Part part, AttributedStyle base) {
    return switch (part.kind()) {
      case PLAIN, ESCAPED -> base;
      case QUOTED -> palette.style(Element.QUOTED);
      case VARIABLE, QUOTED_VARIABLE -> palette.style(Element.VARIABLE);
    };
  }

  private boolean isPath(Token token) {
    if (token.kind() == Token.Kind.ASSIGNMENT || token.text().startsWith("-")) {
      return false;
    }
    try {
      String text = expander.text(token.parts());
      return !text.isEmpty() && exists.test(commands.state().resolve(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
