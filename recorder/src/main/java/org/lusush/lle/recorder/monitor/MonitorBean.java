// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lusush.lle.events.Component;
import org.lusush.lle.events.OperationType;

/** A monitor as JMX shows it. Thread-safe. */
public final class MonitorBean implements MonitorMXBean {

  private final Monitor monitor;

  public MonitorBean(Monitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public String getLevel() {
    return monitor.settings().level().label();
  }

  @Override
  public void setLevel(String level) {
    var wanted = named(List.of(MonitorLevel.values()), MonitorLevel::label, level, "level");
    monitor.settings(monitor.settings().withLevel(wanted));
  }

  @Override
  public String[] getOperations() {
    return labels(monitor.settings().operations(), OperationType::label);
  }

  @Override
  public void setOperations(String[] operations) {
    var wanted =
        all(List.of(OperationType.values()), OperationType::label, operations, "operation");
    monitor.settings(monitor.settings().withOperations(wanted));
  }

  @Override
  public String[] getComponents() {
    return labels(monitor.settings().components(), Component::label);
  }

  @Override
  public void setComponents(String[] components) {
    var wanted = all(List.of(Component.values()), Component::label, components, "component");
    monitor.settings(monitor.settings().withComponents(wanted));
  }

  @Override
  public long getMinimumNanos() {
    return monitor.settings().minimumDuration().toNanos();
  }

  @Override
  public void setMinimumNanos(long nanos) {
    monitor.settings(monitor.settings().withMinimumDuration(Duration.ofNanos(nanos)));
  }

  @Override
  public long getKeystrokes() {
    return monitor.statistics().keystrokes().completed();
  }

  @Override
  public long getCompleted() {
    return monitor.statistics().all().completed();
  }

  @Override
  public long getKeystrokeP99Nanos() {
    return monitor.statistics().keystrokes().latency().p99Nanos();
  }

  @Override
  public long getDropped() {
    return monitor.dropped();
  }

  @Override
  public long getFailures() {
    return monitor.failures();
  }

  private static <T> String[] labels(Collection<T> values, Function<T, String> label) {
    return values.stream().map(label).sorted().toArray(String[]::new);
  }

  private static <T> Set<T> all(
      List<T> values, Function<T, String> label, String[] names, String what) {
    return Arrays.stream(names)
        .map(name -> named(values, label, name, what))
        .collect(Collectors.toSet());
  }

  private static <T> T named(List<T> values, Function<T, String> label, String name, String what) {
    return values.stream()
        .filter(value -> label.apply(value).equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no "
                        + what
                        + " \""
                        + name
                        + "\"; there are "
                        + values.stream().map(label).collect(Collectors.joining(", "))));
  }
}
