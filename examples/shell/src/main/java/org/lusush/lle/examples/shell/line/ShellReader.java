// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.List;
import java.util.Map;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Highlighter;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.reader.impl.KillRing;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.SimpleMaskingCallback;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * A line reader that shows suggestions of a {@link Suggester} behind the cursor, walks the history
 * by prefix, and reads secrets without a trace.
 */
public final class ShellReader extends LineReaderImpl {
  private static final Parser VERBATIM =
      (line, cursor, context) -> CursorWord.verbatim(line, cursor);

  private final boolean suggesting;
  private Suggester suggester = text -> "";
  private AttributedStyle suggestionStyle = AttributedStyle.DEFAULT.faint();
  private HistoryWalk walk;
  private @Nullable String suggestedFor;
  private String suggestion = "";

  public ShellReader(Terminal terminal, String name, Map<String, Object> variables) {
    super(terminal, name, variables);
    walk = new HistoryWalk(history);
    suggesting = !terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  public void setSuggester(Suggester suggester, AttributedStyle style) {
    this.suggester = suggester;
    this.suggestionStyle = style;
  }

  @Override
  public void setHistory(History history) {
    super.setHistory(history);
    walk = new HistoryWalk(history);
  }

  @Override
  public String readLine(
      @Nullable String prompt,
      @Nullable String rightPrompt,
      @Nullable MaskingCallback maskingCallback,
      @Nullable String buffer)
      throws UserInterruptException, EndOfFileException {
    suggestedFor = null;
    suggestion = "";
    return super.readLine(prompt, rightPrompt, maskingCallback, buffer);
  }

  /**
   * Reads a line that is shown as stars and kept nowhere: not in the history, not among killed
   * text, not in the undo tree.
   */
  public String readSecret(String prompt) throws UserInterruptException, EndOfFileException {
    Parser usualParser = getParser();
    Highlighter usualHighlighter = getHighlighter();
    KillRing usualKills = killRing;
    String usualYank = yankBuffer;
    setParser(VERBATIM);
    setHighlighter(new DefaultHighlighter());
    killRing = new KillRing();
    setVariable(DISABLE_HISTORY, true);
    setVariable(DISABLE_COMPLETION, true);
    try {
      return readLine(prompt, null, new SimpleMaskingCallback('*'), null);
    } finally {
      setVariable(DISABLE_COMPLETION, false);
      setVariable(DISABLE_HISTORY, false);
      yankBuffer = usualYank;
      killRing = usualKills;
      setHighlighter(usualHighlighter);
      setParser(usualParser);
      undo.clear();
      buf.clear();
    }
  }

  @Override
  public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
    boolean suggest = suggesting && doAutosuggestion && isOpenEnded();
    AttributedString displayed = super.getDisplayedBufferWithPrompts(secondaryPrompts);
    if (!suggest) {
      suggestedFor = null;
      return displayed;
    }
    String text = buf.toString();
    if (!text.equals(suggestedFor)) {
      suggestion = suggester.suggest(text);
      suggestedFor = text;
    }
    return suggestion.isEmpty()
        ? displayed
        : new AttributedStringBuilder()
            .append(displayed)
            .append(suggestion, suggestionStyle)
            .toAttributedString();
  }

  private boolean isOpenEnded() {
    return maskingCallback == null && post == null && buf.cursor() == buf.length();
  }

  /** Returns what is shown behind the cursor; empty when nothing is. */
  String shownSuggestion() {
    return isOpenEnded() && buf.toString().equals(suggestedFor) ? suggestion : "";
  }

  private boolean accept(String text) {
    if (text.isEmpty()) {
      return false;
    }
    buf.write(text);
    return true;
  }

  @Override
  protected boolean forwardChar() {
    return accept(shownSuggestion()) || super.forwardChar();
  }

  @Override
  protected boolean viForwardChar() {
    return accept(shownSuggestion()) || super.viForwardChar();
  }

  @Override
  protected boolean endOfLine() {
    return accept(shownSuggestion()) || super.endOfLine();
  }

  @Override
  protected boolean forwardWord() {
    return accept(firstWord(shownSuggestion())) || super.forwardWord();
  }

  /** Returns the leading blanks and the word after them. */
  static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  @Override
  protected boolean upLineOrSearch() {
    return maskingCallback == null && (upLine() || show(walk.older(buf.toString())));
  }

  @Override
  protected boolean downLineOrSearch() {
    return maskingCallback == null && (downLine() || show(walk.newer(buf.toString())));
  }

  @Override
  protected boolean upLineOrHistory() {
    return upLineOrSearch();
  }

  @Override
  protected boolean downLineOrHistory() {
    return downLineOrSearch();
  }

  private boolean show(@Nullable String line) {
    if (line != null) {
      setBuffer(line);
    }
    return line != null;
  }

  /** Does nothing: JLine's own needs an editor that is not part of this shell. */
  @Override
  protected boolean editAndExecute() {
    return false;
  }

  /** Returns the keys in use, each with what it does, as a person would write them. */
  public List<Map.Entry<String, String>> bindings() {
    return KeyNames.of(
        getKeyMaps().getOrDefault(LineReader.MAIN, new KeyMap<Binding>()), getWidgets().keySet());
  }
}
