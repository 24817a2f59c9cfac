// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;

/** The built jar, as it goes into JMC's dropins. */
final class RulesJarIT {

  static final Path JAR = Path.of(System.getProperty("lle.rules.jar"));

  private static final int JAVA_17 = 61;

  @Test
  void manifest_builtJar_describesTheBundle() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();

      assertThat(manifest.getValue("Bundle-ManifestVersion")).isEqualTo("2");
      assertThat(manifest.getValue("Bundle-SymbolicName"))
          .isEqualTo("org.lusush.lle.jmc;singleton:=true");
      assertThat(manifest.getValue("Bundle-Version")).matches("\\d+\\.\\d+\\.\\d+(\\.[\\w-]+)?");
      assertThat(manifest.getValue("Require-Bundle"))
          .isEqualTo(
              "org.openjdk.jmc.common;bundle-version=\"[8.2,10)\","
                  + "org.openjdk.jmc.flightrecorder;bundle-version=\"[8.2,10)\","
                  + "org.openjdk.jmc.flightrecorder.rules;bundle-version=\"[8.2,10)\"");
      assertThat(manifest.getValue("Require-Capability"))
          .isEqualTo("osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"");
      assertThat(manifest.getValue("Import-Package")).isNull();
      assertThat(manifest.getValue("Fragment-Host")).isNull();
    }
  }

  @Test
  void classes_builtJar_areOursAndTheVocabularyOnly() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      var classes = names(jar).filter(name -> name.endsWith(".class")).toList();

      assertThat(classes)
          .contains(
              "org/lusush/lle/events/Targets.class",
              "org/lusush/lle/events/Result.class",
              "org/lusush/lle/events/schema/EventSchema.class")
          .allMatch(
              name ->
                  name.startsWith("org/lusush/lle/jmc/")
                      || name.startsWith("org/lusush/lle/events/"))
          .noneMatch(name -> name.startsWith("org/lusush/lle/jmc/corpus/"))
          .noneMatch(name -> name.endsWith("Event.class"));
    }
  }

  @Test
  void classes_builtJar_runOnJava17() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        try (var in = new DataInputStream(jar.getInputStream(entry))) {
          in.readInt();
          in.readUnsignedShort();
          assertThat(in.readUnsignedShort()).as(entry.getName()).isLessThanOrEqualTo(JAVA_17);
        }
      }
    }
  }

  @Test
  void resources_builtJar_tellJmcOfTheRules() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      assertThat(text(jar, "plugin.xml"))
          .contains("point=\"org.openjdk.jmc.flightrecorder.rules.ruleProvider\"")
          .contains("<ruleProvider/>")
          .contains("point=\"org.openjdk.jmc.flightrecorder.ui.datapage\"")
          .contains("<pages file=\"pages.xml\"");
      assertThat(text(jar, "META-INF/services/org.openjdk.jmc.flightrecorder.rules.IRule").lines())
          .contains(
              RuleRegistry.getRules().stream()
                  .map(rule -> rule.getClass().getName())
                  .toArray(String[]::new));
      assertThat(names(jar))
          .filteredOn(name -> !name.endsWith("/") && !name.endsWith(".class"))
          .allMatch(
              name ->
                  name.startsWith("META-INF/")
                      || List.of("plugin.xml", "pages.xml", "org/lusush/lle/jmc/texts.properties")
                          .contains(name));
    }
  }

  @Test
  void serviceLoader_jarBesideJmcOnly_findsTheRules() throws IOException {
    URL[] jmc = urls(Jvm.jmc());
    try (var parent = new URLClassLoader(jmc, ClassLoader.getPlatformClassLoader());
        var loader = new URLClassLoader(urls(List.of(JAR)), parent)) {
      Class<?> service = parent.loadClass(IRule.class.getName());

      assertThat(ServiceLoader.load(service, loader))
          .extracting("name")
          .containsExactlyInAnyOrderElementsOf(
              RuleRegistry.getRules().stream().<Object>map(IRule::getName).toList());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<String> names(JarFile jar) {
    return jar.stream().map(JarEntry::getName);
  }

  private static String text(JarFile jar, String name) throws IOException {
    try (var in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static URL[] urls(List<Path> files) throws IOException {
    var urls = new URL[files.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = files.get(i).toUri().toURL();
    }
    return urls;
  }
}
