// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.examples.shell.command.ShellState;
import org.lusush.lle.examples.shell.line.DirectoryLister;
import org.lusush.lle.examples.shell.line.Suggester;

final class RememberingTest {

  @TempDir private Path folder;

  private final DefaultHistory history = new DefaultHistory();
  private Remembering remembering;

  @BeforeEach
  void make() {
    var state = new ShellState(Map.of("HOME", folder.toString()), folder);
    remembering =
        new Remembering(
            state,
            new Instrumentation() {
              @Override
              public <K, V> Memo<K, V> memo(String name, long maximumEntries) {
                return new MapMemo<>();
              }
            });
    history.add("git push");
  }

  @Test
  void lister_sameDirectoryTwice_readsItOnce() {
    var read = new ArrayList<Path>();
    var lister = remembering.lister(counting(read));

    lister.list(folder);
    lister.list(folder);

    assertThat(read).hasSize(1);
  }

  @Test
  void lister_directoryThatChanged_readsItAgain() throws Exception {
    var lister = remembering.lister(DirectoryLister.ofFileSystem());
    assertThat(lister.list(folder)).isEmpty();

    Files.createFile(folder.resolve("new"));
    Files.setLastModifiedTime(folder, FileTime.fromMillis(1_000));

    assertThat(lister.list(folder)).containsExactly("new");
  }

  @Test
  void lister_noSuchDirectory_hasNothing() {
    var lister = remembering.lister(DirectoryLister.ofFileSystem());

    assertThat(lister.list(folder.resolve("gone"))).isEmpty();
  }

  @Test
  void exists_fileMadeByACommand_isSeenAfterIt() throws Exception {
    var file = folder.resolve("made");
    assertThat(remembering.exists(file)).isFalse();

    Files.createFile(file);
    remembering.commandRan();

    assertThat(remembering.exists(file)).isTrue();
  }

  @Test
  void highlighter_lineShownAgain_isColouredOnceUntilProgramsChange() {
    var coloured = new ArrayList<String>();
    var highlighter =
        remembering.highlighter(
            (reader, line) -> {
              coloured.add(line);
              return new AttributedString(line);
            });

    highlighter.highlight(null, "ls -l");
    highlighter.highlight(null, "ls -l");
    assertThat(coloured).containsExactly("ls -l");

    remembering.programsChanged();
    highlighter.highlight(null, "ls -l");
    assertThat(coloured).hasSize(2);
  }

  @Test
  void highlighter_fileOfALineMadeMeanwhile_isColouredAgain() throws Exception {
    var file = folder.resolve("made");
    var coloured = new ArrayList<String>();
    var highlighter =
        remembering.highlighter(
            (reader, line) -> {
              coloured.add(line + remembering.exists(file));
              return new AttributedString(line);
            });
    highlighter.highlight(null, "cat made ");

    remembering.commandRan();
    highlighter.highlight(null, "cat made ");
    assertThat(coloured).containsExactly("cat made false");

    Files.createFile(file);
    remembering.commandRan();
    highlighter.highlight(null, "cat made ");

    assertThat(coloured).containsExactly("cat made false", "cat made true");
  }

  @Test
  void suggester_lineThatFitsBetterWasAdded_asksAgain() {
    var asked = new ArrayList<String>();
    var suggester = remembering.suggester(asking(asked, ""), history);

    suggester.suggest("g");
    history.add("ls");
    suggester.suggest("g");
    assertThat(asked).containsExactly("g");

    history.add("git pull");
    suggester.suggest("g");

    assertThat(asked).containsExactly("g", "g");
  }

  @Test
  void suggester_emptyHistory_isAskedOnce() {
    var asked = new ArrayList<String>();
    var suggester = remembering.suggester(asking(asked, ""), new DefaultHistory());

    suggester.suggest("g");
    suggester.suggest("g");

    assertThat(asked).containsExactly("g");
  }

  @Test
  void suggester_historyWasCleared_forgetsItsLines() throws Exception {
    var suggester = remembering.suggester(asking(new ArrayList<>(), "it push"), history);
    remembering.commandRan();
    suggester.suggest("g");
    var asked = new ArrayList<String>();
    var cleared = remembering.suggester(asking(asked, ""), history);

    history.purge();
    remembering.commandRan();
    history.add("ls");

    assertThat(cleared.suggest("g")).isEmpty();
    assertThat(asked).containsExactly("g");
  }

  private static Suggester asking(List<String> asked, String suggestion) {
    return text -> {
      asked.add(text);
      return suggestion;
    };
  }

  private static DirectoryLister counting(List<Path> read) {
    return directory -> {
      read.add(directory);
      return List.of();
    };
  }

  private static final class MapMemo<K, V> implements Memo<K, V> {
    private final Map<K, V> values = new HashMap<>();

    @Override
    public V of(K key, Function<? super K, ? extends V> loader) {
      return values.computeIfAbsent(key, loader);
    }

    @Override
    public V of(K key, Predicate<? super V> holds, Function<? super K, ? extends V> loader) {
      values.values().removeIf(value -> !holds.test(value));
      return of(key, loader);
    }

    @Override
    public void clear() {
      values.clear();
    }
  }
}
