// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One copy of JLine in this JVM: its package and the class loader that has it. Thread-safe. */
final class JLineCopy {

  private static final String UNKNOWN = "of unknown version";
  private static final List<String> POMS =
      List.of(
          "META-INF/maven/org.jline/jline-reader/pom.properties",
          "META-INF/maven/org.jline/jline/pom.properties");

  private final String prefix;
  private final @Nullable ClassLoader loader;
  private final Set<String> woven = new LinkedHashSet<>();
  private final Set<Site> missing = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();

  JLineCopy(String prefix, @Nullable ClassLoader loader) {
    this.prefix = prefix;
    this.loader = loader;
  }

  boolean is(String otherPrefix, @Nullable ClassLoader other) {
    return loader == other && prefix.equals(otherPrefix);
  }

  synchronized void woven(String simple, Set<Site> left) {
    woven.add(simple);
    missing.addAll(left);
  }

  synchronized void failed(String simple, Throwable problem) {
    problems.add(simple + ": " + problem);
  }

  /** Returns what became of it, in a sentence. */
  synchronized String describe() {
    var sentence = new StringBuilder("observes ").append(prefix.replace('/', '.'));
    sentence.setLength(sentence.length() - 1);
    sentence.append(" (").append(loader == null ? "the JDK's own" : loader.getClass().getName());
    sentence.append("): ").append(woven.size()).append(" classes");
    if (!missing.isEmpty()) {
      sentence.append("; not in this version: ");
      missing.forEach(site -> sentence.append(site).append(", "));
      sentence.setLength(sentence.length() - 2);
    }
    for (var problem : problems) {
      sentence.append("; left as it was: ").append(problem);
    }
    return sentence.toString();
  }

  /** Returns the version of JLine that a class is of, or says that it is not known. */
  static String versionOf(Class<?> type) {
    var manifest = type.getPackage() == null ? null : type.getPackage().getImplementationVersion();
    if (manifest != null && type.getName().startsWith("org.jline.")) {
      return manifest;
    }
    var loader = type.getClassLoader();
    if (loader == null || type.getModule().isNamed()) {
      return "of Java " + Runtime.version().feature();
    }
    for (var pom : POMS) {
      try (var in = loader.getResourceAsStream(pom)) {
        if (in != null) {
          var properties = new Properties();
          properties.load(in);
          return properties.getProperty("version", UNKNOWN);
        }
      } catch (IOException e) {
        return UNKNOWN;
      }
    }
    return UNKNOWN;
  }
}
