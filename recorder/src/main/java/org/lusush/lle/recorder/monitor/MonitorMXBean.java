// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.monitor;

/** What can be seen and changed of a running recorder through JMX. */
public interface MonitorMXBean {

  /** Name of the bean. */
  String NAME = "org.lusush.lle:type=Monitor";

  /** Returns the level: disabled, minimal, normal, detailed or exhaustive. */
  String getLevel();

  /**
   * Changes the level.
   *
   * @throws IllegalArgumentException when there is no such level
   */
  void setLevel(String level);

  /** Returns labels of the types of operations that are measured. */
  String[] getOperations();

  /**
   * Changes which types of operations are measured.
   *
   * @throws IllegalArgumentException when there is no such type
   */
  void setOperations(String[] operations);

  /** Returns the components whose operations are measured. */
  String[] getComponents();

  /**
   * Changes which components' operations are measured.
   *
   * @throws IllegalArgumentException when there is no such component
   */
  void setComponents(String[] components);

  /** Returns the duration in nanoseconds under which an operation is in the statistics alone. */
  long getMinimumNanos();

  /** Changes that duration. */
  void setMinimumNanos(long nanos);

  /** Returns how many keystrokes were answered. */
  long getKeystrokes();

  /** Returns how many operations ended. */
  long getCompleted();

  /** Returns the 99th percentile of the latency of keystrokes, in nanoseconds. */
  long getKeystrokeP99Nanos();

  /** Returns how many measurements were given up. */
  long getDropped();

  /** Returns how many faults of the recorder itself were kept from the shell. */
  long getFailures();
}
