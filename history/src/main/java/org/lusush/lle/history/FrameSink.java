// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

/** Takes the sound records of a file, one after the other; the bytes are good during the call. */
@FunctionalInterface
interface FrameSink {

  void frame(
      int version, int kind, long sequence, long timeNanos, byte[] bytes, int from, int length);
}
