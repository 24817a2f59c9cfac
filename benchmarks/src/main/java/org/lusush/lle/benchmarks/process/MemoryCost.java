// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a recorder retains: the memory of processes with one less that of processes without, by
 * median.
 *
 * @param heapBytes in the heap after collections, once every type of operation was measured
 * @param metadataBytes of the classes loaded for it
 */
public record MemoryCost(double heapBytes, double metadataBytes) {

  /** The serial collector leaves nothing behind that depends on timing. */
  private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx256m");

  /**
   * Measures.
   *
   * @param processes how many with a recorder, and as many without
   */
  public static MemoryCost measure(int processes) throws IOException {
    var heaps = new ArrayList<Double>();
    var metadata = new ArrayList<Double>();
    for (int i = 0; i < processes; i++) {
      var with = ChildJvm.run(OPTIONS, MemoryProbe.class, StartProbe.WITH).figures();
      var without = ChildJvm.run(OPTIONS, MemoryProbe.class, StartProbe.WITHOUT).figures();
      heaps.add((double) (with.get(0) - without.get(0)));
      metadata.add((double) (with.get(1) - without.get(1)));
    }
    return new MemoryCost(Median.of(heaps), Median.of(metadata));
  }
}
