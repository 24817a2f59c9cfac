// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

/**
 * Something that a recording lacks. Immutable.
 *
 * @param score how bad that is, from 0 to 100 where 100 is worst
 * @param sentence what is missing, as a clause
 * @param remedy what to do about it, as a sentence
 */
record Problem(int score, String sentence, String remedy) {

  /**
   * Makes a problem from the texts of its kind.
   *
   * @param kind what the keys of its texts end with
   * @param arguments what its sentence names
   */
  static Problem of(int score, String kind, Object... arguments) {
    return new Problem(
        score,
        Texts.format("quality.problem." + kind, arguments),
        Texts.format("quality.remedy." + kind, arguments));
  }
}
