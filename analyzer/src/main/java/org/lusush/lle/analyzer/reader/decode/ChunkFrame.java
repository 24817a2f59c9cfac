// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

/**
 * What the header of a chunk says of it.
 *
 * @param bodyOffset where its events begin
 * @param compressed whether its numbers are
 */
public record ChunkFrame(
    int bodyOffset,
    long checkpointOffset,
    long metadataOffset,
    long startNanos,
    long startTicks,
    long ticksPerSecond,
    boolean compressed) {

  Clock clock() {
    return new Clock(startNanos, startTicks, ticksPerSecond);
  }
}
