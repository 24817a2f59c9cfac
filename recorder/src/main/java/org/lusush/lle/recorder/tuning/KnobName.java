// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

/** What tells knobs apart. */
record KnobName(String subject, String parameter) {
  static KnobName of(Knob knob) {
    return new KnobName(knob.subject(), knob.parameter());
  }
}
