// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.monitor.Monitor;

/** A highlighter that does the same as another and is measured; its context is the characters. */
record MeasuredHighlighter(Highlighter highlighter, Monitor monitor) implements Highlighter {

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    try (var measurement =
        monitor
            .measure(OperationType.SYNTAX_HIGHLIGHT, Names.of(highlighter))
            .contextSize(buffer.length())
            .result(Result.ERROR)) {
      var highlighted = highlighter.highlight(reader, buffer);
      measurement.result(Result.SUCCESS);
      return highlighted;
    }
  }

  @Override
  public void refresh(LineReader reader) {
    highlighter.refresh(reader);
  }

  @Override
  public void setErrorPattern(Pattern errorPattern) {
    highlighter.setErrorPattern(errorPattern);
  }

  @Override
  public void setErrorIndex(int errorIndex) {
    highlighter.setErrorIndex(errorIndex);
  }
}
