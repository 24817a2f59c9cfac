// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import java.util.Arrays;
import java.util.List;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.suite.result.TestKind;
import org.lusush.lle.suite.text.Suggestion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a test. */
final class TestConverter implements ITypeConverter<TestKind> {

  private static final List<String> NAMES =
      Arrays.stream(TestKind.values()).map(TestKind::label).toList();

  @Override
  public TestKind convert(String text) {
    return Arrays.stream(TestKind.values())
        .filter(test -> test.label().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no test "
                        + Printable.of(text)
                        + Suggestion.of(text, NAMES)
                        + "; there are "
                        + String.join(", ", NAMES)));
  }
}
