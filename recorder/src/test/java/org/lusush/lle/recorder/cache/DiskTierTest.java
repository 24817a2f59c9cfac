// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.recorder.cache.disk.Codec;
import org.lusush.lle.recorder.cache.disk.DiskSettings;
import org.lusush.lle.recorder.monitor.Measuring;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.monitor.Ticker;

/** The tier on disk, and everything that can happen to its files. */
final class DiskTierTest {

  private static final int ENTRIES = 40;

  @TempDir private Path directory;

  private final Measuring monitor = new Monitor(Ticker.system());
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @Test
  void lookup_afterARestart_findsWhatWasAskedForTwice() throws IOException {
    try (var cache = open("cache")) {
      cache.insert("often", "value");
      cache.insert("once", "value");
      assertThat(cache.lookup("often")).hasValue("value");
    }

    try (var cache = open("cache")) {
      assertThat(cache.lookup("often")).hasValue("value");
      assertThat(cache.lookup("once")).isEmpty();
      assertThat(cache.statistics().tier("L3").orElseThrow().hits()).isEqualTo(1);
      assertThat(cache.lookup("often")).hasValue("value");
      assertThat(cache.statistics().tier("L2").orElseThrow().hits()).isEqualTo(1);
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void files_ofACache_areTheirOwnersAlone() throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    fill("new/cache");

    try (var files = Files.walk(directory.resolve("new"))) {
      for (var file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .endsWith("------");
      }
    }
  }

  @Test
  void invalidate_anEntryOnDisk_isForgottenAfterARestartToo() throws IOException {
    fill("cache");
    try (var cache = open("cache")) {
      cache.invalidate("key1");
      assertThat(cache.lookup("key1")).isEmpty();
      cache.invalidateIf(key -> key.equals("key2"));
      assertThat(cache.lookup("key2")).isEmpty();
      cache.insert("key3", "newer");
      assertThat(cache.lookup("key4")).isPresent();
    }

    try (var cache = open("cache")) {
      assertThat(cache.lookup("key1")).isEmpty();
      assertThat(cache.lookup("key2")).isEmpty();
      assertThat(cache.lookup("key3")).isEmpty(); // the newer was never asked for
      assertThat(cache.lookup("key4")).isPresent();
      cache.invalidateAll();
    }
    try (var cache = open("cache")) {
      assertThat(cache.lookup("key4")).isEmpty();
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void invalidate_beforeTheFileIsOpen_isForgottenAllTheSame() throws IOException {
    fill("cache");
    for (int i = 0; i < 5; i++) {
      try (var cache = new EditorCache<>(monitor, settings("cache").build())) {
        cache.invalidate("key" + i); // at once
        cache.flush();
        assertThat(cache.lookup("key" + i)).isEmpty();
        assertThat(cache.lookup("key10")).isPresent();
      }
    }

    try (var cache = open("cache")) {
      for (int i = 0; i < 5; i++) {
        assertThat(cache.lookup("key" + i)).isEmpty();
      }
      assertThat(cache.lookup("key10")).isPresent();
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void lookup_afterTheFileWentBackInTime_servesNothingOfIt() throws IOException {
    fill("cache");
    var old = Files.copy(directory.resolve("cache"), directory.resolve("old"));
    try (var cache = open("cache")) {
      cache.invalidate("key1");
      cache.flush();
    }
    Files.copy(old, directory.resolve("cache"), StandardCopyOption.REPLACE_EXISTING);

    try (var cache = open("cache")) {
      assertThat(cache.lookup("key1")).isEmpty();
      assertThat(cache.lookup("key2")).isEmpty();
    }
    assertThat(complaints)
        .singleElement()
        .asString()
        .contains("it lost what was written last", "cache.damaged");
    assertThat(directory.resolve("cache.damaged")).exists();
  }

  @Test
  void lookup_whereverTheFileIsDamaged_servesNothingWrongAndRebuilds() throws IOException {
    fill("cache");
    byte[] good = Files.readAllBytes(directory.resolve("cache"));
    byte[] log = Files.readAllBytes(directory.resolve("cache.log"));
    int step = good.length / 60;
    int complained = 0;
    for (int at = 7; at < good.length; at += step) {
      byte[] bad = good.clone();
      for (int i = at; i < Math.min(good.length, at + 16); i++) {
        bad[i] ^= (byte) 0x5a;
      }
      var name = "damaged" + at;
      Files.write(directory.resolve(name), bad);
      Files.write(directory.resolve(name + ".log"), log);
      complaints.clear();
      try (var cache = open(name)) {
        for (int i = 0; i < ENTRIES; i++) {
          var found = cache.find("key" + i);
          if (found != null) {
            assertThat(found).isEqualTo(value(i));
          }
        }
        cache.flush();
        assertThat(complaints).as("damage at %d", at).hasSizeLessThan(2);
        if (!complaints.isEmpty()) {
          complained++;
          assertThat(directory.resolve(name + ".damaged")).exists();
          assertThat(cache.complaint()).hasValue(complaints.get(0));
        }
        cache.insert("after", "the damage");
        cache.find("after");
      }
      try (var cache = open(name)) {
        assertThat(cache.lookup("after")).hasValue("the damage");
      }
    }
    assertThat(complained).as("places where damage is noticed").isGreaterThan(3);
  }

  @Test
  void open_filesThatDoNotBelongTogether_areSetAside() throws IOException {
    fill("cut");
    var cut = Files.readAllBytes(directory.resolve("cut"));
    Files.write(directory.resolve("cut"), Arrays.copyOf(cut, cut.length / 2));
    fill("garbage");
    Files.writeString(directory.resolve("garbage"), "no store at all, but text".repeat(1_000));
    fill("without log");
    Files.delete(directory.resolve("without log.log"));
    fill("damaged log");
    var log = Files.readAllBytes(directory.resolve("damaged log.log"));
    log[20] ^= 1;
    Files.write(directory.resolve("damaged log.log"), log);

    for (var name : List.of("cut", "garbage", "without log", "damaged log")) {
      complaints.clear();
      try (var cache = open(name)) {
        assertThat(cache.lookup("key1")).as(name).isEmpty();
        assertThat(complaints).as(name).hasSize(1);
        cache.insert("new", "value");
        cache.find("new");
      }
      assertThat(directory.resolve(name + ".damaged")).exists();
      try (var cache = open(name)) {
        assertThat(cache.lookup("new")).as(name).hasValue("value");
      }
    }
  }

  @Test
  void open_fileWasDeleted_beginsANewOneInSilence() throws IOException {
    fill("cache");
    Files.delete(directory.resolve("cache"));

    fill("cache");

    assertThat(complaints).isEmpty();
  }

  @Test
  void open_fileInUse_goesOnWithoutAndSaysSo() throws IOException {
    try (var first = open("cache");
        var second = open("cache")) {
      assertThat(complaints)
          .singleElement()
          .asString()
          .isEqualTo(
              "The disk tier of cache test: it is off in this shell, because another one uses "
                  + directory.resolve("cache")
                  + ".");
      second.insert("a", "b");
      assertThat(second.lookup("a")).hasValue("b");
      first.insert("a", "c");
      assertThat(first.lookup("a")).hasValue("c");
    }
    try (var cache = open("cache")) {
      assertThat(cache.lookup("a")).hasValue("c");
    }
  }

  @Test
  void open_whereNoFileCanBe_goesOnWithoutAndSaysSo() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    Files.createDirectory(directory.resolve("directory"));

    for (var name : List.of("file/cache", "directory")) {
      complaints.clear();
      try (var cache = open(name)) {
        cache.insert("a", "b");
        assertThat(cache.lookup("a")).hasValue("b");
        cache.invalidate("a");
        assertThat(cache.lookup("a")).isEmpty();
      }
      assertThat(complaints)
          .as(name)
          .singleElement()
          .asString()
          .contains("off until the next start", directory.resolve(name).toString());
    }
  }

  @Test
  void insert_valueTooLargeForMemory_goesToTheDiskAlone() throws IOException {
    var large = "x".repeat(2_000);
    var settings = settings("cache").weigher((key, value) -> value.length(), 1_000);
    try (var cache = new EditorCache<>(monitor, settings.build())) {
      cache.insert("large", large);
      cache.insert("larger", "x".repeat(1 << 20));
      assertThat(cache.statistics().all().entries()).isZero();
      cache.flush();

      assertThat(cache.lookup("large")).hasValue(large);
      assertThat(cache.lookup("larger")).isEmpty();
      assertThat(cache.lookup("loaded", key -> large)).isEqualTo(large);
      assertThat(cache.lookup("loaded")).hasValue(large);
      assertThat(cache.statistics().all().entries()).isZero();
      cache.invalidate("large");
      assertThat(cache.lookup("large")).isEmpty();
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void insert_moreThanTheDiskMayHold_givesUpTheLongestUnused() throws IOException {
    var evicted = new CopyOnWriteArrayList<String>();
    var settings =
        settings("cache")
            .evictionListener((key, value, tier, reason) -> evicted.add(tier.label() + " " + key));
    try (var cache = new EditorCache<>(monitor, settings.build())) {
      for (int i = 0; i < 200; i++) {
        cache.insert("key" + i, "v".repeat(3_000));
        cache.find("key" + i);
        if (i % 10 == 9) {
          cache.flush();
        }
      }

      var figures = cache.statistics().tier("L3").orElseThrow();
      assertThat(figures.bytes()).isBetween(100_000L, 1L << 18);
      assertThat(figures.evictions()).isPositive();
      assertThat(evicted).contains("L3 key0").doesNotContain("L3 key199");
      assertThat(Files.size(directory.resolve("cache"))).isLessThan(8 << 20);
    }
  }

  @Test
  void lookup_ofAnInterruptedThread_doesNotWaitAndHarmsNoFile() throws IOException {
    fill("cache");
    try (var cache = open("cache")) {
      Thread.currentThread().interrupt();
      cache.lookup("key1").ifPresent(value -> assertThat(value).startsWith("value 1 ")); // if quick
      assertThat(Thread.interrupted()).isTrue();
      Thread.currentThread().interrupt();
      cache.invalidate("key2");
      assertThat(Thread.interrupted()).isTrue();

      assertThat(cache.lookup("key1")).isPresent();
      assertThat(cache.lookup("key2")).isEmpty();
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void expiry_onDisk_isThatOfTheFirstInsertion() throws IOException {
    var now = new AtomicLong(1_000_000_000_000L);
    var settings =
        settings("cache").expireAfterWrite(Duration.ofSeconds(60)).ticker(now::get).build();
    try (var cache = new EditorCache<>(monitor, settings)) {
      cache.insert("a", "1");
      cache.find("a");
    }

    now.addAndGet(Duration.ofSeconds(40).toNanos());
    try (var cache = new EditorCache<>(monitor, settings)) {
      cache.flush();
      assertThat(cache.lookup("a")).hasValue("1");
      now.addAndGet(Duration.ofSeconds(30).toNanos());
      assertThat(cache.lookup("a")).as("promoted, but over").isEmpty();
    }
    try (var cache = new EditorCache<>(monitor, settings)) {
      cache.flush();
      assertThat(cache.lookup("a")).isEmpty();
    }
  }

  @Test
  void codec_thatThrows_costsItsEntryAlone() throws IOException {
    var picky =
        new Codec<String>() {
          @Override
          public byte[] encode(String text) {
            if (text.equals("bad")) {
              throw new IllegalArgumentException("cannot encode");
            }
            return text.getBytes(UTF_8);
          }

          @Override
          public String decode(byte[] bytes) {
            var text = new String(bytes, UTF_8);
            if (text.equals("worse")) {
              throw new IllegalArgumentException("cannot decode");
            }
            return text;
          }
        };
    var settings =
        CacheSettings.<String, String>of("test", 100)
            .complaints(complaints::add)
            .disk(DiskSettings.of(directory.resolve("cache"), picky, picky, 1 << 18))
            .build();
    try (var cache = new EditorCache<>(monitor, settings)) {
      for (var value : List.of("good", "bad", "worse")) {
        cache.insert(value + " key", value);
        cache.find(value + " key");
      }
    }

    try (var cache = new EditorCache<>(monitor, settings)) {
      cache.flush();
      assertThat(cache.lookup("good key")).hasValue("good");
      assertThat(cache.lookup("bad key")).isEmpty();
      assertThat(cache.lookup("worse key")).isEmpty();
      assertThat(cache.statistics().tier("L3").orElseThrow().failures()).isEqualTo(1);
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void invalidate_moreThanTheLogHolds_forgetsAll() throws IOException {
    var settings =
        CacheSettings.<String, String>of("test", 20_000)
            .complaints(complaints::add)
            .disk(
                DiskSettings.of(
                    directory.resolve("cache"), Codec.ofStrings(), Codec.ofStrings(), 1 << 22))
            .build();
    try (var cache = new EditorCache<>(monitor, settings)) {
      for (int i = 0; i < 8_000; i++) {
        cache.insert("key" + i, "value");
        cache.find("key" + i);
        if (i % 500 == 0) {
          cache.flush();
        }
      }
      cache.flush();
      for (int i = 0; i < 6_000; i++) {
        cache.invalidate("key" + i);
      }
    }

    try (var cache = new EditorCache<>(monitor, settings)) {
      cache.flush();
      for (int i = 0; i < 6_000; i++) {
        assertThat(cache.find("key" + i)).isNull();
      }
    }
    assertThat(complaints).isEmpty();
  }

  private void fill(String name) throws IOException {
    try (var cache = open(name)) {
      for (int i = 0; i < ENTRIES; i++) {
        cache.insert("key" + i, value(i));
        cache.find("key" + i);
        if (i % 8 == 0) {
          cache.flush();
        }
      }
    }
  }

  private static String value(int i) {
    return ("value " + i + " ").repeat(20 + i);
  }

  /** Opens a cache, and waits until its file is open or given up. */
  private EditorCache<String, String> open(String name) {
    var cache = new EditorCache<>(monitor, settings(name).build());
    cache.flush();
    return cache;
  }

  private CacheSettings.Builder<String, String> settings(String name) {
    return CacheSettings.<String, String>of("test", 100)
        .complaints(complaints::add)
        .disk(
            DiskSettings.of(directory.resolve(name), Codec.ofStrings(), Codec.ofStrings(), 1 << 18)
                .withPatience(Duration.ofSeconds(10)));
  }
}
