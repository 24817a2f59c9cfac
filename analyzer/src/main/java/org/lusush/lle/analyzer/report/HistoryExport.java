// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.history.Buckets;
import org.lusush.lle.history.Counts;
import org.lusush.lle.history.HistoryVisitor;
import org.lusush.lle.history.Moment;

/**
 * Writes the records of histories as they are read: as CSV, a line for each operation of each
 * interval; or as JSON lines, an object for each record with all there is in it. What it is told is
 * written at once, so that memory is bounded; what cannot be written is an {@link
 * UncheckedIOException}.
 */
public final class HistoryExport implements HistoryVisitor {

  /** What is written. */
  public enum Format {
    CSV,
    JSONL
  }

  private static final String COLUMNS =
      "time,source,interval_nanos,operation,count,errors,warnings,criticals,p50_nanos,p99_nanos,"
          + "max_nanos,self_share\n";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Appendable out;
  private final Format format;
  private final Optional<String> wanted;
  private String source = "";
  private String time = "";
  private long length;
  private @Nullable ObjectNode record;

  private HistoryExport(Appendable out, Format format, Optional<String> wanted) {
    this.out = out;
    this.format = format;
    this.wanted = wanted;
  }

  /**
   * Begins an export.
   *
   * @param wanted the one operation of interest, if not all are
   */
  public static HistoryExport to(Appendable out, Format format, Optional<String> wanted) {
    var export = new HistoryExport(out, format, wanted);
    if (format == Format.CSV) {
      export.write(COLUMNS);
    }
    return export;
  }

  /** Writes what is left, after the last record. */
  public void end() {
    ObjectNode last = record;
    record = null;
    if (last != null) {
      write(last);
    }
  }

  private void write(ObjectNode node) {
    write(node.toString() + "\n");
  }

  private void write(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void source(String name) {
    end();
    source = name;
  }

  @Override
  public void interval(long endNanos, long lengthNanos) {
    end();
    time = HistoryVisitor.instant(endNanos).toString();
    length = lengthNanos;
    if (format == Format.JSONL) {
      record = begin("interval", time).put("intervalNanos", lengthNanos);
    }
  }

  private ObjectNode begin(String kind, String time) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("record", kind)
        .put("time", time)
        .put("source", source);
  }

  @Override
  public void operation(
      String name, long errors, long warnings, long criticals, double self, Counts durations) {
    if (wanted.isPresent() && !wanted.get().equals(name)) {
      return;
    }
    if (format == Format.CSV) {
      write(
          String.join(
                  ",",
                  time,
                  source,
                  Long.toString(length),
                  cell(name),
                  Long.toString(durations.total()),
                  Long.toString(errors),
                  Long.toString(warnings),
                  Long.toString(criticals),
                  Long.toString(percentile(durations, 50)),
                  Long.toString(percentile(durations, 99)),
                  Long.toString(percentile(durations, 100)),
                  Double.toString(Math.round(self * 1_000) / 1_000.0))
              + "\n");
      return;
    }
    ObjectNode node = part("operations");
    node.put("operation", Printable.of(name))
        .put("count", durations.total())
        .put("errors", errors)
        .put("warnings", warnings)
        .put("criticals", criticals)
        .put("selfShare", Math.round(self * 1_000) / 1_000.0);
    ArrayNode buckets = node.putArray("nanosCounts");
    for (int i = 0; i < durations.size(); i++) {
      buckets.addArray().add(Buckets.middle(durations.bucket(i))).add(durations.count(i));
    }
  }

  private static long percentile(Counts counts, int percent) {
    long rank = Math.max(1, (counts.total() * percent + 99) / 100);
    long seen = 0;
    for (int i = 0; i < counts.size(); i++) {
      seen += counts.count(i);
      if (seen >= rank) {
        return Buckets.middle(counts.bucket(i));
      }
    }
    return 0;
  }

  /** Returns a name that no spreadsheet takes for a formula, nor for more than one cell. */
  private static String cell(String name) {
    String text = Printable.of(name).replace('"', '\'');
    boolean isFormula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    return "\"" + (isFormula ? "'" : "") + text + "\"";
  }

  private ObjectNode part(String array) {
    ObjectNode interval = record == null ? begin("interval", time) : record;
    record = interval;
    return interval.withArray(array).addObject();
  }

  @Override
  public void cache(
      String name, long hits, long misses, long insertions, long evictions, long entries) {
    if (format == Format.JSONL) {
      part("caches")
          .put("cache", Printable.of(name))
          .put("hits", hits)
          .put("misses", misses)
          .put("insertions", insertions)
          .put("evictions", evictions)
          .put("entries", entries);
    }
  }

  @Override
  public void pool(String name, long takes, long reused, long inUse, long leaks) {
    if (format == Format.JSONL) {
      part("pools")
          .put("pool", Printable.of(name))
          .put("takes", takes)
          .put("reused", reused)
          .put("inUse", inUse)
          .put("leaks", leaks);
    }
  }

  @Override
  public void resources(
      double processCpu, double machineCpu, long heapBytes, long residentBytes, long threads) {
    ObjectNode interval = record;
    if (interval != null) {
      interval
          .putObject("resources")
          .put("processCpu", processCpu < 0 ? null : processCpu)
          .put("machineCpu", machineCpu < 0 ? null : machineCpu)
          .put("heapBytes", heapBytes < 0 ? null : heapBytes)
          .put("residentBytes", residentBytes < 0 ? null : residentBytes)
          .put("threads", threads);
    }
  }

  @Override
  public void target(String name, String state, double value, double limit) {
    if (format == Format.JSONL) {
      part("targets")
          .put("target", Printable.of(name))
          .put("state", Printable.of(state))
          .put("value", value)
          .put("limit", limit);
    }
  }

  @Override
  public void moment(Moment moment) {
    if (format == Format.CSV) {
      return;
    }
    end();
    Instant at = moment.at();
    ObjectNode node = begin("moment", at.toString()).put("moment", Printable.of(moment.type()));
    ObjectNode fields = node.putObject("fields");
    moment
        .fields()
        .forEach(
            (key, value) ->
                fields.set(
                    Printable.of(key),
                    MAPPER.valueToTree(value instanceof String text ? Printable.of(text) : value)));
    write(node);
  }
}
