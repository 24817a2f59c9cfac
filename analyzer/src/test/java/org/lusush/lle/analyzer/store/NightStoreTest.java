// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.analyzer.TestNights;
import org.lusush.lle.analyzer.model.night.Durations;
import org.lusush.lle.analyzer.model.night.Night;
import org.lusush.lle.analyzer.model.night.Setup;

final class NightStoreTest {

  @TempDir Path directory;

  private NightStore store() {
    return new NightStore(directory.resolve("store"));
  }

  private Path file(String name) {
    return directory.resolve("store").resolve(name);
  }

  private static Night night(int day, int seed) {
    return TestNights.night(day, 3, TestNights.SETUP, 1.2, new Random(seed));
  }

  @Test
  void read_whatWasWritten_isTheSame() throws Exception {
    boolean replaced = store().write(night(2, 1));
    store().write(night(0, 2));

    assertThat(replaced).isFalse();
    assertThat(store().read().nights()).containsExactly(night(0, 2), night(2, 1));
    assertThat(store().read().leftOut()).isEmpty();
  }

  @Test
  void read_theQuantilesOfRuns_areTheSame_andOthersThanOursArePassedOver() throws Exception {
    List<Long> run = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    Night night = night(0, 1);
    var durations = new Durations("keystroke", 900, List.of(5L), List.of(run, run));
    store()
        .write(
            new Night(
                night.date(),
                2,
                1,
                night.setup(),
                night.metrics(),
                List.of(durations),
                night.slow()));

    Night read = store().read().nights().get(0);
    assertThat(read.durations()).containsExactly(durations);
    assertThat(read.runs()).isEqualTo(3);

    Path file = file("2026-11-01.json");
    Files.writeString(file, Files.readString(file).replace("6, 7, 8, 9 ]", "6, 7, 8 ]"));
    assertThat(store().read().nights().get(0).durations("keystroke").orElseThrow().runs())
        .isEmpty();
  }

  @Test
  void write_sameNightAgain_replacesItAndSaysSo() throws Exception {
    store().write(night(0, 1));

    assertThat(store().write(night(0, 2))).isTrue();
    assertThat(store().read().nights()).containsExactly(night(0, 2));
  }

  @Test
  void write_sameNight_givesTheSameBytes_aFigureALine() throws Exception {
    store().write(night(0, 1));
    String once = Files.readString(file("2026-11-01.json"));
    store().write(night(0, 1));

    assertThat(Files.readString(file("2026-11-01.json"))).isEqualTo(once);
    assertThat(once.lines())
        .startsWith("{", "  \"format\" : \"lle-night\",", "  \"formatVersion\" : 1,")
        .anyMatch(
            line ->
                line.matches(
                    " {4}\\{ \"subject\" : \"cache paths\", \"figure\" : \"hit rate\", \"count\" :"
                        + " 900, \"runs\" : \\[ 0.91, 0.91, 0.91 ] },"));
  }

  @Test
  void read_noDirectory_isNothing() throws Exception {
    assertThat(store().read().nights()).isEmpty();
  }

  @Test
  void read_badEntries_areNamedAndLeftOut() throws Exception {
    store().write(night(0, 1));
    String sound = Files.readString(file("2026-11-01.json"));
    Files.writeString(file("2026-11-02.json"), sound);
    Files.writeString(file("2026-11-03.json"), sound.substring(0, 400));
    Files.writeString(file("2026-11-04.json"), "[]");
    Files.writeString(file("2026-11-05.json"), sound.replace("Version\" : 1", "Version\" : 2"));
    Files.writeString(file("2026-11-06.json"), sound.replace("2026-11-01", "yesterday"));
    Files.writeString(file("2026-11-07.json"), sound.replace("0.91, 0.91", "\"much\", 0.91"));
    Files.write(file("2026-11-08.json"), new byte[] {(byte) 0xff, 0, 1});
    Files.writeString(file("notes.txt"), "not a night");
    Files.writeString(file(".2026-11-09-x.part"), "a run that was killed");

    NightStore.Content content = store().read();

    assertThat(content.nights()).containsExactly(night(0, 1));
    assertThat(content.leftOut())
        .containsExactly(
            "2026-11-02.json is left out: it holds the night of 2026-11-01; name it"
                + " 2026-11-01.json",
            "2026-11-03.json is left out: it is no JSON at line "
                + sound.substring(0, 400).lines().count(),
            "2026-11-04.json is left out: it holds no night's results",
            "2026-11-05.json is left out: a newer version of lle wrote it",
            "2026-11-06.json is left out: its night is no date such as 2026-11-27",
            "2026-11-07.json is left out: a figure in it is no number",
            "2026-11-08.json is left out: it cannot be read");
  }

  @Test
  void read_keysAndFiguresOfLaterVersions_arePassedOver() throws Exception {
    store().write(night(0, 1));
    Path file = file("2026-11-01.json");
    String later =
        Files.readString(file)
            .replace("\"recordings\"", "\"weather\" : \"rain\", \"recordings\"")
            .replace("\"pool misses\"", "\"p42\"");
    Files.writeString(file, later);

    Night read = store().read().nights().get(0);

    assertThat(read.metrics()).hasSize(night(0, 1).metrics().size() - 1);
  }

  @Test
  void read_hostileNames_areInert() throws Exception {
    var setup =
        new Setup(
            "\u001b]0;title\u0007shell", "e", "17.0.1", 2, "x", 900, 300, List.of("\u001b[2J"));
    store().write(TestNights.night(0, 1, setup, 1, new Random(1)));

    Setup read = store().read().nights().get(0).setup();

    assertThat(read.shell()).isEqualTo("shell");
    assertThat(read.lost()).containsExactly("");
  }

  @Test
  void write_fromManyAtOnce_leavesWholeFilesOnly() throws Exception {
    store().write(night(0, 0));
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      Stream<Callable<Boolean>> work =
          IntStream.range(0, 60)
              .mapToObj(
                  i ->
                      () -> {
                        store().write(night(i % 3, i));
                        return store().read().leftOut().isEmpty();
                      });
      for (var whole : writers.invokeAll(work.toList())) {
        assertThat(whole.get()).isTrue();
      }
    } finally {
      writers.shutdown();
    }

    assertThat(store().read().nights()).hasSize(3);
    try (Stream<Path> files = Files.list(directory.resolve("store"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("2026-11-01.json", "2026-11-02.json", "2026-11-03.json");
    }
  }
}
