// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import java.util.Locale;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.suite.report.SuiteJson;
import org.lusush.lle.suite.report.SuiteJunit;
import org.lusush.lle.suite.report.SuiteMarkdown;
import org.lusush.lle.suite.report.SuiteText;
import org.lusush.lle.suite.result.SuiteResult;

/** What a summary can be written as. */
enum Format {
  TEXT,
  JSON,
  MARKDOWN,
  JUNIT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  String render(SuiteResult result, Style style) {
    return switch (this) {
      case TEXT -> SuiteText.render(result, style);
      case JSON -> SuiteJson.render(result);
      case MARKDOWN -> SuiteMarkdown.render(result);
      case JUNIT -> SuiteJunit.render(result);
    };
  }
}
