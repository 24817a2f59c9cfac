// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;
import org.lusush.lle.events.Result;
import org.lusush.lle.examples.shell.command.DirectoryScanner;
import org.lusush.lle.recorder.EditorRecorder;

/** A scanner that does the same as another and is measured; its context is the names. */
final class MeasuredScanner implements DirectoryScanner {

  private final DirectoryScanner scanner;
  private final EditorRecorder recorder;

  MeasuredScanner(DirectoryScanner scanner, EditorRecorder recorder) {
    this.scanner = scanner;
    this.recorder = recorder;
  }

  @Override
  public List<String> scan(Path directory) throws IOException {
    try (var measurement =
        recorder
            .measure(OperationType.CUSTOM, Component.COMPLETION, "path scan")
            .result(Result.ERROR)) {
      var names = scanner.scan(directory);
      measurement.contextSize(names.size()).result(Result.SUCCESS);
      return names;
    }
  }
}
