// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.lusush.lle.analyzer.live.LiveNews;
import org.lusush.lle.analyzer.live.LiveSnapshot;
import org.lusush.lle.analyzer.report.LiveReport;
import org.lusush.lle.analyzer.report.LiveView;
import org.lusush.lle.analyzer.report.Style;
import org.lusush.lle.analyzer.screen.Key;
import org.lusush.lle.analyzer.screen.Screen;

/** The interactive view: draws what comes, and does what keys ask for. Not thread-safe. */
final class TopView {

  private final Style style;
  private LiveView view;
  private Optional<LiveSnapshot> newest = Optional.empty();
  private Optional<LiveSnapshot> shown = Optional.empty();
  private Optional<String> ended = Optional.empty();
  private boolean quit;

  TopView(LiveView view, Style style) {
    this.view = view;
    this.style = style;
  }

  /** Draws until somebody quits or the shell ends. */
  void run(Screen screen, BlockingQueue<TopSignal> signals) throws InterruptedException {
    draw(screen);
    while (!quit && ended.isEmpty()) {
      take(signals.take());
      draw(screen);
    }
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

  private void hear(LiveNews news) {
    if (news instanceof LiveNews.Figures figures) {
      newest = Optional.of(figures.snapshot());
      shown = view.paused() ? shown : newest;
    } else if (news instanceof LiveNews.Ended end) {
      ended = Optional.of(end.sentence());
    }
  }

  /** Does what a key asks for; one without a meaning does nothing. */
  void press(Key key) {
    int page = LiveReport.page(view);
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

  /** Never past the last operation, so that the way back is as long as the way there. */
  private void scroll(int first) {
    int last = shown.map(snapshot -> snapshot.operations().size() - 1).orElse(0);
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
