// SPDX-License-Identifier: Apache-2.0
/**
 * A person at a terminal, for tests and demonstrations.
 *
 * <p>This package needs a pseudo-terminal (pty4j) alone; {@link org.lusush.lle.testkit.jline} needs
 * JLine, and {@link org.lusush.lle.testkit.junit} JUnit 5 and AssertJ, which are optional
 * dependencies of this module. A whole test with all of them:
 *
 * <pre>{@code
 * @ExtendWith(FlightRecorderExtension.class)
 * final class CompletionTest {
 *
 *   private static final ExpectedEvent KEYSTROKE = ExpectedEvent.of("lle.Keystroke");
 *
 *   @Test
 *   void tab_onATableName_asksTheCompleterOnce(RecordedEvents events) throws Exception {
 *     var script = Script.of().text("select * from cus").tab().enter();
 *     try (var recorder = EditorRecorder.start(RecorderConfig.of("test"));
 *         var terminal = ScriptedTerminal.open()) {
 *       recorder.awaitListening();
 *       var reader =
 *           JLineInstrumentation.build(
 *               recorder,
 *               terminal.terminal(),
 *               builder -> builder.completer(new StringsCompleter("customers")));
 *       terminal.type(script, Duration.ofMillis(2));
 *
 *       assertThat(reader.readLine("sql> ")).isEqualTo("select * from customers ");
 *
 *       var keystrokes =
 *           events.awaitEvents(script.keystrokes().size(), KEYSTROKE, Duration.ofSeconds(10));
 *       assertThat(keystrokes).hasSameSizeAs(terminal.typed());
 *       assertThat(events)
 *           .contains(1, KEYSTROKE.with("widget", "expand-or-complete").with("kind", "control"))
 *           .contains(1, ExpectedEvent.of("lle.Operation").with("operation", "completion generate"))
 *           .doesNotContain(ExpectedEvent.of("lle.Operation").with("result", "error"));
 *     }
 *   }
 * }
 * }</pre>
 */
@NullMarked
package org.lusush.lle.testkit;

import org.jspecify.annotations.NullMarked;
