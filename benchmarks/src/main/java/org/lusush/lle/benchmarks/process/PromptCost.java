// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lusush.lle.testkit.PtySession;

/**
 * What the first prompt of the example shell loses with a recorder, by median over fresh JVMs on a
 * pseudo-terminal.
 *
 * @param archive how the JVMs loaded their classes
 * @param withNanos from the shell's main method until its prompt is on the terminal, observed
 * @param withoutNanos the same, unobserved
 * @param lostNanos the difference of one observed start and the unobserved one beside it
 * @param errorNanos the standard error of that median, taken from the quartiles of the differences
 */
public record PromptCost(
    Archive archive, double withNanos, double withoutNanos, double lostNanos, double errorNanos) {

  /** What JLine writes when it begins to read a line. */
  private static final String READING = "\u001b[?2004h";

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration LOADING = Duration.ofSeconds(2);
  private static final Duration LOOK_EVERY = Duration.ofNanos(50_000);

  /** How far apart the quartiles of a normal distribution are, in standard deviations. */
  private static final double QUARTILES_OF_A_NORMAL = 1.349;

  /** The standard error of its median by that of its mean. */
  private static final double MEDIAN_BY_MEAN = 1.2533;

  /**
   * Measures in every way that this JVM offers.
   *
   * @param starts how many with a recorder, and as many without, in turns
   */
  public static List<PromptCost> measureAll(int starts) throws IOException {
    var folder = Files.createTempDirectory("lle-benchmarks");
    return Archive.measureAll(
        folder,
        options -> start(options, folder, List.of(), LOADING),
        (archive, options) -> measure(archive, options, folder, starts));
  }

  private static PromptCost measure(Archive archive, List<String> options, Path folder, int starts)
      throws IOException, InterruptedException {
    var with = new ArrayList<Double>();
    var without = new ArrayList<Double>();
    var lost = new ArrayList<Double>();
    for (int i = 0; i < starts; i++) {
      boolean isObservedFirst = i % 2 == 0;
      double first = start(options, folder, isObservedFirst);
      double second = start(options, folder, !isObservedFirst);
      double observed = isObservedFirst ? first : second;
      double alone = isObservedFirst ? second : first;
      with.add(observed);
      without.add(alone);
      lost.add(observed - alone);
    }
    return new PromptCost(
        archive, Median.of(with), Median.of(without), Median.of(lost), standardError(lost));
  }

  /** Returns about how far their median is from that of many more, were they normal. */
  private static double standardError(List<Double> figures) {
    double deviation =
        (Quantile.of(figures, 0.75) - Quantile.of(figures, 0.25)) / QUARTILES_OF_A_NORMAL;
    return MEDIAN_BY_MEAN * deviation / Math.sqrt(figures.size());
  }

  private static double start(List<String> options, Path folder, boolean isObserved)
      throws IOException, InterruptedException {
    return start(options, folder, isObserved ? List.of() : List.of("--unobserved"), Duration.ZERO);
  }

  /** Starts a shell, leaves it by the keyboard, and returns how long its prompt took. */
  private static long start(
      List<String> options, Path folder, List<String> arguments, Duration stay)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(ChildJvm.command(options, PromptProbe.class));
    command.addAll(List.of("--no-banner", "--history", folder.resolve("history").toString()));
    command.addAll(arguments);
    var home = Map.of("HOME", folder.toString());
    try (var session = PtySession.start(new PtySession.Settings(command, folder, home, 100, 30))) {
      session.await(READING, 0, TIMEOUT, LOOK_EVERY);
      long painted = System.nanoTime();
      long begun = begun(session.screen());
      session.pause(stay);
      session.type("exit\r", Duration.ofMillis(5));
      session.awaitExit(TIMEOUT);
      return painted - begun;
    }
  }

  /** Returns the time that the probe said: that of the same clock, where all processes have one. */
  private static long begun(String screen) {
    int from = screen.indexOf(ChildJvm.MARK) + ChildJvm.MARK.length() + 1;
    return Long.parseLong(screen.substring(from, screen.indexOf(';', from)));
  }
}
