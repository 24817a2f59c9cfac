// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.agent.Agent;

/**
 * What the agent has to say, kept in the system property {@value Agent#STATUS}: the terminal is the
 * user's. Thread-safe.
 */
final class Status {

  private static final int MAX_LINES = 50;

  private final List<String> lines = new ArrayList<>();

  /** Adds a sentence, once. */
  synchronized void say(String sentence) {
    if (lines.size() < MAX_LINES && !lines.contains(sentence)) {
      lines.add(sentence);
      publish();
    }
  }

  /** Says nothing but one sentence from now on. */
  synchronized void only(String sentence) {
    lines.clear();
    lines.add(sentence);
    publish();
  }

  private void publish() {
    System.setProperty(Agent.STATUS, String.join("\n", lines));
  }
}
