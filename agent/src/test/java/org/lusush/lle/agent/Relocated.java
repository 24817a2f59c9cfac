// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.lusush.lle.agent.shell.MiniShell;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The small shell of the tests with its JLine moved to another package, as shading tools do it:
 * names of classes, of resources, and text that names either.
 */
final class Relocated {

  private static final String JLINE = "org/jline/";
  private static final String SERVICES = "META-INF/services/";

  private final String to;
  private final Remapper remapper = new Moving();

  /**
   * @param to where JLine's package goes, as an internal name with a slash at its end
   */
  private Relocated(String to) {
    this.to = to;
  }

  /** Writes a jar of the shell and a JLine that was moved. */
  static Path shell(Path folder, Path jline, String to) throws IOException {
    var relocated = new Relocated(to);
    var jar = folder.resolve("relocated.jar");
    try (var in = new JarFile(jline.toFile());
        var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var entry : in.stream().filter(each -> !each.isDirectory()).toList()) {
        try (var bytes = in.getInputStream(entry)) {
          relocated.write(out, entry.getName(), bytes.readAllBytes());
        }
      }
      var shell = MiniShell.class.getName().replace('.', '/') + ".class";
      try (var bytes = MiniShell.class.getClassLoader().getResourceAsStream(shell)) {
        relocated.write(out, shell, bytes.readAllBytes());
      }
    }
    return jar;
  }

  private void write(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(moved(name)));
    if (name.endsWith(".class") && !name.endsWith("module-info.class")) {
      var writer = new ClassWriter(0);
      new ClassReader(bytes).accept(new ClassRemapper(writer, remapper), 0);
      out.write(writer.toByteArray());
    } else if (name.startsWith(SERVICES)) {
      out.write(moved(new String(bytes, UTF_8)).getBytes(UTF_8));
    } else {
      out.write(bytes);
    }
    out.closeEntry();
  }

  private String moved(String text) {
    return text.replace(JLINE, to).replace(JLINE.replace('/', '.'), to.replace('/', '.'));
  }

  private final class Moving extends Remapper {
    Moving() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String internalName) {
      return moved(internalName);
    }

    @Override
    public Object mapValue(Object value) {
      return value instanceof String text ? moved(text) : super.mapValue(value);
    }
  }
}
