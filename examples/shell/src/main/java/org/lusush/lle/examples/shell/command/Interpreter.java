// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.util.List;
import org.lusush.lle.examples.shell.syntax.Aliases;
import org.lusush.lle.examples.shell.syntax.Script;
import org.lusush.lle.examples.shell.syntax.Script.Pipeline;
import org.lusush.lle.examples.shell.syntax.Script.Step;
import org.lusush.lle.examples.shell.syntax.ScriptParser;
import org.lusush.lle.examples.shell.syntax.SyntaxException;

/** Runs command lines in a session. Used by one thread, except for {@link #interrupt}. */
public final class Interpreter {
  private static final int MISUSED = 2;

  private final ShellState state;
  private final Planner planner;
  private final PipelineRunner runner;
  private final InternalRunner reporter;

  public Interpreter(Commands commands, Streams streams, Frontend frontend) {
    this.state = commands.state();
    this.planner = new Planner(commands);
    this.runner = new PipelineRunner(state, streams, frontend);
    this.reporter = new InternalRunner(state, streams, frontend);
  }

  /** Runs a line and returns its exit status, which is also kept in the state. */
  public int run(String line) {
    try {
      run(ScriptParser.parse(Aliases.expand(line, state.aliases())));
    } catch (SyntaxException e) {
      reporter.report(String.valueOf(e.getMessage()));
      state.setStatus(MISUSED);
    }
    return state.status();
  }

  /** Ends the programs that run, on behalf of a terminal that cannot do so itself. */
  public void interrupt() {
    runner.interrupt();
  }

  private void run(Script script) {
    for (Step step : script.steps()) {
      if (state.isExiting()) {
        return;
      }
      if (step.connector().admits(state.status())) {
        state.setStatus(run(step.pipeline()));
      }
    }
  }

  private int run(Pipeline pipeline) {
    List<Stage> stages = pipeline.commands().stream().map(planner::plan).toList();
    int status = runner.run(stages);
    if (pipeline.negated()) {
      return status == 0 ? 1 : 0;
    }
    return status;
  }
}
