// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import org.lusush.lle.analyzer.live.LiveNews;
import org.lusush.lle.analyzer.screen.Key;

/** What {@code lle top} waits for. */
sealed interface TopSignal {

  record News(LiveNews news) implements TopSignal {}

  record Pressed(Key key) implements TopSignal {}

  record Resized() implements TopSignal {}
}
