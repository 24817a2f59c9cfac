// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.explain;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.lusush.lle.events.OperationType;

/** What is known of every kind of work before anything is recorded; a table beside this class. */
public final class Guide {

  private static final String TABLE = "operations.properties";
  private static final String KEYSTROKE = "keystroke";

  /** How far a mistyped name may be from the one that was meant, as a part of its length. */
  private static final int LETTERS_AN_ERROR = 3;

  /**
   * What is known of one kind of work.
   *
   * @param name label of the type of operation, or {@code keystroke}
   * @param type of operation; empty for whole keystrokes
   * @param what it is, in a sentence
   * @param slow what usually makes it slow, the most usual first
   * @param events that show it, each with the fields to look at
   */
  public record Entry(
      String name,
      Optional<OperationType> type,
      String what,
      List<String> slow,
      List<String> events) {

    public Entry {
      slow = List.copyOf(slow);
      events = List.copyOf(events);
    }
  }

  private Guide() {}

  /** Returns the names of all that is known of, keystrokes first. */
  public static List<String> names() {
    return Stream.concat(
            Stream.of(KEYSTROKE), Arrays.stream(OperationType.values()).map(OperationType::label))
        .toList();
  }

  /** Returns what is known of a name, however its words are put together. */
  public static Optional<Entry> find(String name) {
    String wanted = plain(name);
    return names().stream().filter(wanted::equals).findFirst().map(Guide::entry);
  }

  /** Returns the names that somebody may have meant by one that is not known, nearest first. */
  public static List<String> similar(String name) {
    String wanted = plain(name);
    List<String> starting = names().stream().filter(known -> known.contains(wanted)).toList();
    if (!wanted.isEmpty() && !starting.isEmpty()) {
      return starting;
    }
    return names().stream()
        .filter(known -> EditDistance.between(wanted, known) <= known.length() / LETTERS_AN_ERROR)
        .sorted(Comparator.comparingInt(known -> EditDistance.between(wanted, known)))
        .limit(3)
        .toList();
  }

  private static String plain(String name) {
    String words = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    return words.replace("optimization", "optimisation");
  }

  private static Entry entry(String name) {
    Properties table = table();
    String key = name.replace(' ', '-');
    Optional<OperationType> type =
        Arrays.stream(OperationType.values()).filter(t -> t.label().equals(name)).findFirst();
    return new Entry(
        name, type, text(table, key + ".what"), list(table, key + ".slow"), events(table, key));
  }

  private static List<String> events(Properties table, String key) {
    List<String> events = new ArrayList<>(list(table, key + ".events"));
    if (!key.equals(KEYSTROKE)) {
      events.addAll(list(table, "any.events"));
    }
    events.addAll(list(table, "jvm.events"));
    return events;
  }

  private static String text(Properties table, String key) {
    return Optional.ofNullable(table.getProperty(key)).orElse("");
  }

  private static List<String> list(Properties table, String key) {
    return Arrays.stream(text(table, key).split(";", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static Properties table() {
    var table = new Properties();
    var in = Guide.class.getResourceAsStream(TABLE);
    if (in == null) {
      throw new IllegalStateException("the program is incomplete: " + TABLE + " is missing");
    }
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      table.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
