// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One command of a pipeline, expanded and ready to run. */
sealed interface Stage {

  Redirects redirects();

  /** A program to start. */
  record Program(List<String> command, SortedMap<String, String> environment, Redirects redirects)
      implements Stage {}

  /** A command inside the shell, also one that only reports an error. */
  record Internal(Builtin builtin, List<String> arguments, Redirects redirects) implements Stage {}

  /** Where the streams of a command lead instead of to its neighbours. */
  record Redirects(
      @Nullable Path input, @Nullable Target output, @Nullable Target error, boolean merged) {
    static final Redirects NONE = new Redirects(null, null, null, false);
  }

  /** A file to write. */
  record Target(Path file, boolean append) {}
}
