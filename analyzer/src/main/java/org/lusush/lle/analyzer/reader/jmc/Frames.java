// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lusush.lle.analyzer.model.Printable;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.IMCMethod;
import org.openjdk.jmc.common.IMCStackTrace;

/** Names the method that a stack trace is about. */
final class Frames {

  private static final List<String> PLATFORM =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.lusush.lle.recorder.");

  /** In place of methods that are not known. */
  private static final String UNKNOWN = "(unknown)";

  private Frames() {}

  /**
   * Returns the innermost method, and the innermost that is not the platform's or ours where that
   * is another: {@code FileInputStream.readBytes in com.acme.Catalog.load}.
   *
   * @return the empty string where there is no stack trace
   */
  static String of(Object stackTrace) {
    if (!(stackTrace instanceof IMCStackTrace trace) || trace.getFrames().isEmpty()) {
      return "";
    }
    var top = trace.getFrames().get(0).getMethod();
    for (IMCFrame frame : trace.getFrames()) {
      if (isOfTheShell(frame.getMethod())) {
        String caller = full(frame.getMethod());
        return Printable.of(frame.getMethod().equals(top) ? caller : brief(top) + " in " + caller);
      }
    }
    return Printable.of(full(top));
  }

  /** Returns the name of a method. */
  static String of(IMCMethod method) {
    return Printable.of(withoutAddress(full(method)));
  }

  /** Returns all methods of a stack trace from the first caller on. */
  static List<String> stack(Object stackTrace) {
    if (!(stackTrace instanceof IMCStackTrace trace) || trace.getFrames().isEmpty()) {
      return List.of(UNKNOWN);
    }
    List<String> names = new ArrayList<>();
    for (IMCFrame frame : trace.getFrames()) {
      names.add(Printable.of(withoutAddress(full(frame.getMethod()))));
    }
    Collections.reverse(names);
    return names;
  }

  /** A hidden class has an address in its name, which is another one in each process. */
  private static String withoutAddress(String method) {
    int address = method.indexOf("/0x") >= 0 ? method.indexOf("/0x") : method.indexOf("+0x");
    int end = method.lastIndexOf('.');
    return address < 0 || end < address
        ? method
        : method.substring(0, address) + method.substring(end);
  }

  private static boolean isOfTheShell(IMCMethod method) {
    String type = method.getType().getFullName();
    return PLATFORM.stream().noneMatch(type::startsWith);
  }

  private static String brief(IMCMethod method) {
    return method.getType().getTypeName() + "." + method.getMethodName();
  }

  private static String full(IMCMethod method) {
    return method.getType().getFullName() + "." + method.getMethodName();
  }
}
