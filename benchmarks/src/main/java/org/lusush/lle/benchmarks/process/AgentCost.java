// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.agent.Agent;

/**
 * What the agent costs a shell that nobody changed: the example shell without its recorder, on a
 * pseudo-terminal, seen from outside. A key for a shell with the agent is followed by one for a
 * shell without it, so that what else the machine does befalls both.
 *
 * @param p50 median time from a key's write to the shell's answer, with the agent by that without
 * @param p99 the same of the 99th percentile
 * @param cpuPercent processor time that the agent adds at 30 keys a second, in percent of one core
 * @param beforeMainNanos what the agent takes before the main method, by median over fresh JVMs
 * @param attachNanos how long it takes to enter a running shell, by median
 */
public record AgentCost(
    double p50, double p99, double cpuPercent, double beforeMainNanos, double attachNanos) {

  private static final int WARM = 600;
  private static final int KEYS = 900;
  private static final Duration EVERY = Duration.ofNanos(1_000_000_000L / 30);
  private static final Duration HALF = EVERY.dividedBy(2);
  private static final List<String> UNOBSERVED = List.of("--unobserved");
  private static final int QUIETER_SINCE = 21;

  /**
   * Measures.
   *
   * @param shells how many shells with the agent, and as many without, in pairs
   * @param starts how many JVMs with the agent, and as many without, in turns
   */
  public static AgentCost measure(int shells, int starts) throws IOException {
    var folder = Files.createTempDirectory("lle-benchmarks");
    var agent = ClassPath.entryOf(Agent.class);
    try {
      var with = new Typed();
      var without = new Typed();
      var attached = new ArrayList<Double>();
      for (int i = 0; i < shells; i++) {
        typePair(folder, agent, with, without);
        attached.add(attach(folder, agent));
      }
      return new AgentCost(
          Quantile.of(with.nanos, 0.5) / Quantile.of(without.nanos, 0.5),
          Quantile.of(with.nanos, 0.99) / Quantile.of(without.nanos, 0.99),
          100 * (Median.of(with.cpu) - Median.of(without.cpu)),
          beforeMain(agent, starts),
          Median.of(attached));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while shells were measured", e);
    }
  }

  private static void typePair(Path folder, Path agent, Typed with, Typed without)
      throws IOException, InterruptedException {
    try (var observed = TypedShell.start(List.of("-javaagent:" + agent), folder, UNOBSERVED);
        var alone = TypedShell.start(List.of(), folder, UNOBSERVED)) {
      observed.pause(Duration.ofSeconds(1));
      for (int i = 0; i < WARM; i++) {
        observed.type(1, HALF);
        alone.type(1, HALF);
      }
      long start = System.nanoTime();
      long observedCpu = observed.cpuNanos();
      long aloneCpu = alone.cpuNanos();
      for (int i = 0; i < KEYS; i++) {
        with.nanos.addAll(observed.type(1, HALF));
        without.nanos.addAll(alone.type(1, HALF));
      }
      double nanos = System.nanoTime() - start;
      with.cpu.add((observed.cpuNanos() - observedCpu) / nanos);
      without.cpu.add((alone.cpuNanos() - aloneCpu) / nanos);
    }
  }

  /** What shells of one kind took. */
  private static final class Typed {
    private final List<Double> nanos = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();
  }

  private static double attach(Path folder, Path agent) throws IOException, InterruptedException {
    var options =
        Runtime.version().feature() < QUIETER_SINCE
            ? List.<String>of()
            : List.of("-XX:+EnableDynamicAgentLoading");
    try (var shell = TypedShell.start(options, folder, UNOBSERVED)) {
      shell.type(1, EVERY);
      long start = System.nanoTime();
      var machine = VirtualMachine.attach(Long.toString(shell.pid()));
      machine.loadAgent(agent.toString(), "");
      machine.detach();
      return System.nanoTime() - start;
    } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
      throw new IOException("the agent could not enter a shell", e);
    }
  }

  private static double beforeMain(Path agent, int starts) throws IOException {
    var lost = new ArrayList<Double>();
    for (int i = 0; i < starts; i++) {
      long with = firstLine(List.of("-javaagent:" + agent));
      long without = firstLine(List.of());
      lost.add((double) (with - without));
    }
    return Median.of(lost);
  }

  private static long firstLine(List<String> options) throws IOException {
    return ChildJvm.run(options, NothingProbe.class).wallNanos();
  }
}
