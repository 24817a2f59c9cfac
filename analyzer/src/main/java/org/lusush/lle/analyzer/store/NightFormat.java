// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.night.Durations;
import org.lusush.lle.analyzer.model.night.Figure;
import org.lusush.lle.analyzer.model.night.Metric;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;
import org.lusush.lle.analyzer.model.night.SlowTime;

/**
 * A night's results as JSON: keys in a fixed order, a line for each figure.
 *
 * <pre>
 *   { "format": "lle-night", "formatVersion": 1, "night": "2026-11-27", "recordings": 5, "histories": 0,
 *     "setup":     { "shell", "editor", "jdk", "processors", "settings", "keystrokes", "seconds", "lost" },
 *     "figures":   [ { "subject", "figure", "count", "runs": [ one for each run ] } ],
 *     "durations": [ { "subject", "count", "quantilesNanos": [ at equal steps ],
 *                      "runsNanos": [ [ the quantiles of a run ] ] } ],
 *     "slow":      [ { "subject", "count", "parts": [ { "cause", "nanos", "evidence" } ] } ] }
 * </pre>
 *
 * <p>Keys that are not known are passed over, so that later versions can add some; what a key means
 * changes with {@code formatVersion} only.
 */
final class NightFormat {

  private static final String FORMAT = "lle-night";
  private static final int VERSION = 1;
  private static final int MOST_ENTRIES = 10_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private NightFormat() {}

  static String text(Night night) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT)
        .put("formatVersion", VERSION)
        .put("night", night.date().toString())
        .put("recordings", night.recordings())
        .put("histories", night.histories());
    add(root.putObject("setup"), night.setup());
    ArrayNode figures = root.putArray("figures");
    night.metrics().forEach(metric -> add(figures.addObject(), metric));
    ArrayNode durations = root.putArray("durations");
    night.durations().forEach(d -> add(durations.addObject(), d));
    ArrayNode slow = root.putArray("slow");
    night.slow().forEach(time -> add(slow.addObject(), time));
    return MAPPER.writer(new Printer()).writeValueAsString(root) + "\n";
  }

  private static void add(ObjectNode node, Setup setup) {
    node.put("shell", setup.shell())
        .put("editor", setup.editor())
        .put("jdk", setup.jdk())
        .put("processors", setup.processors())
        .put("settings", setup.settings())
        .put("keystrokes", setup.keystrokes())
        .put("seconds", setup.seconds());
    ArrayNode lost = node.putArray("lost");
    setup.lost().forEach(lost::add);
  }

  private static void add(ObjectNode node, Metric metric) {
    node.put("subject", metric.subject())
        .put("figure", metric.figure().label())
        .put("count", metric.count());
    ArrayNode runs = node.putArray("runs");
    metric.runs().forEach(run -> addNumber(runs, run));
  }

  private static void add(ObjectNode node, Durations durations) {
    node.put("subject", durations.subject()).put("count", durations.count());
    ArrayNode quantiles = node.putArray("quantilesNanos");
    durations.quantiles().forEach(quantiles::add);
    ArrayNode runs = node.putArray("runsNanos");
    durations.runs().forEach(run -> run.forEach(runs.addArray()::add));
  }

  private static void add(ObjectNode node, SlowTime slow) {
    node.put("subject", slow.subject()).put("count", slow.count());
    ArrayNode parts = node.putArray("parts");
    for (SlowTime.Part part : slow.parts()) {
      parts
          .addObject()
          .put("cause", part.cause())
          .put("nanos", Math.round(part.nanos()))
          .put("evidence", part.evidence());
    }
  }

  /** Whole numbers stand without a fraction. */
  private static void addNumber(ArrayNode array, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      array.add((long) value);
    } else {
      array.add(value);
    }
  }

  static Night parse(String text) throws NightFormatException {
    JsonNode root = tree(text);
    if (!root.path("format").asText().equals(FORMAT)) {
      throw new NightFormatException("it holds no night's results");
    }
    if (root.path("formatVersion").asInt() > VERSION) {
      throw new NightFormatException("a newer version of lle wrote it");
    }
    JsonNode setup = root.path("setup");
    return new Night(
        date(root.path("night").asText()),
        recordings(root),
        Math.max(0, root.path("histories").asInt()),
        new Setup(
            text(setup, "shell"),
            text(setup, "editor"),
            text(setup, "jdk"),
            setup.path("processors").asInt(),
            text(setup, "settings"),
            setup.path("keystrokes").asLong(),
            setup.path("seconds").asLong(),
            texts(setup.path("lost"))),
        metrics(root.path("figures")),
        durations(root.path("durations")),
        slow(root.path("slow")));
  }

  /** Returns how many there were: one at least where there was no history either. */
  private static int recordings(JsonNode root) {
    int least = root.path("histories").asInt() > 0 ? 0 : 1;
    return Math.max(least, root.path("recordings").asInt(least));
  }

  private static JsonNode tree(String text) throws NightFormatException {
    try {
      JsonNode root = MAPPER.readTree(text);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      String where =
          Optional.ofNullable(e.getLocation()).map(l -> " at line " + l.getLineNr()).orElse("");
      throw new NightFormatException("it is no JSON" + where);
    }
    throw new NightFormatException("it holds no night's results");
  }

  private static LocalDate date(String text) throws NightFormatException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new NightFormatException("its night is no date such as 2026-11-27");
    }
  }

  private static String text(JsonNode node, String key) {
    return Printable.of(node.path(key).asText());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : array) {
      if (texts.size() < MOST_ENTRIES) {
        texts.add(Printable.safe(node.asText()));
      }
    }
    return texts;
  }

  /** Reads the figures; those that only a later version knows are passed over. */
  private static List<Metric> metrics(JsonNode array) throws NightFormatException {
    List<Metric> metrics = new ArrayList<>();
    for (JsonNode node : array) {
      Optional<Figure> figure = Figure.labelled(node.path("figure").asText());
      if (figure.isPresent() && metrics.size() < MOST_ENTRIES) {
        metrics.add(
            new Metric(
                text(node, "subject"),
                figure.get(),
                node.path("count").asLong(),
                numbers(node.path("runs"))));
      }
    }
    return metrics;
  }

  private static List<Double> numbers(JsonNode array) throws NightFormatException {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode node : array) {
      double number = node.asDouble(Double.NaN);
      if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
        throw new NightFormatException("a figure in it is no number");
      }
      numbers.add(number);
    }
    if (numbers.isEmpty() || numbers.size() > MOST_ENTRIES) {
      throw new NightFormatException("a figure in it has no runs");
    }
    return numbers;
  }

  private static List<Durations> durations(JsonNode array) throws NightFormatException {
    List<Durations> durations = new ArrayList<>();
    for (JsonNode node : array) {
      if (durations.size() < MOST_ENTRIES) {
        List<Long> quantiles =
            numbers(node.path("quantilesNanos")).stream().map(Math::round).sorted().toList();
        durations.add(
            new Durations(
                text(node, "subject"),
                Math.max(1, node.path("count").asLong()),
                quantiles,
                runs(node.path("runsNanos"))));
      }
    }
    return durations;
  }

  /** Reads the quantiles of runs; other quantiles than ours are passed over. */
  private static List<List<Long>> runs(JsonNode array) throws NightFormatException {
    List<List<Long>> runs = new ArrayList<>();
    for (JsonNode node : array) {
      if (node.size() == Durations.SHARES.size() && runs.size() < MOST_ENTRIES) {
        runs.add(numbers(node).stream().map(Math::round).sorted().toList());
      }
    }
    return runs;
  }

  private static List<SlowTime> slow(JsonNode array) {
    List<SlowTime> slow = new ArrayList<>();
    for (JsonNode node : array) {
      List<SlowTime.Part> parts = new ArrayList<>();
      for (JsonNode part : node.path("parts")) {
        if (parts.size() < MOST_ENTRIES) {
          parts.add(
              new SlowTime.Part(
                  text(part, "cause"),
                  Math.max(0, part.path("nanos").asDouble()),
                  text(part, "evidence")));
        }
      }
      if (slow.size() < MOST_ENTRIES) {
        slow.add(new SlowTime(text(node, "subject"), node.path("count").asLong(), parts));
      }
    }
    return slow;
  }

  /** Breaks lines between the entries of the lists, and nowhere within an entry. */
  private static final class Printer extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;

    private static final int DEEPEST = 2;

    Printer() {
      Indenter lines = new Shallow();
      indentObjectsWith(lines);
      indentArraysWith(lines);
    }

    private Printer(Printer base) {
      super(base);
    }

    @Override
    public void writeEndObject(JsonGenerator generator, int entries) throws IOException {
      if (_nesting > DEEPEST) {
        _nesting--;
        generator.writeRaw(" }");
      } else {
        super.writeEndObject(generator, entries);
      }
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
      return new Printer(this);
    }

    private static final class Shallow implements Indenter {

      private final DefaultIndenter lines = new DefaultIndenter("  ", "\n");

      @Override
      public void writeIndentation(JsonGenerator generator, int level) throws IOException {
        if (level <= DEEPEST) {
          lines.writeIndentation(generator, level);
        } else {
          generator.writeRaw(' ');
        }
      }

      @Override
      public boolean isInline() {
        return false;
      }
    }
  }
}
