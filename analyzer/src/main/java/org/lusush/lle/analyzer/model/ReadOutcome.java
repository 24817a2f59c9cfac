// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

/** What came of reading one file. */
public sealed interface ReadOutcome {

  /** Returns the file's name as it was given. */
  String file();

  /** A file that holds whole chunks with events of the editor, perhaps not all of them. */
  record Success(String file, Recording recording) implements ReadOutcome {}

  /** A file that nothing can be said about but why. */
  record Failure(String file, Problem problem) implements ReadOutcome {}
}
