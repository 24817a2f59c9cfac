// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

/**
 * Topics of the rules. Each is the topic of a page in {@code pages.xml}, under whose name JMC lists
 * the rule; reports that know no pages use the topic itself.
 */
final class Topics {

  static final String LINE_EDITOR = "lle";
  static final String KEYSTROKES = "lle.keystrokes";
  static final String OPERATIONS = "lle.operations";
  static final String CACHES = "lle.caches";
  static final String POOLS = "lle.pools";
  static final String TUNING = "lle.tuning";
  static final String RESOURCES = "lle.resources";

  private Topics() {}
}
