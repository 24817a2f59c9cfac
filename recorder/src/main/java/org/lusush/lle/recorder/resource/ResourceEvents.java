// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import org.lusush.lle.events.ResourcePressureEvent;
import org.lusush.lle.events.ThrottleEvent;

/** Emits what happens seldom. Loads classes of Flight Recorder, so for when something records. */
final class ResourceEvents {

  private ResourceEvents() {}

  static void changed(Pressure pressure) {
    var event = new ResourcePressureEvent();
    if (event.shouldCommit()) {
      event.resource = pressure.resource().label();
      event.fromLevel = pressure.from().label();
      event.toLevel = pressure.level().label();
      event.value = pressure.value();
      event.source = pressure.source();
      event.commit();
    }
  }

  static void throttled(ThrottleStep step) {
    var event = new ThrottleEvent();
    if (event.shouldCommit()) {
      event.action = step.action();
      event.from = step.from();
      event.to = step.to();
      event.reason = step.reason();
      event.commit();
    }
  }
}
