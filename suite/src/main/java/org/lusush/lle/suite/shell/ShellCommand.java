// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite.shell;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is started.
 *
 * @param command the program and its arguments
 * @param directory where it starts
 * @param environment variables set beside those of this process
 * @param agent the agent's jar, for shells that are not observed by themselves
 */
public record ShellCommand(
    List<String> command, Path directory, Map<String, String> environment, Path agent) {

  public ShellCommand {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    requireNonNull(directory, "directory");
    requireNonNull(agent, "agent");
  }
}
