// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

/** Names of operations that are carried out by an object of the shell's. */
public final class Names {

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          var name = type.getName();
          int lambda = name.indexOf("$$Lambda");
          return name.substring(name.lastIndexOf('.', lambda < 0 ? name.length() : lambda) + 1)
              .replaceFirst("\\$\\$Lambda.*", " lambda");
        }
      };

  private Names() {}

  /** Returns the name of an object's class without its package. */
  public static String of(Object object) {
    return NAMES.get(object.getClass());
  }
}
