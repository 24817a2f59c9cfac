// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.lang.StackWalker.StackFrame;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells by the stack what a line does whose own code was running before it was woven, and tells
 * nothing. For that one line only: a look takes some microseconds.
 */
final class Stack {

  private static final String READER = "LineReaderImpl";
  private static final String LOOP = "readLine";

  /** What the loop that reads a line calls itself, beside the commands of its keys. */
  private static final Set<String> OF_THE_LOOP =
      Set.of("readBinding", "redisplay", "cleanup", "doCleanup");

  private Stack() {}

  /** Returns whether this is called from a command, not from the loop that reads the line. */
  static boolean isInCommand() {
    return StackWalker.getInstance().walk(Stack::isInCommand);
  }

  private static boolean isInCommand(Stream<StackFrame> frames) {
    return frames
        .filter(frame -> frame.getClassName().endsWith(READER))
        .takeWhile(frame -> !frame.getMethodName().equals(LOOP))
        .anyMatch(frame -> !OF_THE_LOOP.contains(frame.getMethodName()));
  }
}
