// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lusush.lle.agent.Agent;

/**
 * What the agent has to say, kept in the system property {@value Agent#STATUS}: the terminal is the
 * user's. Thread-safe.
 */
final class Status {

  private static final int MAX_LINES = 50;

  private final Map<Object, String> lines = new LinkedHashMap<>();

  /** Says a sentence about something, in place of what was said about it or all before. */
  synchronized void say(Object about, String sentence) {
    lines.remove(this);
    if (lines.size() < MAX_LINES || lines.containsKey(about)) {
      lines.put(about, sentence);
      publish();
    }
  }

  /** Says nothing but one sentence from now on. */
  synchronized void only(String sentence) {
    lines.clear();
    lines.put(this, sentence);
    publish();
  }

  private void publish() {
    System.setProperty(Agent.STATUS, String.join("\n", lines.values()));
  }
}
