// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.profiler;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Writes a profile as flame graph tools read it: a line for each path, its operations from the
 * outermost in with a semicolon between, then a blank and its self time in microseconds.
 *
 * <p>An operation is its type's label, and after a colon its name where it has one. In names a
 * backslash, a semicolon and control characters are written as a backslash, {@code u} and four
 * hexadecimal digits. Paths of less than half a microsecond are left out.
 */
public final class CollapsedStacks {

  private static final long MICRO_NANOS = 1_000;

  private CollapsedStacks() {}

  /** Writes a profile, most time first. */
  public static void write(Profile profile, Appendable out) throws IOException {
    requireNonNull(profile, "profile");
    requireNonNull(out, "out");
    write(profile.roots(), "", out);
  }

  private static void write(List<CallNode> nodes, String around, Appendable out)
      throws IOException {
    for (var node : nodes) {
      String path = around + frame(node);
      long micros =
          node.selfNanos() / MICRO_NANOS + node.selfNanos() % MICRO_NANOS * 2 / MICRO_NANOS;
      if (micros > 0) {
        out.append(path).append(' ').append(Long.toString(micros)).append('\n');
      }
      write(node.children(), path + ";", out);
    }
  }

  private static String frame(CallNode node) {
    String label = node.type().label();
    return node.name().isEmpty() ? label : label + ":" + escaped(node.name());
  }

  private static String escaped(String name) {
    var escaped = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ';' || c == '\\' || Character.isISOControl(c) || isLineBreak(c)) {
        escaped.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isLineBreak(char c) {
    int type = Character.getType(c);
    return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
  }
}
