// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has JLine take it that nothing of the line is on the screen, by its own command for that: what it
 * paints next is the prompt and the whole line, where the cursor is.
 */
final class Redraw {

  private static final String COMMAND = "redraw-line";

  private Redraw() {}

  /**
   * Runs the command. To be called on the thread that reads the line, which then paints it.
   *
   * @param builtIn JLine's own commands
   * @param opener makes public methods of a class callable from here
   * @throws IllegalStateException when the command cannot be run
   */
  static void line(@Nullable Object builtIn, Consumer<Class<?>> opener) {
    var command = builtIn instanceof Map<?, ?> commands ? commands.get(COMMAND) : null;
    if (command == null) {
      return; // a version that has none
    }
    try {
      for (var type : command.getClass().getInterfaces()) {
        if (type.getSimpleName().equals("Widget")) {
          opener.accept(type);
          type.getMethod("apply").invoke(command);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the line cannot be painted anew", e);
    }
  }
}
