// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

/** What sort of key was handed over. The key itself is never recorded. */
public enum KeyKind {
  /** A character that stands for itself. */
  CHARACTER("character"),
  /** A control character, such as Enter, Tab or Ctrl-R. */
  CONTROL("control"),
  /** A sequence that starts with Escape, such as an arrow key or a Meta combination. */
  ESCAPE("escape sequence"),
  /** Text that the terminal marked as pasted, however long. */
  PASTE("paste");

  private final String label;

  KeyKind(String label) {
    this.label = label;
  }

  /** Returns the name as it stands in events and reports. */
  public String label() {
    return label;
  }
}
