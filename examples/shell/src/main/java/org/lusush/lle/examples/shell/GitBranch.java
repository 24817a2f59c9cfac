// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The branch that a directory is on, read from the repository's files. */
final class GitBranch {
  private static final String BRANCH = "ref: refs/heads/";
  private static final String GIT_DIRECTORY = "gitdir:";
  private static final int SHORT_HASH = 7;

  private GitBranch() {}

  /** Returns the branch, or the short hash of a detached head; nothing outside a repository. */
  static Optional<String> of(Path directory) {
    for (Path folder = directory; folder != null; folder = parent(folder)) {
      Path git = folder.resolve(".git");
      if (Files.exists(git)) {
        return read(git);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Path parent(Path folder) {
    return folder.getParent();
  }

  private static Optional<String> read(Path git) {
    try {
      Path directory = Files.isDirectory(git) ? git : linked(git);
      String head = Files.readString(directory.resolve("HEAD")).strip();
      return head.startsWith(BRANCH)
          ? Optional.of(head.substring(BRANCH.length()))
          : Optional.of(head.substring(0, Math.min(SHORT_HASH, head.length())));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty(); // Not a repository after all.
    }
  }

  /** Worktrees and submodules have a file that says where their directory is. */
  private static Path linked(Path file) throws IOException {
    String text = Files.readString(file).strip();
    return text.startsWith(GIT_DIRECTORY)
        ? file.resolveSibling(text.substring(GIT_DIRECTORY.length()).strip())
        : file;
  }
}
