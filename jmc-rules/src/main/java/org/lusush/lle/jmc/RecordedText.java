// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

/**
 * Makes names from a recording harmless in every report.
 *
 * <p>JMC escapes them for HTML, but afterwards makes links of brackets followed by parentheses,
 * fills in braces, and copies texts unescaped into JSON. So only letters, digits and the marks that
 * names are made of pass; every other character becomes a question mark.
 */
final class RecordedText {

  private static final int MAX_CODE_POINTS = 60;
  private static final String MARKS = " -_.,:;/$#+*=@%";
  private static final String REPLACEMENT = "?";
  private static final String CUT = "…";

  private RecordedText() {}

  /**
   * Returns the name with nothing left that a report could act on.
   *
   * @param recorded what the recording holds
   * @param whenBlank what stands for a name that is blank
   */
  static String of(String recorded, String whenBlank) {
    if (recorded.isBlank()) {
      return whenBlank;
    }
    var text = new StringBuilder();
    recorded
        .codePoints()
        .limit(MAX_CODE_POINTS)
        .forEach(
            c -> {
              if (isHarmless(c)) {
                text.appendCodePoint(c);
              } else {
                text.append(REPLACEMENT);
              }
            });
    if (recorded.codePointCount(0, recorded.length()) > MAX_CODE_POINTS) {
      text.append(CUT);
    }
    return text.toString();
  }

  private static boolean isHarmless(int c) {
    return Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
  }
}
