// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lusush.lle.jmc.corpus.Corpus;
import org.lusush.lle.jmc.corpus.Scenario;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleWiring;
import org.owasp.encoder.Encode;

/** The built jar as a bundle, in the framework that JMC runs on, beside JMC's core bundles. */
final class EquinoxIT {

  @TempDir private Path folder;

  /** The core of the version that the rules are compiled against, and of older ones. */
  static Stream<List<Path>> versions() {
    return Stream.of(Jvm.jmc(), older("8.2.1"), older("9.0.0"));
  }

  private static List<Path> older(String version) {
    var jars = new ArrayList<>(List.of(Jvm.home(Encode.class)));
    try (var files = Files.list(Path.of(System.getProperty("lle.other.jmcs"), version))) {
      files.forEach(jars::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jars;
  }

  @ParameterizedTest
  @MethodSource("versions")
  void resolve_besideJmcsBundles_offersTheRules(List<Path> jmc) throws Exception {
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.toString()));
    framework.start();
    try {
      var bundles = new ArrayList<Bundle>();
      for (Path jar : jmc) {
        bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
      }
      var rules = framework.getBundleContext().installBundle(RulesJarIT.JAR.toUri().toString());

      rules.start();

      assertThat(rules.getState()).isEqualTo(Bundle.ACTIVE);
      assertThat(rules.getSymbolicName()).isEqualTo("org.lusush.lle.jmc");
      assertThat(rules.getEntry("plugin.xml")).isNotNull();
      assertThat(bundles).allMatch(bundle -> bundle.getState() != Bundle.INSTALLED);
      assertThat(ServiceLoader.load(service(rules), loader(rules)))
          .extracting("id")
          .containsExactlyInAnyOrderElementsOf(
              RuleRegistry.getRules().stream().<Object>map(IRule::getId).toList());
      assertEvaluate(rules);
    } finally {
      framework.stop();
      framework.waitForStop(30_000);
    }
  }

  /** Lets JMC's bundles load a recording and the rules of ours judge it, all in the framework. */
  private void assertEvaluate(Bundle rules) throws Exception {
    Path recording = Corpus.record(Scenario.POOR, folder);
    var load =
        rules
            .loadClass(JfrLoaderToolkit.class.getName())
            .getMethod("loadEvents", File.class)
            .invoke(null, recording.toFile());
    var evaluate =
        Arrays.stream(rules.loadClass(RulesToolkit.class.getName()).getMethods())
            .filter(method -> method.getName().equals("evaluateParallel"))
            .findFirst()
            .orElseThrow();
    var services = new ArrayList<Object>();
    ServiceLoader.load(service(rules), loader(rules)).forEach(services::add);

    var results = (Map<?, ?>) evaluate.invoke(null, services, load, null, 1);

    assertThat(results).hasSameSizeAs(services);
    var severityOf = rules.loadClass(IResult.class.getName()).getMethod("getSeverity");
    for (var entry : results.entrySet()) {
      Object result = ((Future<?>) entry.getValue()).get();
      Object severity = severityOf.invoke(result);
      if (entry.getKey().getClass().getSimpleName().equals("ScoreRule")) {
        assertThat(severity).hasToString("WARNING");
      }
    }
  }

  /** Loads as JMC's extension point does: through the class loader of the contributing bundle. */
  private static Class<?> service(Bundle bundle) throws ClassNotFoundException {
    return bundle.loadClass(IRule.class.getName());
  }

  private static ClassLoader loader(Bundle bundle) {
    return bundle.adapt(BundleWiring.class).getClassLoader();
  }
}
