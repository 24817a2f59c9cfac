// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a session carries from one command to the next. Used by one thread. */
public final class ShellState {
  private final Variables variables;
  private final SortedMap<String, String> aliases = new TreeMap<>();
  private Path directory;
  private int status;
  private boolean exiting;

  public ShellState(Map<String, String> environment, Path directory) {
    this.variables = new Variables(environment);
    this.directory = directory.toAbsolutePath().normalize();
    variables.assign("PWD", this.directory.toString());
    variables.export("PWD");
  }

  /** Returns the state of a shell that this process starts: its environment, its directory. */
  public static ShellState ofProcess() {
    Path directory = Path.of("").toAbsolutePath();
    return new ShellState(System.getenv(), logical(directory, System.getenv("PWD")));
  }

  private static Path logical(Path directory, @Nullable String pwd) {
    try {
      if (pwd != null && Files.isSameFile(directory, Path.of(pwd))) {
        return Path.of(pwd);
      }
    } catch (IOException | InvalidPathException e) {
      return directory;
    }
    return directory;
  }

  public Variables variables() {
    return variables;
  }

  public SortedMap<String, String> aliases() {
    return aliases;
  }

  public Path directory() {
    return directory;
  }

  /** Moves to another directory and keeps PWD and OLDPWD in step. */
  public void moveTo(Path target) {
    variables.assign("OLDPWD", directory.toString());
    directory = target;
    variables.assign("PWD", target.toString());
  }

  public Path home() {
    return Path.of(variables.valueOr("HOME", System.getProperty("user.home")));
  }

  /**
   * Returns the path that a text means in the current directory.
   *
   * @throws InvalidPathException when the text cannot be a path
   */
  public Path resolve(String text) {
    return directory.resolve(text);
  }

  /** Returns the value behind {@code $name}; empty when there is none. */
  public String expand(String name) {
    return switch (name) {
      case "?" -> Integer.toString(status);
      case "$" -> Long.toString(ProcessHandle.current().pid());
      case "#" -> "0";
      case "0" -> "lle-shell";
      default -> variables.valueOr(name, "");
    };
  }

  public int status() {
    return status;
  }

  public void setStatus(int status) {
    this.status = status;
  }

  public boolean isExiting() {
    return exiting;
  }

  /** Asks the session to end after the current command. */
  public void exit() {
    exiting = true;
  }
}
