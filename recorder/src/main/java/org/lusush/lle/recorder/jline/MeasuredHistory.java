// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.ListIterator;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.monitor.Monitor;

/** A history that does the same as another; additions and files are measured, in entries. */
record MeasuredHistory(History history, Monitor monitor) implements History {

  /** Something that may fail with an I/O error. */
  @FunctionalInterface
  private interface FileAction {
    void run() throws IOException;
  }

  @Override
  public void add(Instant time, String line) {
    try (var measurement =
        monitor.measure(OperationType.HISTORY_ADD, Names.of(history)).result(Result.ERROR)) {
      history.add(time, line);
      measurement.contextSize(history.size()).result(Result.SUCCESS);
    }
  }

  @Override
  public void add(String line) {
    try (var measurement =
        monitor.measure(OperationType.HISTORY_ADD, Names.of(history)).result(Result.ERROR)) {
      history.add(line);
      measurement.contextSize(history.size()).result(Result.SUCCESS);
    }
  }

  @Override
  public void attach(LineReader reader) {
    measured("history attach", () -> history.attach(reader));
  }

  @Override
  public void load() throws IOException {
    measuredFile("history load", history::load);
  }

  @Override
  public void save() throws IOException {
    measuredFile("history save", history::save);
  }

  @Override
  public void write(Path file, boolean incremental) throws IOException {
    measuredFile("history write", () -> history.write(file, incremental));
  }

  @Override
  public void append(Path file, boolean incremental) throws IOException {
    measuredFile("history append", () -> history.append(file, incremental));
  }

  @Override
  public void read(Path file, boolean checkDuplicates) throws IOException {
    measuredFile("history read", () -> history.read(file, checkDuplicates));
  }

  @Override
  public void purge() throws IOException {
    measuredFile("history purge", history::purge);
  }

  @Override
  public int size() {
    return history.size();
  }

  @Override
  public boolean isEmpty() {
    return history.isEmpty();
  }

  @Override
  public int index() {
    return history.index();
  }

  @Override
  public int first() {
    return history.first();
  }

  @Override
  public int last() {
    return history.last();
  }

  @Override
  public String get(int index) {
    return history.get(index);
  }

  @Override
  public boolean isPersistable(Entry entry) {
    return history.isPersistable(entry);
  }

  @Override
  public ListIterator<Entry> iterator(int index) {
    return history.iterator(index);
  }

  @Override
  public ListIterator<Entry> iterator() {
    return history.iterator();
  }

  @Override
  public Iterator<Entry> reverseIterator() {
    return history.reverseIterator();
  }

  @Override
  public Iterator<Entry> reverseIterator(int index) {
    return history.reverseIterator(index);
  }

  @Override
  public String current() {
    return history.current();
  }

  @Override
  public boolean previous() {
    return history.previous();
  }

  @Override
  public boolean next() {
    return history.next();
  }

  @Override
  public boolean moveToFirst() {
    return history.moveToFirst();
  }

  @Override
  public boolean moveToLast() {
    return history.moveToLast();
  }

  @Override
  public boolean moveTo(int index) {
    return history.moveTo(index);
  }

  @Override
  public void moveToEnd() {
    history.moveToEnd();
  }

  @Override
  public void resetIndex() {
    history.resetIndex();
  }

  private void measured(String name, Runnable action) {
    try (var measurement =
        monitor.measure(OperationType.CUSTOM, Component.HISTORY, name).result(Result.ERROR)) {
      action.run();
      measurement.contextSize(history.size()).result(Result.SUCCESS);
    }
  }

  private void measuredFile(String name, FileAction action) throws IOException {
    try (var measurement =
        monitor.measure(OperationType.CUSTOM, Component.HISTORY, name).result(Result.ERROR)) {
      action.run();
      measurement.contextSize(history.size()).result(Result.SUCCESS);
    }
  }
}
