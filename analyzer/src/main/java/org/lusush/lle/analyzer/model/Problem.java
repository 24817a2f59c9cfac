// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

/** Why a file cannot be analyzed. */
public sealed interface Problem {

  /** Returns a short name for programs, such as {@code no-such-file}; it never changes. */
  String label();

  /** Returns what is wrong and what to do, without the file's name. */
  String sentence();

  /** Nothing has this name. */
  record NoSuchFile() implements Problem {
    @Override
    public String label() {
      return "no-such-file";
    }

    @Override
    public String sentence() {
      return "there is no such file; check the name and the working directory";
    }
  }

  /** A directory, perhaps the JVM's repository of chunks. */
  record IsDirectory() implements Problem {
    @Override
    public String label() {
      return "directory";
    }

    @Override
    public String sentence() {
      return "there is no recording (.jfr, .jfr.gz or .zip) in this directory, or it cannot be listed";
    }
  }

  /** The operating system refused. */
  record NotReadable(String reason) implements Problem {
    @Override
    public String label() {
      return "not-readable";
    }

    @Override
    public String sentence() {
      return "it cannot be read: " + reason;
    }
  }

  /** No byte in it. */
  record Empty() implements Problem {
    @Override
    public String label() {
      return "empty";
    }

    @Override
    public String sentence() {
      return "the file is empty; the recording was not dumped yet, or the disk was full";
    }
  }

  /** A file of another sort. */
  record NotARecording(String looksLike) implements Problem {
    @Override
    public String label() {
      return "not-a-recording";
    }

    @Override
    public String sentence() {
      return "this is not a JFR recording; it looks like " + looksLike;
    }
  }

  /** A recording in a layout that is not known here. */
  record UnsupportedVersion(int major, int minor) implements Problem {
    @Override
    public String label() {
      return "unsupported-version";
    }

    @Override
    public String sentence() {
      String why = major < 1 ? "it was written by an old JVM" : "it is newer than this analyzer";
      return "its format %d.%d is not supported; %s".formatted(major, minor, why);
    }
  }

  /** Cut off before the end of its first chunk. */
  record Truncated(long bytes, long expected) implements Problem {
    @Override
    public String label() {
      return "truncated";
    }

    @Override
    public String sentence() {
      String size =
          expected > 0 ? "%,d of at least %,d bytes".formatted(bytes, expected) : bytes + " bytes";
      return "it is cut off before the end of its first chunk ("
          + size
          + " are there); copy it again";
    }
  }

  /** Still being written by a JVM, or left by one that died. */
  record Unfinished() implements Problem {
    @Override
    public String label() {
      return "unfinished";
    }

    @Override
    public String sentence() {
      return "the JVM is still writing it, or died while it did;"
          + " take a copy with 'jcmd PID JFR.dump filename=FILE.jfr'";
    }
  }

  /** Chunks that are there but cannot be decoded. */
  record Damaged(String reason) implements Problem {
    @Override
    public String label() {
      return "damaged";
    }

    @Override
    public String sentence() {
      return "none of it can be decoded: " + reason;
    }
  }

  /** A good recording, but of something else. */
  record NoEditorEvents(boolean declared) implements Problem {
    @Override
    public String label() {
      return "no-editor-events";
    }

    @Override
    public String sentence() {
      return declared
          ? "the shell was ready to be recorded, but no event of its line editor is in it;"
              + " use the shell while it is recorded, with the lle.* events enabled"
          : "it holds no event of a line editor (lle.*); start the recorder in the shell, then"
              + " record it with 'jcmd PID JFR.start'";
    }
  }
}
