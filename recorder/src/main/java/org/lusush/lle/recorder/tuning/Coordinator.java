// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.events.TuningOutcome;
import org.lusush.lle.recorder.tuning.Candidates.Candidate;

/**
 * Takes the advice of tuners, settles their conflicts, changes what they advise, watches what comes
 * of it, and undoes what made things worse.
 *
 * <p>Has no thread: someone calls {@link #step} about once a second, off the editor's thread. One
 * change of a subject is under way at a time. Of two pieces of advice on one knob, or on a budget
 * that has room for one, the one of more gain by cost is taken. Faults of tuners, knobs and
 * listeners are counted and go no further. Thread-safe; steps of several threads wait for each
 * other.
 */
public final class Coordinator {

  private final TuningSettings settings;
  private final DecisionListener listener;
  private final TunerPanel tuners;
  private final List<Budget> budgets = new CopyOnWriteArrayList<>();
  private final DecisionLog log;
  private final AtomicLong listenerFailures = new AtomicLong();
  private final Restraint restraint;
  private final Map<String, Watch> watches = new HashMap<>();
  private final Set<Refusal> refused = new HashSet<>();

  private boolean started;
  private long windowStartNanos;
  private long windows;
  private long decisions;

  /** What was refused is said once, not at every window. */
  private record Refusal(String tuner, KnobName knob, String why) {}

  /**
   * Makes one without tuners.
   *
   * @param settings how patient it is
   * @param listener is told every step
   */
  public Coordinator(TuningSettings settings, DecisionListener listener) {
    this.settings = requireNonNull(settings, "settings");
    this.listener = requireNonNull(listener, "listener");
    tuners = new TunerPanel(settings.failures());
    log = new DecisionLog(settings.kept());
    restraint = new Restraint(settings);
  }

  /** Asks one tuner more from the next step on. */
  public void add(Tuner tuner) {
    tuners.add(tuner);
  }

  /** Keeps to one budget more from the next window on. */
  public void add(Budget budget) {
    budgets.add(requireNonNull(budget, "budget"));
  }

  /** Returns the last steps of tuning, oldest first. */
  public List<Decision> decisions() {
    return log.list();
  }

  /** Returns the number of a decision that is taken elsewhere. */
  public synchronized long nextDecision() {
    return ++decisions;
  }

  /** Takes in a step of a decision that was taken elsewhere, and tells the listener. */
  public void note(Decision decision) {
    record(requireNonNull(decision, "decision"));
  }

  /** Returns how often each tuner that failed did so, by its name. */
  public Map<String, Integer> failures() {
    return tuners.failures();
  }

  /** Returns how often the listener failed. */
  public long listenerFailures() {
    return listenerFailures.get();
  }

  /**
   * Does what is due.
   *
   * @param nowNanos the time now, of a clock that only goes forward
   */
  public synchronized void step(long nowNanos) {
    if (!started) {
      started = true;
      windowStartNanos = nowNanos;
    }
    tuners.observe();
    judge(nowNanos);
    long length = nowNanos - windowStartNanos;
    if (length >= settings.interval().toNanos()) {
      windowStartNanos = nowNanos;
      var window = new Window(++windows, Duration.ofNanos(length), watches.keySet());
      take(tuners.ask(window), nowNanos);
    }
  }

  private void judge(long nowNanos) {
    for (var watch : List.copyOf(watches.values())) {
      var verdict = verdict(watch);
      if (verdict != Watch.Verdict.OPEN) {
        watches.remove(watch.advice().knob().subject());
        end(watch, verdict, nowNanos);
      }
    }
  }

  private Watch.Verdict verdict(Watch watch) {
    try {
      return watch.step(settings.certainty());
    } catch (RuntimeException | LinkageError e) {
      tuners.failed(watch.advice().tuner());
      return Watch.Verdict.WORSE; // what cannot be watched cannot stay
    }
  }

  private void end(Watch watch, Watch.Verdict verdict, long nowNanos) {
    var advice = watch.advice();
    if (verdict == Watch.Verdict.KEPT) {
      restraint.kept(advice, watch.from());
      record(watch, advice.reason(), TuningOutcome.KEPT);
      return;
    }
    restraint.rolledBack(advice, watch.from(), nowNanos);
    var fault = set(advice.knob(), watch.from());
    var reason = fault == null ? advice.reason() : advice.reason() + " / " + fault;
    record(watch, reason, TuningOutcome.ROLLED_BACK);
  }

  private void take(List<Advice> advice, long nowNanos) {
    var taken = new HashMap<KnobName, Advice>();
    for (var candidate : Candidates.ranked(advice, budgets, tuners)) {
      try {
        take(candidate, taken, nowNanos);
      } catch (RuntimeException | LinkageError e) {
        tuners.failed(candidate.advice().tuner());
      }
    }
  }

  private void take(Candidate candidate, Map<KnobName, Advice> taken, long nowNanos) {
    var advice = candidate.advice();
    var objection = objection(advice, taken.get(candidate.knob()), nowNanos);
    if (objection != null) {
      refuse(candidate, objection);
    } else if (!watches.containsKey(advice.knob().subject()) && apply(candidate, nowNanos)) {
      taken.put(candidate.knob(), advice);
    }
  }

  private @Nullable String objection(Advice advice, @Nullable Advice winner, long nowNanos) {
    if (winner != null) {
      return "other advice on it is worth more by its cost, that of " + winner.tuner();
    }
    var knob = advice.knob();
    if (!advice.isInBounds()) {
      return "out of bounds, " + knob.minimum() + " to " + knob.maximum();
    }
    for (var budget : budgets) {
      if (budget.isOverdrawnBy(advice)) {
        return "more than is left of " + budget.name();
      }
    }
    return restraint.objection(advice, nowNanos);
  }

  private void refuse(Candidate candidate, String why) {
    var advice = candidate.advice();
    if (refused.add(new Refusal(advice.tuner(), candidate.knob(), why))) {
      var reason = advice.reason() + " / refused: " + why;
      record(
          Decision.of(
              ++decisions, advice, candidate.from(), Double.NaN, reason, TuningOutcome.REFUSED));
    }
  }

  private boolean apply(Candidate candidate, long nowNanos) {
    var advice = candidate.advice();
    var knob = advice.knob();
    var watch = new Watch(decisions + 1, advice, candidate.from());
    var fault = set(knob, advice.to());
    if (fault != null) {
      tuners.failed(advice.tuner());
      set(knob, candidate.from());
      refuse(candidate, fault);
      return false;
    }
    decisions++;
    refused.removeIf(refusal -> refusal.knob().equals(candidate.knob()));
    restraint.taken(advice, nowNanos);
    watches.put(knob.subject(), watch);
    record(watch, advice.reason(), TuningOutcome.APPLIED);
    return true;
  }

  /** Returns what went wrong, without the words of the exception, which may be someone's input. */
  private static @Nullable String set(Knob knob, double value) {
    try {
      knob.set(value);
      return null;
    } catch (RuntimeException | LinkageError e) {
      return "could not be set: " + e.getClass().getSimpleName();
    }
  }

  private void record(Watch watch, String reason, TuningOutcome outcome) {
    record(
        Decision.of(watch.id(), watch.advice(), watch.from(), watch.observed(), reason, outcome));
  }

  private void record(Decision decision) {
    log.add(decision);
    try {
      listener.decided(decision);
    } catch (RuntimeException | LinkageError e) {
      listenerFailures.incrementAndGet();
    }
  }
}
