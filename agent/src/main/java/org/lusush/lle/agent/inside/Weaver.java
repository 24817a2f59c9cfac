// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weaves JLine's classes when they are loaded, or loaded anew, wherever they have been moved to.
 *
 * <p>Found by the end of their names and what they call. Called by the JVM on any thread.
 */
final class Weaver implements ClassFileTransformer {

  private static final Set<String> CLASSES = Set.of(Site.READER, Site.KEYS, Site.DISPLAY);
  private static final String READER_NAME = "/LineReaderImpl";
  private static final String KEYS_NAME = "/BindingReader";
  private static final String DISPLAY_NAME = "/Display";
  private static final String JLINE = "jline/";

  private final String onlyPrefix;
  private final Runnable firstFound;
  private final Status status;
  private final @Nullable Preparation preparation;
  private final List<JLineCopy> copies = new ArrayList<>();
  private volatile boolean restoring;
  private boolean found;
  private @Nullable RuntimeException refused;

  Weaver(
      Optional<String> onlyPrefix,
      Runnable firstFound,
      Status status,
      @Nullable Preparation preparation) {
    this.preparation = preparation;
    this.onlyPrefix = onlyPrefix.isEmpty() ? "" : onlyPrefix.get().replace('.', '/') + "/";
    this.firstFound = firstFound;
    this.status = status;
  }

  /** Leaves classes as they are from now on. */
  void restore() {
    restoring = true;
  }

  /** Returns JLine's package as an internal name with a slash, if a class is one to be woven. */
  Optional<String> prefixOf(String internalName) {
    if (!internalName.endsWith(READER_NAME)
        && !internalName.endsWith(KEYS_NAME)
        && !internalName.endsWith(DISPLAY_NAME)) {
      return Optional.empty();
    }
    for (var simple : CLASSES) {
      if (internalName.endsWith("/" + simple)) {
        var prefix = internalName.substring(0, internalName.length() - simple.length());
        boolean wanted = onlyPrefix.isEmpty() ? prefix.endsWith(JLINE) : prefix.equals(onlyPrefix);
        return wanted ? Optional.of(prefix) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (className == null || restoring) {
      return null;
    }
    // By hand before all else: this is asked for every class of the shell.
    if (!className.endsWith(READER_NAME)
        && !className.endsWith(KEYS_NAME)
        && !className.endsWith(DISPLAY_NAME)) {
      return null;
    }
    var prefix = prefixOf(className);
    if (prefix.isEmpty()) {
      return null;
    }
    return Privileges.areChecked()
        ? Privileges.use(() -> weave(loader, className, prefix.get(), bytes))
        : weave(loader, className, prefix.get(), bytes);
  }

  private byte @Nullable [] weave(
      @Nullable ClassLoader loader, String className, String prefix, byte[] bytes) {
    var simple = className.substring(prefix.length());
    var copy = copy(prefix, loader);
    try {
      meet();
      var prepared = preparation == null ? null : preparation.outcome(prefix, simple, bytes);
      var outcome = prepared != null ? prepared : Weave.of(bytes, prefix, simple);
      if (outcome.found().isEmpty()) {
        return null;
      }
      copy.woven(simple, outcome.missing());
      return outcome.bytes();
    } catch (RuntimeException | LinkageError e) {
      copy.failed(simple, e);
      return null;
    } finally {
      status.say(copy, copy.describe());
    }
  }

  /** Has everything ready that woven code calls, or throws; the first time and ever after. */
  private synchronized void meet() {
    if (refused != null) {
      throw refused;
    }
    if (!found) {
      found = true;
      try {
        firstFound.run();
      } catch (RuntimeException e) {
        refused = e;
        throw e;
      }
    }
  }

  private JLineCopy copy(String prefix, @Nullable ClassLoader loader) {
    synchronized (copies) {
      for (var copy : copies) {
        if (copy.is(prefix, loader)) {
          return copy;
        }
      }
      var copy = new JLineCopy(prefix, loader);
      copies.add(copy);
      return copy;
    }
  }
}
