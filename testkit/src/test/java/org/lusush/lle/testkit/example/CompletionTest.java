// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jline.reader.impl.completer.StringsCompleter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;
import org.lusush.lle.recorder.jline.JLineInstrumentation;
import org.lusush.lle.testkit.Script;
import org.lusush.lle.testkit.jline.ScriptedTerminal;
import org.lusush.lle.testkit.junit.ExpectedEvent;
import org.lusush.lle.testkit.junit.FlightRecorderExtension;
import org.lusush.lle.testkit.junit.RecordedEvents;

@ExtendWith(FlightRecorderExtension.class)
final class CompletionTest {

  private static final ExpectedEvent KEYSTROKE = ExpectedEvent.of("lle.Keystroke");

  @Test
  void tab_onATableName_asksTheCompleterOnce(RecordedEvents events) throws Exception {
    var script = Script.of().text("select * from cus").tab().enter();
    try (var recorder = EditorRecorder.start(RecorderConfig.of("test"));
        var terminal = ScriptedTerminal.open()) {
      recorder.awaitListening();
      var reader =
          JLineInstrumentation.build(
              recorder,
              terminal.terminal(),
              builder -> builder.completer(new StringsCompleter("customers")));
      terminal.type(script, Duration.ofMillis(2));

      assertThat(reader.readLine("sql> ")).isEqualTo("select * from customers ");

      var keystrokes =
          events.awaitEvents(script.keystrokes().size(), KEYSTROKE, Duration.ofSeconds(10));
      assertThat(keystrokes).hasSameSizeAs(terminal.typed());
      assertThat(events)
          .contains(1, KEYSTROKE.with("widget", "expand-or-complete").with("kind", "control"))
          .contains(1, ExpectedEvent.of("lle.Operation").with("operation", "completion generate"))
          .doesNotContain(ExpectedEvent.of("lle.Operation").with("result", "error"));
    }
  }
}
