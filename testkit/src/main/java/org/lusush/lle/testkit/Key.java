// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

import org.lusush.lle.events.KeyKind;

/** A key that is no character, and what an xterm sends for it. */
public enum Key {
  ENTER("\r"),
  TAB("\t"),
  BACKSPACE("\u007f"),
  ESCAPE("\u001b"),
  UP("\u001b[A", "\u001bOA"),
  DOWN("\u001b[B", "\u001bOB"),
  RIGHT("\u001b[C", "\u001bOC"),
  LEFT("\u001b[D", "\u001bOD"),
  HOME("\u001b[H", "\u001bOH"),
  END("\u001b[F", "\u001bOF"),
  INSERT("\u001b[2~"),
  DELETE("\u001b[3~"),
  PAGE_UP("\u001b[5~"),
  PAGE_DOWN("\u001b[6~");

  private final String sent;
  private final String sentInApplicationMode;

  Key(String sent) {
    this(sent, sent);
  }

  Key(String sent, String sentInApplicationMode) {
    this.sent = sent;
    this.sentInApplicationMode = sentInApplicationMode;
  }

  /** Returns the press of this key. */
  public Keystroke keystroke() {
    var kind = sent.length() > 1 ? KeyKind.ESCAPE : KeyKind.CONTROL;
    return new Keystroke(kind, sent, sentInApplicationMode);
  }
}
