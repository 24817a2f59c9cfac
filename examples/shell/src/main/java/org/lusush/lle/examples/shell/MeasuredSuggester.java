// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.examples.shell.line.Suggester;
import org.lusush.lle.recorder.EditorRecorder;

/** A suggester that does the same as another and is measured; its context is the characters. */
final class MeasuredSuggester implements Suggester {

  private final Suggester suggester;
  private final EditorRecorder recorder;

  MeasuredSuggester(Suggester suggester, EditorRecorder recorder) {
    this.suggester = suggester;
    this.recorder = recorder;
  }

  @Override
  public String suggest(String text) {
    try (var measurement =
        recorder
            .measure(OperationType.AUTOSUGGESTION, "history suggester")
            .contextSize(text.length())
            .result(Result.ERROR)) {
      var suggestion = suggester.suggest(text);
      measurement.result(Result.SUCCESS);
      return suggestion;
    }
  }
}
