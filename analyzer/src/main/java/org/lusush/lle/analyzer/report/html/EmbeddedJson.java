// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * JSON for the inside of a script element: plain ASCII without angle brackets, ampersands or
 * quotation marks of HTML, so that nothing in it can end the element or begin another.
 */
final class EmbeddedJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  static {
    MAPPER.getFactory().setCharacterEscapes(new HtmlEscapes());
  }

  private EmbeddedJson() {}

  static String of(JsonNode tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values could not be written", e);
    }
  }

  /** Writes what HTML could take for its own as a number. */
  private static final class HtmlEscapes extends CharacterEscapes {

    @Serial private static final long serialVersionUID = 1;

    private static final String INERT = "<>&'/";

    private static final int[] ESCAPES = standardAsciiEscapesForJSON();

    static {
      INERT.chars().forEach(c -> ESCAPES[c] = ESCAPE_STANDARD);
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ESCAPES.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }
}
