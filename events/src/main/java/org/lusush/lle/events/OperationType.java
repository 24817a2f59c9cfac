// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.util.Locale;

/**
 * The kinds of work a line editor does between a key and the paint that answers it, and the kinds
 * of work that this product does beside it.
 */
public enum OperationType {
  TERMINAL_INPUT(Component.TERMINAL, true),
  TERMINAL_OUTPUT(Component.TERMINAL, true),
  BUFFER_INSERT(Component.BUFFER, true),
  BUFFER_DELETE(Component.BUFFER, true),
  BUFFER_SEARCH(Component.BUFFER, true),
  EVENT_PROCESSING(Component.EVENT, true),
  EVENT_DISPATCH(Component.EVENT, true),
  DISPLAY_RENDER(Component.DISPLAY, true),
  DISPLAY_UPDATE(Component.DISPLAY, true),
  HISTORY_SEARCH(Component.HISTORY, true),
  HISTORY_ADD(Component.HISTORY, true),
  COMPLETION_SEARCH(Component.COMPLETION, true),
  COMPLETION_GENERATE(Component.COMPLETION, true),
  SYNTAX_HIGHLIGHT(Component.SYNTAX, true),
  AUTOSUGGESTION(Component.AUTOSUGGESTION, true),
  CACHE_LOOKUP(Component.CACHE, true),
  CACHE_INSERT(Component.CACHE, true),
  CACHE_EVICTION(Component.CACHE, false),
  CACHE_OPTIMISATION(Component.CACHE, false),
  MEMORY_ALLOCATE(Component.MEMORY, true),
  MEMORY_FREE(Component.MEMORY, true),
  MEMORY_OPTIMISATION(Component.MEMORY, false),
  RESOURCE_MONITORING(Component.RESOURCE, false),
  PROFILER_ANALYSIS(Component.PROFILER, false),
  DASHBOARD_UPDATE(Component.DASHBOARD, false),
  /** Named by the shell; see the operation's name. */
  CUSTOM(Component.OTHER, true);

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');
  private final Component component;
  private final boolean criticalPath;

  OperationType(Component component, boolean criticalPath) {
    this.component = component;
    this.criticalPath = criticalPath;
  }

  /** Returns the name as it stands in events and reports, such as {@code completion search}. */
  public String label() {
    return label;
  }

  /** Returns the component an operation of this type belongs to unless its caller names another. */
  public Component component() {
    return component;
  }

  /** Returns whether a person may be waiting for the operation. */
  public boolean isCriticalPath() {
    return criticalPath;
  }
}
