// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.live.LiveNews;
import org.lusush.lle.analyzer.live.LiveShell;
import org.lusush.lle.analyzer.live.LiveSnapshot;
import org.lusush.lle.analyzer.report.LiveColumn;
import org.lusush.lle.analyzer.report.LiveReport;
import org.lusush.lle.analyzer.report.LiveView;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.analyzer.screen.Key;
import org.lusush.lle.analyzer.screen.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lle top}: shows what a shell does now. */
@Command(
    name = "top",
    description = "Shows what an observed shell does now, until q is pressed.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:shown until the end, of the shell or of the view",
      "2:the command line is wrong",
      "3:the shell could not be entered, does not record, or is not observed"
    })
final class TopCommand implements Callable<Integer> {

  /** How long a recorder has to tell something. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int COMPLETE_INTERVALS = 2;
  private static final int COLUMNS = 100;

  @Parameters(paramLabel = "PID", description = "process id of the shell; jcmd -l lists them")
  private long pid;

  @Option(
      names = "--once",
      description =
          "print one frame as plain text after two intervals; so does output that is no terminal")
  private boolean once;

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      defaultValue = "self",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise")
  private LiveColumn sort = LiveColumn.SELF;

  @Option(
      names = "--interval",
      paramLabel = "DURATION",
      defaultValue = "1s",
      converter = IntervalConverter.class,
      description = "how often figures come, 1s to 1min; ${DEFAULT-VALUE} unless said otherwise")
  private Duration interval = Duration.ofSeconds(1);

  private final Console console;
  private final BlockingQueue<TopSignal> signals = new LinkedBlockingQueue<>();

  TopCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (var shell = new Closing(LiveShell.watch(pid, interval, this::tell))) {
      Optional<Integer> over = awaitObserved();
      if (over.isPresent()) {
        return over.get();
      }
      if (once || !Screen.isPossible()) {
        return printOnce();
      }
      return show(shell);
    } catch (TargetException e) {
      console.say(e.sentence());
      return ExitCode.UNREADABLE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.UNREADABLE;
    }
  }

  private void tell(LiveNews news) {
    signals.add(new TopSignal.News(news));
  }

  /** Returns the exit code when there is nothing to show: the shell has ended, or tells nothing. */
  private Optional<Integer> awaitObserved() throws InterruptedException {
    TopSignal first = signals.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (first instanceof TopSignal.News news && news.news() instanceof LiveNews.Observed) {
      return Optional.empty();
    }
    if (first instanceof TopSignal.News news && news.news() instanceof LiveNews.Ended ended) {
      console.say(ended.sentence());
      return Optional.of(ExitCode.FINE);
    }
    console.say(
        "process %d records nothing of a line editor; start the shell with the agent, or observe it with lle attach %d"
            .formatted(pid, pid));
    return Optional.of(ExitCode.UNREADABLE);
  }

  private int printOnce() throws InterruptedException {
    Optional<LiveSnapshot> last = Optional.empty();
    for (int intervals = 0; intervals < COMPLETE_INTERVALS; ) {
      if (!(signals.take() instanceof TopSignal.News next)) {
        continue;
      }
      if (next.news() instanceof LiveNews.Figures figures) {
        last = Optional.of(figures.snapshot());
        intervals++;
      } else if (next.news() instanceof LiveNews.Ended ended) {
        return end(last, COLUMNS, ended.sentence());
      }
    }
    return print(last.orElseThrow(), COLUMNS);
  }

  private void press(Key key) {
    signals.add(new TopSignal.Pressed(key));
  }

  private int show(Closing closing) throws InterruptedException {
    var view = new TopView(LiveView.of(COLUMNS, COLUMNS, sort), style(console.colors()));
    try (var screen = Screen.open(this::press, () -> signals.add(new TopSignal.Resized()))) {
      closing.add(screen);
      view.run(screen, signals);
    } catch (IOException e) {
      console.say("the terminal cannot be drawn on, so this is one frame: " + e.getMessage());
      return printOnce();
    }
    return view.ended()
        .map(sentence -> end(view.last(), view.view().columns(), sentence))
        .orElse(ExitCode.FINE);
  }

  /** Leaves the last frame on the terminal, and says why there is no other. */
  private int end(Optional<LiveSnapshot> last, int columns, String sentence) {
    int exit = last.map(snapshot -> print(snapshot, columns)).orElse(ExitCode.FINE);
    console.say(sentence);
    return exit;
  }

  private int print(LiveSnapshot snapshot, int columns) {
    List<String> lines =
        LiveReport.render(snapshot, LiveView.of(columns, LiveView.UNLIMITED, sort), style(false));
    var text = String.join("\n", lines) + "\n";
    return new Destination(console, Optional.empty()).write(text, false)
        ? ExitCode.FINE
        : ExitCode.UNREADABLE;
  }

  private Style style(boolean colors) {
    boolean unicode = console.charset().newEncoder().canEncode("µ…·▁█");
    return new Style(colors, unicode, console.zone());
  }
}
