// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The texts of the rules, from {@code texts.properties}. */
final class Texts {

  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.lusush.lle.jmc.texts");

  private Texts() {}

  /** Returns the text as it stands; its placeholders are JMC's. */
  static String of(String key) {
    return BUNDLE.getString(key);
  }

  /** Returns the text with {@code {0}} and so on replaced by the arguments. */
  static String format(String key, Object... arguments) {
    return MessageFormat.format(BUNDLE.getString(key), arguments);
  }
}
