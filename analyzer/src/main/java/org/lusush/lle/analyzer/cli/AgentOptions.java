// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.lusush.lle.analyzer.attach.TargetException;
import org.lusush.lle.analyzer.attach.TargetJvm;
import picocli.CommandLine.Option;

/** What the commands that enter a shell have in common. */
final class AgentOptions {

  /** System property that says where the agent's jar is; the launcher sets it. */
  private static final String JAR = "lle.agent.jar";

  @Option(
      names = "--agent",
      paramLabel = "JAR",
      description = "the agent's jar, if lle does not know where it is")
  private Optional<Path> agent = Optional.empty();

  @Option(
      names = "--anyway",
      description =
          "enter even though the shell's Java will write warnings on its terminal (21 and newer"
              + " do)")
  private boolean anyway;

  Path jar() throws TargetException {
    if (agent.isPresent()) {
      return agent.get();
    }
    var known = System.getProperty(JAR);
    if (known == null) {
      throw new TargetException("where the agent's jar is must be said with --agent JAR");
    }
    return Path.of(known);
  }

  /** Has the agent enter a shell, unless its user would be disturbed; returns what it says. */
  String attach(TargetJvm target, String options) throws TargetException {
    boolean disturbs = target.warnsOnItsTerminal();
    if (disturbs && !anyway) {
      throw new TargetException(
          "Java "
              + target.javaVersion()
              + " in process "
              + target.pid()
              + " would write warnings of the agent on its user's terminal; start it with"
              + " -XX:+EnableDynamicAgentLoading or -javaagent:"
              + jar()
              + ", or say --anyway");
    }
    if (!disturbs) {
      return target.load(jar(), options);
    }
    return target.load(jar(), "redraw," + options)
        + "\nits JVM wrote warnings into the user's line, which is painted anew with the next key";
  }
}
