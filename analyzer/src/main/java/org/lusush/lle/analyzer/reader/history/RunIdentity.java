// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lusush.lle.analyzer.model.Jvm;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Session;
import org.lusush.lle.history.HistoryVisitor;
import org.lusush.lle.history.Moment;

/** Who a shell is, as the moments of its history tell. Not thread-safe. */
final class RunIdentity {

  private static final DateTimeFormatter BEGAN =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Map<String, Object> process = new HashMap<>();
  private Map<String, Object> session = new HashMap<>();
  private Map<String, Object> machine = new HashMap<>();

  /** Returns when a history began, by its name; empty where that does not tell. */
  static Optional<Instant> began(String name) {
    try {
      return Optional.of(Instant.from(BEGAN.parse(name.substring(0, name.lastIndexOf('-')))));
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  void take(Moment moment) {
    switch (moment.type()) {
      case Moment.STARTED -> process = moment.fields();
      case Moment.SESSION -> session = moment.fields();
      case Moment.MACHINE -> machine = moment.fields();
      default -> {}
    }
  }

  boolean isComplete() {
    return !process.isEmpty() && !session.isEmpty() && !machine.isEmpty();
  }

  /** Takes what is not known from another. */
  void fill(RunIdentity other) {
    process = process.isEmpty() ? other.process : process;
    session = session.isEmpty() ? other.session : session;
    machine = machine.isEmpty() ? other.machine : machine;
  }

  /** Returns the JVM, with as much of its version as is known. */
  Jvm jvm(String name) {
    String version = text(process, Moment.VERSION);
    long feature = number(process, "java");
    String known = version.isEmpty() && feature > 0 ? Long.toString(feature) : version;
    return new Jvm(known.isEmpty() ? "" : "Java (" + known + ")", pid(name));
  }

  private static long pid(String name) {
    String digits = name.substring(name.lastIndexOf('-') + 1);
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }

  /** Returns the session; a shell that did not introduce itself has none. */
  Optional<Session> session(long keystrokes) {
    long started = number(session, "started");
    return session.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Session(
                text(session, "shell"),
                text(session, "editor"),
                text(session, "terminal"),
                text(session, "recorder"),
                0,
                started == 0 ? Optional.empty() : Optional.of(HistoryVisitor.instant(started)),
                number(session, "lines"),
                keystrokes,
                number(session, "dropped")));
  }

  /** Returns the hardware threads of the machine, or 0. */
  int processors() {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, number(machine, Moment.PROCESSORS)));
  }

  private static String text(Map<String, Object> fields, String key) {
    return fields.get(key) instanceof String text ? Printable.of(text) : "";
  }

  private static long number(Map<String, Object> fields, String key) {
    return fields.get(key) instanceof Long number ? number : 0;
  }
}
