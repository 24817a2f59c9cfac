// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.util.stream.Collectors;
import org.lusush.lle.analyzer.model.tree.WorkTree;

/**
 * Stacks as tools for flame graphs take them: a line for each, the methods from the first caller on
 * with semicolons between them, and how many samples there were of it.
 */
public final class CollapsedStacks {

  private CollapsedStacks() {}

  /** Returns the lines; none where there are no samples. */
  public static String render(WorkTree frames) {
    var out = new StringBuilder();
    frames.forEach(
        (path, node) -> {
          if (node.count() > 0) {
            out.append(path.stream().map(CollapsedStacks::safe).collect(Collectors.joining(";")))
                .append(' ')
                .append(node.count())
                .append('\n');
          }
        });
    return out.toString();
  }

  /** A semicolon would end the method, a space the stack. */
  private static String safe(String method) {
    return method.replace(';', ':').replace(' ', '_');
  }
}
