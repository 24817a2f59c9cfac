// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lusush.lle.analyzer.live.LiveNews;
import org.lusush.lle.analyzer.live.LiveSnapshot;
import org.lusush.lle.analyzer.report.LiveReport;
import org.lusush.lle.analyzer.report.LiveView;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.analyzer.screen.Key;
import org.lusush.lle.analyzer.screen.Screen;

/** The interactive view: draws what comes, and does what keys ask for. Not thread-safe. */
final class TopView {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int INTERVALS_OF_PATIENCE = 3;

  private final Style style;
  private LiveView view;
  private Optional<LiveSnapshot> newest = Optional.empty();
  private Optional<LiveSnapshot> shown = Optional.empty();
  private Optional<String> ended = Optional.empty();
  private boolean quit;
  private long heardNanos = System.nanoTime();

  TopView(LiveView view, Style style) {
    this.view = view;
    this.style = style;
  }

  /** Draws until somebody quits or the shell ends. */
  void run(Screen screen, BlockingQueue<TopSignal> signals) throws InterruptedException {
    draw(screen);
    while (!quit && ended.isEmpty()) {
      TopSignal signal = signals.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      if (signal != null) {
        take(signal);
      }
      boolean wasSilent = !view.silence().isZero();
      listen(Duration.ofNanos(System.nanoTime() - heardNanos));
      if (signal != null || wasSilent || !view.silence().isZero()) {
        draw(screen);
      }
    }
  }

  /**
   * Finds out whether the shell is silent: it tells its figures even when nobody types, unless it
   * is stopped, or its machine overloaded.
   *
   * @param since time since it last told any
   */
  void listen(Duration since) {
    Duration patience =
        newest
            .map(snapshot -> snapshot.interval().multipliedBy(INTERVALS_OF_PATIENCE))
            .filter(intervals -> intervals.compareTo(PATIENCE) > 0)
            .orElse(PATIENCE);
    boolean isSilent = newest.isPresent() && since.compareTo(patience) > 0;
    view = view.withSilence(isSilent ? since : Duration.ZERO);
  }

  private void draw(Screen screen) {
    view = view.withSize(screen.columns(), screen.rows());
    screen.draw(
        shown
            .map(snapshot -> LiveReport.render(snapshot, view, style))
            .orElseGet(() -> LiveReport.waiting(view, style)));
  }

  private void take(TopSignal signal) {
    if (signal instanceof TopSignal.Pressed pressed) {
      press(pressed.key());
    } else if (signal instanceof TopSignal.News news) {
      hear(news.news());
    } // and a new size is found when it is drawn
  }

  /** Takes what is told of the shell. */
  void hear(LiveNews news) {
    if (news instanceof LiveNews.Figures figures) {
      heardNanos = System.nanoTime();
      newest = Optional.of(figures.snapshot());
      shown = view.paused() ? shown : newest;
    } else if (news instanceof LiveNews.Ended end) {
      ended = Optional.of(end.sentence());
    }
  }

  /** Does what a key asks for; one without a meaning does nothing. */
  void press(Key key) {
    int page = page();
    switch (key.kind()) {
      case INTERRUPT -> quit = true;
      case UP -> scroll(view.scrolled() - 1);
      case DOWN -> scroll(view.scrolled() + 1);
      case PAGE_UP -> scroll(view.scrolled() - page);
      case PAGE_DOWN -> scroll(view.scrolled() + page);
      case HOME -> scroll(0);
      case END -> scroll(Integer.MAX_VALUE);
      case CHARACTER -> type(key.character());
      case OTHER -> {}
    }
  }

  private void type(int character) {
    switch (character) {
      case 'q', 'Q' -> quit = true;
      case 's' -> view = view.withSort(view.sort().next());
      case 'r' -> view = view.withReversed(!view.reversed());
      case 'h', '?' -> view = view.withHelp(!view.help());
      case 'p' -> {
        view = view.withPaused(!view.paused());
        shown = newest;
      }
      default -> {}
    }
  }

  private int page() {
    return shown.map(snapshot -> LiveReport.page(snapshot, view, style)).orElse(1);
  }

  /** Never past what fills the screen with the last operations, so that every key back is seen. */
  private void scroll(int first) {
    int last = shown.map(snapshot -> snapshot.operations().size() - page()).orElse(0);
    view = view.withScrolled(Math.max(0, Math.min(first, last)));
  }

  LiveView view() {
    return view;
  }

  boolean hasQuit() {
    return quit;
  }

  Optional<LiveSnapshot> last() {
    return newest;
  }

  /** Returns why there will be nothing more, if so. */
  Optional<String> ended() {
    return ended;
  }
}
