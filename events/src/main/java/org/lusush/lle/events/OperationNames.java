// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

/**
 * How many names of operations are told apart, wherever operations are counted by type and name: in
 * the process by the profiler, and over its recordings by the analyzer.
 */
public final class OperationNames {

  /** Names of one type that are told apart at most; the first ones to come. */
  public static final int MAX_OF_A_TYPE = 1_024;

  /** Name under which everything counts whose own name came after a limit was reached. */
  public static final String OTHER = "(other)";

  private OperationNames() {}
}
