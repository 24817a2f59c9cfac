// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads what is under {@code inside/} in the agent's jar, where no other class loader finds it.
 *
 * <p>Its parent is the platform's loader: it sees the JDK, and nothing of the shell.
 */
final class InsideLoader extends ClassLoader {

  private static final String FOLDER = "inside/";
  private static final String OURS = "org.lusush.lle.";

  static {
    registerAsParallelCapable();
  }

  private final Path path;
  private final JarFile jar;
  private final ProtectionDomain domain;

  InsideLoader(Path path) throws IOException {
    super("lle-agent", ClassLoader.getPlatformClassLoader());
    this.path = path;
    jar = new JarFile(path.toFile());
    var permissions = new Permissions();
    permissions.add(new AllPermission());
    domain =
        new ProtectionDomain(
            new CodeSource(path.toUri().toURL(), (Certificate[]) null), permissions);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var bytes = read(name.replace('.', '/') + ".class");
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    definePackageOf(name);
    return defineClass(name, bytes, 0, bytes.length, domain);
  }

  /** Gives our packages the version of the jar, which recordings tell. */
  private void definePackageOf(String name) {
    var packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    if (!packageName.startsWith(OURS) || getDefinedPackage(packageName) != null) {
      return;
    }
    var version = Agent.class.getPackage().getImplementationVersion();
    try {
      definePackage(packageName, null, null, null, null, version, null, null);
    } catch (IllegalArgumentException e) {
      return; // another thread has just done it
    }
  }

  private byte @Nullable [] read(String file) {
    var entry = jar.getJarEntry(FOLDER + file);
    if (entry == null) {
      return null;
    }
    try (var in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read any more", e);
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    if (jar.getJarEntry(FOLDER + name) == null) {
      return null;
    }
    try {
      return new URL("jar:" + path.toUri() + "!/" + FOLDER + name);
    } catch (MalformedURLException e) {
      return null;
    }
  }
}
