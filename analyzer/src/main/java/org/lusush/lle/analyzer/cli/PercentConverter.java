// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a percentage such as {@code 0.1} or {@code 0.1%} into a number from 0 to 100. */
final class PercentConverter implements ITypeConverter<Double> {

  @Override
  public Double convert(String value) {
    String number = value.strip().replaceFirst("\\s*%$", "");
    try {
      double percent = Double.parseDouble(number);
      if (percent >= 0 && percent <= 100) {
        return percent;
      }
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + value + "' is not a number from 0 to 100");
    }
    throw new TypeConversionException("'" + value + "' is not from 0 to 100");
  }
}
