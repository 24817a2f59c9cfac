// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import java.util.Optional;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.suite.result.Measure;
import org.lusush.lle.suite.result.TargetTable;
import org.lusush.lle.suite.text.Suggestion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A target that the user sets, such as {@code latency.p99=20ms}.
 *
 * @param limit what the figure is held to, or nothing for no target
 */
record TargetOption(Measure measure, Optional<Double> limit) {

  private static final String NONE = "none";

  TargetTable in(TargetTable targets) {
    return targets.with(measure, limit);
  }

  /** Reads what the user wrote. */
  static final class Converter implements ITypeConverter<TargetOption> {
    @Override
    public TargetOption convert(String text) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      Measure measure =
          Measure.named(name)
              .orElseThrow(
                  () ->
                      new TypeConversionException(
                          "there is no figure "
                              + Printable.of(name)
                              + Suggestion.of(name, Measure.keys())));
      String value = equals < 0 ? "" : text.substring(equals + 1);
      if (value.equals(NONE)) {
        return new TargetOption(measure, Optional.empty());
      }
      return new TargetOption(
          measure,
          Optional.of(
              measure
                  .unit()
                  .parse(value)
                  .orElseThrow(
                      () ->
                          new TypeConversionException(
                              "the target of %s is %s, or none, not '%s'"
                                  .formatted(
                                      name, measure.unit().example(), Printable.of(value))))));
    }
  }
}
