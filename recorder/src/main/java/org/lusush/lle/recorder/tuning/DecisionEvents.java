// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import org.lusush.lle.events.TuningDecisionEvent;
import org.lusush.lle.recorder.monitor.EventGate;
import org.lusush.lle.recorder.monitor.Reused;

/** Writes decisions into recordings. */
final class DecisionEvents implements DecisionListener {

  @Override
  public void decided(Decision decision) {
    if (!EventGate.isOpen()) {
      return;
    }
    var event = Events.DECISIONS.take();
    if (event.shouldCommit()) {
      fill(event, decision);
      event.commit();
    }
    Events.DECISIONS.giveBack(event);
  }

  private static void fill(TuningDecisionEvent event, Decision decision) {
    event.decisionId = decision.id();
    event.tuner = decision.tuner();
    event.subject = decision.subject();
    event.parameter = decision.parameter();
    event.from = decision.from();
    event.to = decision.to();
    event.reason = decision.reason();
    event.metric = decision.metric();
    event.before = orZero(decision.before());
    event.predicted = orZero(decision.predicted());
    event.observed = orZero(decision.observed());
    event.outcome = decision.outcome().label();
  }

  private static double orZero(double figure) {
    return Double.isNaN(figure) ? 0 : figure;
  }

  /** Loads a class of Flight Recorder, so a class of its own, for when something records. */
  private static final class Events {
    static final Reused<TuningDecisionEvent> DECISIONS = new Reused<>(TuningDecisionEvent::new);
  }
}
