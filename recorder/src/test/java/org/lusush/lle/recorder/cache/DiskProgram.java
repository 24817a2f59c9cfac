// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.SplittableRandom;
import org.lusush.lle.recorder.cache.disk.Codec;
import org.lusush.lle.recorder.cache.disk.DiskSettings;
import org.lusush.lle.recorder.monitor.Monitor;
import org.lusush.lle.recorder.monitor.Ticker;

/** Programs that run in JVMs of their own, to be killed or starved. */
final class DiskProgram {

  static final int KEYS = 50;

  private DiskProgram() {}

  public static void main(String[] arguments) throws Exception {
    var file = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "churn" -> churn(file, Path.of(arguments[2]), Long.parseLong(arguments[3]));
      case "starve" -> starve(file);
      case "hold" -> hold(file);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  static EditorCache<String, String> open(Path file) {
    var settings =
        CacheSettings.<String, String>of("killed", 20)
            .complaints(sentence -> System.out.println("complaint: " + sentence))
            .disk(
                DiskSettings.of(file, Codec.ofStrings(), Codec.ofStrings(), 1 << 20)
                    .withPatience(Duration.ofSeconds(10)));
    var cache = new EditorCache<>(new Monitor(Ticker.system()), settings.build());
    cache.flush();
    return cache;
  }

  /** Returns the place of each key's last forgotten version, which outlives the process. */
  static MappedByteBuffer ledger(Path path) throws IOException {
    try (var channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, (KEYS + 1) * Long.BYTES);
    }
  }

  static String value(int key, long version) {
    return (key + "/" + version + "/").repeat(10) + version;
  }

  /** Puts versions in, asks for them, and forgets them, until it is killed. */
  private static void churn(Path file, Path ledgerPath, long seed) throws IOException {
    var random = new SplittableRandom(seed);
    var ledger = ledger(ledgerPath);
    var cache = open(file);
    long version = ledger.getLong(KEYS * Long.BYTES);
    System.out.println("ready");
    while (true) {
      int key = random.nextInt(KEYS);
      version++;
      ledger.putLong(KEYS * Long.BYTES, version);
      cache.insert("key" + key, value(key, version));
      // Whatever was before is replaced for good.
      ledger.putLong(key * Long.BYTES, version - 1);
      cache.find("key" + key);
      cache.find("key" + random.nextInt(KEYS));
      if (random.nextInt(3) == 0) {
        int forgotten = random.nextInt(KEYS);
        cache.invalidate("key" + forgotten);
        ledger.putLong(forgotten * Long.BYTES, version);
      }
      if (random.nextInt(40) == 0) {
        cache.flush();
      }
    }
  }

  /** Writes more than it may, and goes on. */
  private static void starve(Path file) {
    try (var cache = open(file)) {
      var random = new SplittableRandom(1);
      for (int i = 0; i < 400; i++) {
        var bytes = new byte[1_500];
        random.nextBytes(bytes);
        var value = new String(bytes, ISO_8859_1);
        cache.insert("key" + i, value);
        if (!value.equals(cache.find("key" + i))) {
          throw new IllegalStateException("wrong at " + i);
        }
        if (i % 20 == 0) {
          cache.flush();
        }
      }
      cache.invalidate("key399");
      if (cache.find("key399") != null) {
        throw new IllegalStateException("not forgotten");
      }
    }
    System.out.println("went on");
  }

  private static void hold(Path file) throws IOException {
    var cache = open(file);
    System.out.println("ready");
    System.in.read();
    cache.close();
  }
}
