// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.examples.shell.command.Stage.Redirects;
import org.lusush.lle.examples.shell.command.Stage.Target;

/**
 * Runs pipelines. Neighbouring programs are joined by the operating system; where a built-in or a
 * merged error stream stands between them, a thread copies.
 *
 * <p>One thread runs, any thread may {@link #interrupt}.
 */
final class PipelineRunner {
  private static final Path NOTHING = Path.of("/dev/null");

  private final ShellState state;
  private final Streams streams;
  private final InternalRunner internals;
  private final List<Process> running = new CopyOnWriteArrayList<>();
  private final List<Thread> copiers = new ArrayList<>();

  PipelineRunner(ShellState state, Streams streams, Frontend frontend) {
    this.state = state;
    this.streams = streams;
    this.internals = new InternalRunner(state, streams, frontend);
  }

  /** Runs the stages to their end and returns the status of the last. */
  int run(List<Stage> stages) {
    int status = 0;
    @Nullable Process tail = null;
    @Nullable InputStream feed = null;
    for (int begin = 0, end; begin < stages.size(); begin = end) {
      end = groupEnd(stages, begin);
      boolean last = end == stages.size();
      if (stages.get(begin) instanceof Stage.Internal internal) {
        close(feed);
        feed = last ? null : internals.runCaptured(internal);
        status = last ? internals.run(internal) : 0;
      } else {
        tail = start(stages, begin, end, feed);
        status = CommandException.CANNOT_RUN;
        feed = last || tail == null ? null : tail.getInputStream();
      }
    }
    awaitAll();
    boolean endsInProgram = stages.get(stages.size() - 1) instanceof Stage.Program;
    return endsInProgram && tail != null ? tail.exitValue() : status;
  }

  /** Ends the programs that run, unless the terminal has told them itself. */
  void interrupt() {
    if (!streams.inherited()) {
      running.forEach(Process::destroy);
    }
  }

  private static int groupEnd(List<Stage> stages, int begin) {
    int end = begin + 1;
    while (end < stages.size() && isDirect(stages.get(end - 1), stages.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDirect(Stage from, Stage to) {
    return from instanceof Stage.Program
        && to instanceof Stage.Program
        && from.redirects().output() == null
        && !from.redirects().merged()
        && to.redirects().input() == null;
  }

  /**
   * Starts programs that are joined directly and returns the last, or null when they cannot be
   * started.
   */
  private @Nullable Process start(
      List<Stage> stages, int begin, int end, @Nullable InputStream feed) {
    List<ProcessBuilder> builders = new ArrayList<>();
    for (int i = begin; i < end; i++) {
      builders.add(builder((Stage.Program) stages.get(i)));
    }
    boolean fed = feed != null && stages.get(begin).redirects().input() == null;
    connect(builders, stages, begin, end, fed);
    try {
      List<Process> group =
          builders.size() == 1
              ? List.of(builders.get(0).start())
              : ProcessBuilder.startPipeline(builders);
      running.addAll(group);
      attach(group, stages, end, feed, fed);
      return group.get(group.size() - 1);
    } catch (IOException e) {
      close(feed);
      internals.report(cannotStart(builders.get(0).command().get(0)));
      return null;
    }
  }

  private ProcessBuilder builder(Stage.Program program) {
    ProcessBuilder builder = new ProcessBuilder(program.command());
    builder.directory(state.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(program.environment());
    Redirects redirects = program.redirects();
    builder.redirectErrorStream(redirects.merged());
    if (redirects.error() != null) {
      builder.redirectError(redirect(redirects.error()));
    } else if (streams.inherited()) {
      builder.redirectError(Redirect.INHERIT);
    }
    return builder;
  }

  private void connect(
      List<ProcessBuilder> builders, List<Stage> stages, int begin, int end, boolean fed) {
    ProcessBuilder first = builders.get(0);
    Path input = stages.get(begin).redirects().input();
    if (input != null) {
      first.redirectInput(input.toFile());
    } else if (!fed) {
      boolean fromTerminal = begin == 0 && streams.inherited();
      first.redirectInput(fromTerminal ? Redirect.INHERIT : Redirect.from(NOTHING.toFile()));
    }
    ProcessBuilder tail = builders.get(builders.size() - 1);
    Target output = stages.get(end - 1).redirects().output();
    if (output != null) {
      tail.redirectOutput(redirect(output));
    } else if (end == stages.size() && streams.inherited()) {
      tail.redirectOutput(Redirect.INHERIT);
    }
  }

  private void attach(
      List<Process> group, List<Stage> stages, int end, @Nullable InputStream feed, boolean fed) {
    if (feed != null && fed) {
      copiers.add(Copier.start(feed, group.get(0).getOutputStream(), true));
    } else {
      close(feed);
    }
    if (!streams.inherited()) {
      group.forEach(process -> copy(process.getErrorStream()));
      if (end == stages.size()) {
        copy(group.get(group.size() - 1).getInputStream());
      }
    }
  }

  private void copy(InputStream from) {
    copiers.add(Copier.start(from, streams.out(), false));
  }

  private static Redirect redirect(Target target) {
    return target.append()
        ? Redirect.appendTo(target.file().toFile())
        : Redirect.to(target.file().toFile());
  }

  private void awaitAll() {
    running.forEach(PipelineRunner::await);
    running.clear();
    copiers.forEach(Copier::join);
    copiers.clear();
  }

  private static void await(Process process) {
    while (true) {
      try {
        process.waitFor();
        return;
      } catch (InterruptedException e) {
        process.destroy();
      }
    }
  }

  private String cannotStart(String name) {
    return Files.isDirectory(state.directory())
        ? name + ": cannot be started; it may be damaged or made for another machine"
        : "The current directory " + state.directory() + " is gone; go elsewhere with cd";
  }

  private static void close(@Nullable InputStream feed) {
    if (feed != null) {
      Copier.closeQuietly(feed);
    }
  }
}
