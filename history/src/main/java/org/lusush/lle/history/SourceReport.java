// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import java.nio.file.Path;
import java.util.List;

/**
 * What was found of one source, the history of one run of one shell.
 *
 * @param name when it began and the process, as its folder is called
 * @param files those that were read
 * @param setAside damaged files that a writer put aside; what was sound in them was read
 * @param records intervals and moments in the range
 * @param missing records that were written, as the numbers of others say, and are not there
 * @param unknown records, or parts of them, that a later version wrote and this one skips
 * @param malformed records that are not what they promise though their checksums are right
 */
public record SourceReport(
    String name,
    Path folder,
    List<FileReport> files,
    List<Path> setAside,
    long records,
    long missing,
    long unknown,
    long malformed) {
  public SourceReport {
    files = List.copyOf(files);
    setAside = List.copyOf(setAside);
  }

  /** Returns whether all that was written was there and could be read. */
  public boolean isSound() {
    return missing == 0
        && malformed == 0
        && setAside.isEmpty()
        && files.stream().allMatch(file -> file.damage().isEmpty());
  }

  /** Returns what its files take. */
  public long bytes() {
    return files.stream().mapToLong(FileReport::bytes).sum();
  }
}
