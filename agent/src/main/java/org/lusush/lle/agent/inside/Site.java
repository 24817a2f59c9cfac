// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call in JLine's code that is observed, as found in all versions from 3.19 to 4.5; or one of
 * several for the same point, of which a version makes one.
 *
 * @param in the class that makes it, without the package prefix of JLine
 * @param methods the names of the methods that make it; empty for all
 * @param owner the class that is called, without JLine's prefix, or with its package in the JDK
 * @param name the method that is called
 * @param descriptor the start of its descriptor, without JLine's prefix
 * @param point what it is to the observer
 * @param argument which argument the observer is told, or {@link #NONE}
 */
record Site(
    String in,
    Set<String> methods,
    String owner,
    String name,
    String descriptor,
    Point point,
    int argument) {

  static final int NONE = -1;
  static final String READER = "reader/impl/LineReaderImpl";
  static final String KEYS = "keymap/BindingReader";
  static final String DISPLAY = "utils/Display";

  private static final Set<String> ANY = Set.of();
  private static final String TERMINAL = "terminal/Terminal";
  private static final String INPUT = "utils/NonBlockingReader";

  /** All of them. The first class decides whether there is JLine at all. */
  static final List<Site> ALL =
      List.of(
          site(READER, Set.of("readLine"), TERMINAL, "enterRawMode", "()", Point.LINE_START, NONE),
          site(READER, Set.of("readLine"), TERMINAL, "setAttributes", "(", Point.LINE_END, NONE),
          site(READER, Set.of("readLine"), READER, "callWidget", "(", Point.PROMPT, 0),
          site(READER, ANY, "reader/Widget", "apply", "()Z", Point.COMMAND, NONE),
          site(READER, ANY, DISPLAY, "update", "(Ljava/util/List;I", Point.UPDATE, 0),
          site(READER, ANY, DISPLAY, "resize", "(II)V", Point.RESIZE, NONE),
          site(READER, ANY, DISPLAY, "resize", "(L", Point.RESIZE, NONE),
          site(READER, ANY, TERMINAL, "flush", "()V", Point.FLUSH, NONE),
          site(READER, Set.of("printAbove"), READER, "redisplay", "(Z)V", Point.PRINT_ABOVE, NONE),
          site(READER, Set.of("handleSignal"), READER, "redisplay", "()", Point.SIGNAL, NONE),
          site(READER, ANY, "reader/Highlighter", "highlight", "(", Point.HIGHLIGHT, 1),
          site(READER, ANY, "reader/Parser", "parse", "(Ljava/lang/String;", Point.PARSE, 0),
          site(READER, ANY, "reader/Completer", "complete", "(", Point.COMPLETE, 2),
          site(
              READER,
              ANY,
              "reader/CompletionMatcher",
              "matches",
              "(Ljava/util/List;)",
              Point.MATCH,
              0),
          site(READER, ANY, "reader/History", "add", "(", Point.HISTORY_ADD, NONE),
          site(READER, ANY, "reader/History", "attach", "(", Point.HISTORY_ATTACH, NONE),
          site(
              READER,
              Set.of("getDisplayedBufferWithPrompts"),
              READER,
              "matchPreviousCommand",
              "(Ljava/lang/String;)",
              Point.SUGGEST,
              0),
          site(
              READER,
              Set.of("getDisplayedBufferWithPrompts"),
              READER,
              "listChoices",
              "(Z)",
              Point.SUGGEST,
              NONE),
          site(KEYS, ANY, INPUT, "read", "(", Point.READ, NONE),
          site(KEYS, ANY, INPUT, "peek", "(", Point.PEEK, NONE),
          site(KEYS, ANY, INPUT, "readBuffered", "([C", Point.READ_MANY, 0),
          site(KEYS, ANY, "java/util/Deque", "pop", "()", Point.TAKE_BACK, NONE),
          site(DISPLAY, ANY, TERMINAL, "flush", "()V", Point.FLUSH, NONE),
          site(
              DISPLAY,
              Set.of("update"),
              "java/io/OutputStream",
              "flush",
              "()V",
              Point.FLUSH,
              NONE));

  private static Site site(
      String in,
      Set<String> methods,
      String owner,
      String name,
      String descriptor,
      Point point,
      int argument) {
    return new Site(in, methods, owner, name, descriptor, point, argument);
  }

  /**
   * Returns whether a call is this one.
   *
   * @param prefix JLine's package as an internal name, with a slash
   * @param by the method that makes the call
   * @param called the class that is called, as an internal name
   * @param calledName the method that is called
   * @param calledDescriptor its descriptor
   * @param last the constant that is its last argument, or null for something else
   */
  boolean is(
      String prefix,
      String by,
      String called,
      String calledName,
      String calledDescriptor,
      @Nullable Object last) {
    return calledName.equals(name)
        && (called.equals(owner) || called.equals(prefix + owner))
        && calledDescriptor.startsWith(descriptor)
        && (methods.isEmpty() || methods.contains(by))
        // Of the commands that are called, only the one at the start of each line is meant.
        && (point != Point.PROMPT || "callback-init".equals(last));
  }

  @Override
  public String toString() {
    return in.substring(in.lastIndexOf('/') + 1)
        + (methods.isEmpty() ? "" : "." + String.join("|", methods))
        + " calls "
        + owner.substring(owner.lastIndexOf('/') + 1)
        + "."
        + name;
  }
}
