// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;
import org.lusush.lle.recorder.memory.Pools;
import org.lusush.lle.recorder.monitor.MonitorLevel;
import org.lusush.lle.recorder.monitor.Ticker;

/** Resources and pools on a Java without the modules that it may lack, in a JVM of its own. */
final class WithoutModulesTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  void update_withoutManagementAndFlightRecorder_hasTheFiguresOfLinux() throws Exception {
    var output = run("--limit-modules", "java.base,java.logging");

    assertThat(output)
        .contains("source procfs")
        .contains("threads known", "resident known", "heap known", "live unknown", "patterns 1")
        .doesNotContain("jvm", "jdk", "Exception");
  }

  @Test
  void update_withAllModules_hasThoseOfTheJvm() throws Exception {
    assertThat(run()).contains("jvm", "jdk", "threads known", "live known", "patterns 1");
  }

  private static String run(String... options) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  /** What runs in the other JVM. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      try (var recorder = EditorRecorder.start(RecorderConfig.of("program"));
          var manager = new ResourceManager(new ResourceMonitor(Ticker.system()), new Nothing())) {
        recorder.monitor();
        var usage = manager.update();
        System.out.println("source " + usage.source());
        print("threads", usage.threads());
        print("resident", usage.resident());
        print("heap", usage.heapUsed());
        print("live", usage.heapLive());
        var pools = new Pools(recorder.measuring());
        for (int i = 0; i < 1000; i++) {
          pools.buffers().bytes(100).close();
        }
        pools.calibrate();
        System.out.println("patterns " + pools.patterns().size());
      }
    }

    private static void print(String name, long value) {
      System.out.println(name + (value < 0 ? " unknown" : " known"));
    }
  }

  /** A shell that does nothing less. */
  private static final class Nothing implements ThrottleActions {
    @Override
    public void allowPrefetch(boolean allowed) {}

    @Override
    public MonitorLevel level() {
      return MonitorLevel.NORMAL;
    }

    @Override
    public void ceiling(MonitorLevel ceiling) {}
  }
}
