// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lusush.lle.examples.shell.syntax.Token.Kind;

final class LexerTest {

  @Test
  void lex_pipeline_givesEachWordItsRole() {
    List<Token> tokens = Lexer.lex("A=1 grep -i \"x y\" < in | wc > out # count");

    assertThat(tokens)
        .extracting(Token::kind)
        .containsExactly(
            Kind.ASSIGNMENT,
            Kind.COMMAND,
            Kind.ARGUMENT,
            Kind.ARGUMENT,
            Kind.REDIRECT,
            Kind.TARGET,
            Kind.OPERATOR,
            Kind.COMMAND,
            Kind.REDIRECT,
            Kind.TARGET,
            Kind.COMMENT);
  }

  @Test
  void lex_unfinishedQuote_isMarkedOpen() {
    assertThat(Lexer.lex("echo 'abc").get(1).open()).isEqualTo('\'');
    assertThat(Lexer.lex("echo \"abc").get(1).open()).isEqualTo('"');
    assertThat(Lexer.lex("echo ${abc").get(1).open()).isEqualTo('{');
    assertThat(Lexer.lex("echo abc\\").get(1).open()).isEqualTo('\\');
  }

  @Test
  void lex_doubleQuotes_splitAtVariables() {
    List<Part> parts = Lexer.lex("\"a $b c\"").get(0).parts();

    assertThat(parts).extracting(Part::text).containsExactly("a ", "b", " c");
    assertThat(parts)
        .extracting(Part::kind)
        .containsExactly(Part.Kind.QUOTED, Part.Kind.QUOTED_VARIABLE, Part.Kind.QUOTED);
  }

  @Test
  void lex_hashInsideWord_isNoComment() {
    assertThat(Lexer.lex("echo a#b")).extracting(Token::text).containsExactly("echo", "a#b");
  }

  @Test
  void lex_descriptorBeforeRedirect_belongsToIt() {
    assertThat(Lexer.lex("a 2>x 2>&1 b2>c"))
        .extracting(Token::text)
        .containsExactly("a", "2>", "x", "2>&1", "b2", ">", "c");
  }

  @Test
  void lex_anyText_coversItInOrderWithoutGapsInsideWords() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      String line = RandomLines.next(random);
      int end = 0;
      for (Token token : Lexer.lex(line)) {
        assertThat(token.start()).isGreaterThanOrEqualTo(end);
        assertThat(line.substring(token.start(), token.end())).isEqualTo(token.text());
        if (token.isWord()) {
          assertCovered(token);
        }
        end = token.end();
      }
    }
  }

  private static void assertCovered(Token token) {
    int end = token.start();
    for (Part part : token.parts()) {
      assertThat(part.start()).as(token.text()).isEqualTo(end);
      end = part.end();
    }
    assertThat(end).as(token.text()).isEqualTo(token.end());
  }
}
