// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.command.Stage.Redirects;
import org.lusush.lle.examples.shell.command.Stage.Target;

/** Runs built-ins with their streams led where the command line says. */
final class InternalRunner {
  private final ShellState state;
  private final Streams streams;
  private final Frontend frontend;

  InternalRunner(ShellState state, Streams streams, Frontend frontend) {
    this.state = state;
    this.streams = streams;
    this.frontend = frontend;
  }

  int run(Stage.Internal stage) {
    return run(stage, streams.out(), frontend.isStyled());
  }

  /** Runs a built-in that is not the last of its pipeline and returns what it wrote. */
  InputStream runCaptured(Stage.Internal stage) {
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    run(stage, captured, false);
    return new ByteArrayInputStream(captured.toByteArray());
  }

  /** Says why a command could not run. */
  void report(String sentence) {
    PrintStream err = Streams.printer(streams.err());
    err.println(sentence);
    err.flush();
  }

  private int run(Stage.Internal stage, OutputStream unredirected, boolean styled) {
    Redirects redirects = stage.redirects();
    try (@Nullable OutputStream outFile = open(redirects.output());
        @Nullable OutputStream errFile = open(redirects.error())) {
      PrintStream out = Streams.printer(outFile != null ? outFile : unredirected);
      PrintStream err =
          redirects.merged() ? out : Streams.printer(errFile != null ? errFile : streams.err());
      int status = run(stage, out, err, styled && outFile == null);
      out.flush();
      err.flush();
      return status;
    } catch (IOException e) {
      report(stage.builtin().name() + ": the file cannot be written");
      return 1;
    }
  }

  private int run(Stage.Internal stage, PrintStream out, PrintStream err, boolean styled) {
    Call call = new Call(stage.builtin(), stage.arguments(), state, frontend, out, err, styled);
    try {
      return stage.builtin().action().run(call);
    } catch (IOException e) {
      String reason = e.getMessage();
      return call.fail(reason == null ? "input or output failed" : reason);
    }
  }

  private static @Nullable OutputStream open(@Nullable Target target) throws IOException {
    return target == null ? null : new FileOutputStream(target.file().toFile(), target.append());
  }
}
