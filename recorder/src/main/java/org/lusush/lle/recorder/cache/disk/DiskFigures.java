// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

/**
 * The figures of a disk tier since it was opened.
 *
 * @param entries held now, on disk or on their way there
 * @param bytes of them, keys and values
 * @param maximumBytes that it may hold
 * @param insertions values that it took
 * @param evictions entries given up to stay within limits
 * @param slow lookups that did not wait for the disk any longer
 * @param dropped values that were not taken: too large, not to be encoded, or too many at once
 * @param failures faults of the disk or the file
 */
public record DiskFigures(
    long entries,
    long bytes,
    long maximumBytes,
    long insertions,
    long evictions,
    long slow,
    long dropped,
    long failures) {}
