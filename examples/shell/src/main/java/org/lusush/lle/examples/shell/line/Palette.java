// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jline.utils.AttributedStyle;
import org.jline.utils.StyleResolver;

/** The shell's colours, read from {@code palette.properties}. */
public final class Palette {
  private static final String COMPLETION = "completion-";

  private final Map<Element, AttributedStyle> styles = new EnumMap<>(Element.class);
  private final Map<String, Object> completionStyles = new LinkedHashMap<>();

  private Palette() {}

  /** What has a colour of its own. */
  public enum Element {
    COMMAND,
    BUILTIN,
    ALIAS,
    UNKNOWN,
    OPTION,
    QUOTED,
    VARIABLE,
    OPERATOR,
    PATH,
    COMMENT,
    SUGGESTION,
    PROMPT_DIRECTORY,
    PROMPT_BRANCH,
    PROMPT_READY,
    PROMPT_FAILED,
    PROMPT_DURATION,
    BANNER_NAME,
    BANNER_HINT
  }

  public static Palette shipped() {
    Palette palette = new Palette();
    StyleResolver resolver = new StyleResolver(name -> "");
    Resources.pairs("palette.properties")
        .forEach((name, style) -> palette.put(name, style, resolver));
    return palette;
  }

  private void put(String name, String style, StyleResolver resolver) {
    String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
    if (name.startsWith(COMPLETION)) {
      completionStyles.put(constant.replace("COMPLETION_", "COMPLETION_STYLE_"), style);
    } else {
      styles.put(Element.valueOf(constant), resolver.resolve(style));
    }
  }

  public AttributedStyle style(Element element) {
    return styles.getOrDefault(element, AttributedStyle.DEFAULT);
  }

  /** Returns the styles of the completion menu as variables of the line reader. */
  public Map<String, Object> completionStyles() {
    return Map.copyOf(completionStyles);
  }
}
