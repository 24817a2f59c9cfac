// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.recorder.monitor.Monitor;

/** A completer that does the same as another and is measured; its context is the candidates. */
record MeasuredCompleter(Completer completer, Monitor monitor) implements Completer {

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    try (var measurement =
        monitor
            .measure(OperationType.COMPLETION_GENERATE, Names.of(completer))
            .result(Result.ERROR)) {
      completer.complete(reader, line, candidates);
      measurement.contextSize(candidates.size()).result(Result.SUCCESS);
    }
  }
}
