// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lusush.lle.analyzer.live.LiveSnapshot.Operation;
import org.lusush.lle.events.Trend;

/** The columns of operations in the live view, by each of which it can be sorted. */
public enum LiveColumn {
  OPERATION("operation"),
  CALLS("calls/s"),
  P50("p50"),
  P99("p99"),
  MAX("max"),
  ERRORS("errors"),
  SELF("self"),
  TREND("trend");

  /** What is left out of a narrow screen, the most dispensable first. */
  static final List<LiveColumn> DISPENSABLE = List.of(TREND, ERRORS, P50, MAX, SELF, CALLS);

  /** From what nobody has to look at to what somebody should. */
  private static final List<String> CONCERNS =
      List.of(
          Trend.UNKNOWN.label(),
          Trend.STABLE.label(),
          Trend.IMPROVING.label(),
          Trend.VOLATILE.label(),
          Trend.DEGRADING.label());

  private final String title;

  LiveColumn(String title) {
    this.title = title;
  }

  /** Returns the name by which a command line knows the column. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the column to the right, and the first after the last. */
  public LiveColumn next() {
    LiveColumn[] all = values();
    return all[(List.of(all).indexOf(this) + 1) % all.length];
  }

  String title() {
    return title;
  }

  String text(Operation operation) {
    return switch (this) {
      case OPERATION -> operation.name();
      case CALLS -> rate(operation.perSecond());
      case P50 -> duration(operation, operation.p50Nanos());
      case P99 -> duration(operation, operation.p99Nanos());
      case MAX -> duration(operation, operation.maxNanos());
      case ERRORS -> errors(operation.errors());
      case SELF -> Units.percent(operation.selfShare());
      case TREND -> operation.trend();
    };
  }

  boolean isText() {
    return this == OPERATION || this == TREND;
  }

  /** Returns the order of rows: names from A to Z, all else from the largest. */
  Comparator<Operation> order(boolean reversed) {
    boolean descending = (this != OPERATION) != reversed;
    Comparator<Operation> directed = descending ? ascending().reversed() : ascending();
    return directed.thenComparing(Operation::name);
  }

  private Comparator<Operation> ascending() {
    return switch (this) {
      case OPERATION -> Comparator.comparing(Operation::name);
      case CALLS -> Comparator.comparingDouble(Operation::perSecond);
      case P50 -> Comparator.comparingLong(Operation::p50Nanos);
      case P99 -> Comparator.comparingLong(Operation::p99Nanos);
      case MAX -> Comparator.comparingLong(Operation::maxNanos);
      case ERRORS -> Comparator.comparingLong(Operation::errors);
      case SELF -> Comparator.comparingDouble(Operation::selfShare);
      case TREND -> Comparator.comparingInt(LiveColumn::concern);
    };
  }

  static String rate(double perSecond) {
    return perSecond == 0
        ? "-"
        : String.format(Locale.US, perSecond < 100 ? "%.1f" : "%,.0f", perSecond);
  }

  private static String duration(Operation operation, long nanos) {
    return operation.count() == 0 ? "-" : Units.duration(nanos);
  }

  private static String errors(long errors) {
    return errors == 0 ? "-" : Units.count(errors);
  }

  private static int concern(Operation operation) {
    return CONCERNS.indexOf(operation.trend());
  }
}
