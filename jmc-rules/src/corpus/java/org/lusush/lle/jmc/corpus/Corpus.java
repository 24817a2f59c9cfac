// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc.corpus;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.lusush.lle.events.OperationEvent;

/** Records {@link Scenario}s with the settings that users record with. */
public final class Corpus {

  private static final String SETTINGS = "lle.jfc";

  private Corpus() {}

  /** Records every scenario into a file of its own. */
  public static Map<Scenario, Path> record(Path folder) {
    var files = new EnumMap<Scenario, Path>(Scenario.class);
    for (Scenario scenario : Scenario.values()) {
      files.put(scenario, record(scenario, folder));
    }
    return files;
  }

  public static Path record(Scenario scenario, Path folder) {
    return record(
        folder.resolve(scenario.name() + ".jfr"), scenario.settings(), scenario::play);
  }

  /** Records what is done, with the settings that users record with and some others. */
  public static Path record(Path file, Map<String, String> settings, Runnable events) {
    try (var recording = new Recording(configuration())) {
      var all = new HashMap<>(recording.getSettings());
      all.putAll(settings);
      recording.setSettings(all);
      recording.start();
      events.run();
      recording.stop();
      recording.dump(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records a scenario twice, with a change of chunks between. */
  public static Path recordInChunks(Scenario scenario, Path file) {
    return record(
        file,
        scenario.settings(),
        () -> {
          scenario.play();
          try (var other = new Recording()) {
            other.start();
            other.stop();
          }
          scenario.play();
        });
  }

  /** Puts recordings into one file, as they are. */
  public static Path merge(Path file, Path... recordings) {
    try (var out = Files.newOutputStream(file)) {
      for (Path recording : recordings) {
        Files.copy(recording, out);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Configuration configuration() throws IOException {
    var stream = Objects.requireNonNull(OperationEvent.class.getResourceAsStream(SETTINGS));
    try (Reader settings = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return Configuration.create(settings);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
