// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.shell;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;

/** Runs {@link MiniShell} in a class loader that sees nothing of its parents but the JDK. */
public final class IsolatedShell {

  private IsolatedShell() {}

  public static void main(String... arguments)
      throws ReflectiveOperationException, MalformedURLException {
    var urls = new ArrayList<URL>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    var loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            // As an OSGi framework does: only java.* is everybody's.
            if (name.startsWith("org.lusush.lle.agent.inside") || name.endsWith(".Agent")) {
              throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
          }
        };
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass("org.lusush.lle.agent.shell.MiniShell")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }
}
