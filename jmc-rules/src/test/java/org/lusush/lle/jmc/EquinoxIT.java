// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleWiring;

/** The built jar as a bundle, in the framework that JMC runs on, beside JMC's core bundles. */
final class EquinoxIT {

  @TempDir private Path folder;

  @Test
  void resolve_besideJmcsBundles_offersTheRules() throws Exception {
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.toString()));
    framework.start();
    try {
      var bundles = new ArrayList<Bundle>();
      for (Path jar : Jvm.jmc()) {
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
          .containsExactlyInAnyOrder(
              "LleKeystrokeLatency", "LleCacheHitRate", "LleOperationErrors");
    } finally {
      framework.stop();
      framework.waitForStop(30_000);
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
