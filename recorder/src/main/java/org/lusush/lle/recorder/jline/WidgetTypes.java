// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.jline.reader.LineReader;
import org.lusush.lle.events.OperationType;

/**
 * What kind of operation each of JLine's editor commands is, and what it is called in recordings.
 *
 * <p>Of JLine it uses constants only, which the compiler copies: it can be loaded without.
 */
public final class WidgetTypes {

  /** The name of a command of the shell's own whose name could tell what was typed. */
  public static final String SHELLS_OWN = "of the shell's own";

  /** Widgets that JLine binds to one character each: their names would tell what was typed. */
  private static final Set<String> NAMED_AFTER_THEIR_KEY =
      Set.of(
          LineReader.INSERT_CLOSE_CURLY,
          LineReader.INSERT_CLOSE_PAREN,
          LineReader.INSERT_CLOSE_SQUARE);

  private static final Map<String, OperationType> TYPES =
      Map.ofEntries(
          entry(LineReader.SELF_INSERT, OperationType.BUFFER_INSERT),
          entry(LineReader.SELF_INSERT_UNMETA, OperationType.BUFFER_INSERT),
          entry(LineReader.QUOTED_INSERT, OperationType.BUFFER_INSERT),
          entry(LineReader.BEGIN_PASTE, OperationType.BUFFER_INSERT),
          entry(LineReader.YANK, OperationType.BUFFER_INSERT),
          entry(LineReader.YANK_POP, OperationType.BUFFER_INSERT),
          entry(LineReader.COPY_PREV_WORD, OperationType.BUFFER_INSERT),
          entry(LineReader.INSERT_CLOSE_CURLY, OperationType.BUFFER_INSERT),
          entry(LineReader.INSERT_CLOSE_PAREN, OperationType.BUFFER_INSERT),
          entry(LineReader.INSERT_CLOSE_SQUARE, OperationType.BUFFER_INSERT),
          entry(LineReader.INSERT_COMMENT, OperationType.BUFFER_INSERT),
          entry(LineReader.VI_PUT_AFTER, OperationType.BUFFER_INSERT),
          entry(LineReader.VI_PUT_BEFORE, OperationType.BUFFER_INSERT),
          entry(LineReader.BACKWARD_DELETE_CHAR, OperationType.BUFFER_DELETE),
          entry(LineReader.BACKWARD_DELETE_WORD, OperationType.BUFFER_DELETE),
          entry(LineReader.BACKWARD_KILL_LINE, OperationType.BUFFER_DELETE),
          entry(LineReader.BACKWARD_KILL_WORD, OperationType.BUFFER_DELETE),
          entry(LineReader.DELETE_CHAR, OperationType.BUFFER_DELETE),
          entry(LineReader.DELETE_CHAR_OR_LIST, OperationType.BUFFER_DELETE),
          entry(LineReader.DELETE_WORD, OperationType.BUFFER_DELETE),
          entry(LineReader.KILL_BUFFER, OperationType.BUFFER_DELETE),
          entry(LineReader.KILL_LINE, OperationType.BUFFER_DELETE),
          entry(LineReader.KILL_REGION, OperationType.BUFFER_DELETE),
          entry(LineReader.KILL_WHOLE_LINE, OperationType.BUFFER_DELETE),
          entry(LineReader.KILL_WORD, OperationType.BUFFER_DELETE),
          entry(LineReader.VI_BACKWARD_DELETE_CHAR, OperationType.BUFFER_DELETE),
          entry(LineReader.VI_BACKWARD_KILL_WORD, OperationType.BUFFER_DELETE),
          entry(LineReader.VI_DELETE, OperationType.BUFFER_DELETE),
          entry(LineReader.VI_DELETE_CHAR, OperationType.BUFFER_DELETE),
          entry(LineReader.VI_KILL_EOL, OperationType.BUFFER_DELETE),
          entry(LineReader.VI_KILL_LINE, OperationType.BUFFER_DELETE),
          entry(LineReader.VI_FIND_NEXT_CHAR, OperationType.BUFFER_SEARCH),
          entry(LineReader.VI_FIND_NEXT_CHAR_SKIP, OperationType.BUFFER_SEARCH),
          entry(LineReader.VI_FIND_PREV_CHAR, OperationType.BUFFER_SEARCH),
          entry(LineReader.VI_FIND_PREV_CHAR_SKIP, OperationType.BUFFER_SEARCH),
          entry(LineReader.VI_MATCH_BRACKET, OperationType.BUFFER_SEARCH),
          entry(LineReader.VI_REPEAT_SEARCH, OperationType.HISTORY_SEARCH),
          entry(LineReader.VI_REV_REPEAT_SEARCH, OperationType.HISTORY_SEARCH),
          entry(LineReader.BEGINNING_OF_HISTORY, OperationType.HISTORY_SEARCH),
          entry(LineReader.END_OF_HISTORY, OperationType.HISTORY_SEARCH),
          entry(LineReader.UP_HISTORY, OperationType.HISTORY_SEARCH),
          entry(LineReader.DOWN_HISTORY, OperationType.HISTORY_SEARCH),
          entry(LineReader.UP_LINE_OR_HISTORY, OperationType.HISTORY_SEARCH),
          entry(LineReader.DOWN_LINE_OR_HISTORY, OperationType.HISTORY_SEARCH),
          entry(LineReader.UP_LINE_OR_SEARCH, OperationType.HISTORY_SEARCH),
          entry(LineReader.DOWN_LINE_OR_SEARCH, OperationType.HISTORY_SEARCH),
          entry(LineReader.VI_UP_LINE_OR_HISTORY, OperationType.HISTORY_SEARCH),
          entry(LineReader.VI_DOWN_LINE_OR_HISTORY, OperationType.HISTORY_SEARCH),
          entry(LineReader.HISTORY_SEARCH_BACKWARD, OperationType.HISTORY_SEARCH),
          entry(LineReader.HISTORY_SEARCH_FORWARD, OperationType.HISTORY_SEARCH),
          entry(LineReader.HISTORY_INCREMENTAL_SEARCH_BACKWARD, OperationType.HISTORY_SEARCH),
          entry(LineReader.HISTORY_INCREMENTAL_SEARCH_FORWARD, OperationType.HISTORY_SEARCH),
          entry(LineReader.VI_HISTORY_SEARCH_BACKWARD, OperationType.HISTORY_SEARCH),
          entry(LineReader.VI_HISTORY_SEARCH_FORWARD, OperationType.HISTORY_SEARCH),
          entry(LineReader.COMPLETE_PREFIX, OperationType.COMPLETION_SEARCH),
          entry(LineReader.COMPLETE_WORD, OperationType.COMPLETION_SEARCH),
          entry(LineReader.EXPAND_OR_COMPLETE, OperationType.COMPLETION_SEARCH),
          entry(LineReader.EXPAND_OR_COMPLETE_PREFIX, OperationType.COMPLETION_SEARCH),
          entry(LineReader.EXPAND_WORD, OperationType.COMPLETION_SEARCH),
          entry(LineReader.LIST_CHOICES, OperationType.COMPLETION_SEARCH),
          entry(LineReader.MENU_COMPLETE, OperationType.COMPLETION_SEARCH),
          entry(LineReader.MENU_EXPAND_OR_COMPLETE, OperationType.COMPLETION_SEARCH),
          entry(LineReader.CLEAR, OperationType.DISPLAY_UPDATE),
          entry(LineReader.CLEAR_SCREEN, OperationType.DISPLAY_UPDATE),
          entry(LineReader.REDISPLAY, OperationType.DISPLAY_UPDATE),
          entry(LineReader.REDRAW_LINE, OperationType.DISPLAY_UPDATE),
          entry(LineReader.FRESH_LINE, OperationType.DISPLAY_UPDATE));

  private WidgetTypes() {}

  /** Returns the kind of one of JLine's commands; a dispatch, if it is no other. */
  public static OperationType of(String widget) {
    return TYPES.getOrDefault(widget, OperationType.EVENT_DISPATCH);
  }

  /** Returns the name that one of JLine's own commands is recorded by. */
  public static String recordedName(String widget) {
    return NAMED_AFTER_THEIR_KEY.contains(widget) ? LineReader.SELF_INSERT : widget;
  }
}
