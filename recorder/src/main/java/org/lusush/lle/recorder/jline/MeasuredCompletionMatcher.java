// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.EditorRecorder;

/** A matcher that does the same as another and is measured; its context is the candidates. */
record MeasuredCompletionMatcher(CompletionMatcher matcher, EditorRecorder recorder)
    implements CompletionMatcher {

  @Override
  public void compile(
      Map<LineReader.Option, Boolean> options,
      boolean prefix,
      CompletingParsedLine line,
      boolean caseInsensitive,
      int errors,
      String originalGroupName) {
    matcher.compile(options, prefix, line, caseInsensitive, errors, originalGroupName);
  }

  @Override
  public List<Candidate> matches(List<Candidate> candidates) {
    try (var measurement =
        recorder
            .measure(OperationType.COMPLETION_SEARCH, Names.of(matcher))
            .contextSize(candidates.size())
            .result(Result.ERROR)) {
      var matches = matcher.matches(candidates);
      measurement.result(Result.SUCCESS);
      return matches;
    }
  }

  @Override
  public Candidate exactMatch() {
    return matcher.exactMatch();
  }

  @Override
  public String getCommonPrefix() {
    return matcher.getCommonPrefix();
  }
}
