// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.monitor.EventGate;

/**
 * Watches what the process uses, says when something is short, has less done then, and forecasts.
 *
 * <p>Thread-safe. Someone calls {@link #update} about once a second, on a background thread;
 * everything else only returns what that found.
 */
public final class ResourceManager implements AutoCloseable {

  /** How many steps of throttling are remembered. */
  private static final int MOST_STEPS = 32;

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofSeconds(60);

  private final ResourceMonitor monitor;
  private final Throttling throttling;
  private final Map<Resource, PressureGauge> gauges = new EnumMap<>(Resource.class);
  private final Forecaster cpu = new Forecaster("process cpu", 1, SOON, LATER);
  private final Forecaster heap =
      new Forecaster("heap", Runtime.getRuntime().maxMemory(), SOON, LATER);
  private final Forecaster resident = new Forecaster("resident", Double.MAX_VALUE, SOON, LATER);
  private final Deque<ThrottleStep> steps = new ArrayDeque<>();
  private @Nullable ResourceUsage usage;
  private long failures;
  private boolean closed;

  /**
   * Makes a manager.
   *
   * @param monitor reads the figures; closed with the manager
   * @param actions what is done less when something is short
   */
  public ResourceManager(ResourceMonitor monitor, ThrottleActions actions) {
    this.monitor = requireNonNull(monitor, "monitor");
    throttling = new Throttling(requireNonNull(actions, "actions"));
    for (var resource : Resource.values()) {
      gauges.put(resource, new PressureGauge(resource));
    }
  }

  /** Takes a sample and does what follows from it. */
  public synchronized ResourceUsage update() {
    return update(monitor.sample());
  }

  /** Does what follows from a sample. */
  synchronized ResourceUsage update(ResourceUsage sample) {
    if (closed) {
      return sample;
    }
    usage = sample;
    for (var gauge : gauges.values()) {
      if (gauge.update(sample)) {
        tell(gauge.pressure());
      }
    }
    throttle(sample);
    cpu.add(sample.processCpu(), sample.nanos());
    heap.add((double) sample.heapUsed(), sample.nanos());
    resident.add((double) sample.resident(), sample.nanos());
    return sample;
  }

  private static void tell(Pressure changed) {
    if (EventGate.isOpen()) {
      ResourceEvents.changed(changed);
    }
  }

  private void throttle(ResourceUsage sample) {
    var highest = highest();
    try {
      throttling
          .update(highest.level(), () -> reason(highest), sample.nanos())
          .ifPresent(this::remember);
    } catch (RuntimeException e) {
      failures++; // of the shell's own actions; the next sample finds the step taken
    }
  }

  private void remember(ThrottleStep step) {
    if (steps.size() == MOST_STEPS) {
      steps.removeFirst();
    }
    steps.addLast(step);
    if (EventGate.isOpen()) {
      ResourceEvents.throttled(step);
    }
  }

  private static String reason(Pressure pressure) {
    return String.format(
        Locale.ROOT,
        "%s pressure %s, %.1f %% by %s when it changed",
        pressure.resource().label(),
        pressure.level().label(),
        100 * Math.max(0, pressure.value()),
        pressure.source().isEmpty() ? "nobody" : pressure.source());
  }

  /** Returns the pressure on the resource that is shortest. */
  public synchronized Pressure highest() {
    return gauges.values().stream()
        .map(PressureGauge::pressure)
        .max(Comparator.comparing(Pressure::level))
        .orElseThrow();
  }

  /** Returns the pressure on each resource. */
  public synchronized List<Pressure> pressures() {
    return gauges.values().stream().map(PressureGauge::pressure).toList();
  }

  /** Returns the latest sample, or the first one, taken now. */
  public synchronized ResourceUsage usage() {
    var known = usage;
    return known != null ? known : monitor.latest();
  }

  /** Returns forecasts of processor time, heap and resident memory, 10 and 60 seconds ahead. */
  public synchronized List<ResourceForecast> forecasts() {
    return Stream.of(cpu, heap, resident).flatMap(one -> one.forecasts().stream()).toList();
  }

  /** Returns the latest steps of throttling, at most 32, oldest first. */
  public synchronized List<ThrottleStep> steps() {
    return List.copyOf(new ArrayList<>(steps));
  }

  /** Returns whether anything is done less now. */
  public synchronized boolean isThrottled() {
    return throttling.isThrottled();
  }

  /** Returns how often an action failed. */
  public synchronized long failures() {
    return failures;
  }

  /** Takes all throttling back, and closes the monitor. A second close does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      throttling.end();
    } catch (RuntimeException e) {
      failures++;
    }
    monitor.close();
  }
}
