// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.attach;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * A JVM of this machine that runs, entered by the JDK's attach API; closing leaves it. Not
 * thread-safe.
 */
public final class TargetJvm implements AutoCloseable {

  /** System property in which the agent says what became of it. */
  private static final String STATUS = "lle.agent.status";

  /** System property in which Flight Recorder says where it writes, on 17 as on 25. */
  private static final String REPOSITORY = "jdk.jfr.repository";

  /** System property by which a recorder says that it is there. */
  private static final String OBSERVED = "lle.recorder.shell";

  /** System property that names a security manager, where there may be one. */
  private static final String MANAGER = "java.security.manager";

  private static final Set<String> NO_MANAGER = Set.of("allow", "disallow");
  private static final int MANAGED_UNTIL = 23;
  private static final int WARNS_OF_AGENTS_SINCE = 21;
  private static final String DYNAMIC = "EnableDynamicAgentLoading";

  private final long pid;
  private final VirtualMachine machine;

  private TargetJvm(long pid, VirtualMachine machine) {
    this.pid = pid;
    this.machine = machine;
  }

  /**
   * Enters a JVM.
   *
   * @throws TargetException when there is none, or it does not let us in
   */
  public static TargetJvm open(long pid) throws TargetException {
    requireProcess(pid);
    try {
      return new TargetJvm(pid, VirtualMachine.attach(Long.toString(pid)));
    } catch (AttachNotSupportedException e) {
      throw new TargetException(
          "process "
              + pid
              + " does not answer: it is no HotSpot JVM (a native image is none), or was started"
              + " with -XX:+DisableAttachMechanism",
          e);
    } catch (IOException e) {
      throw new TargetException(refusal(pid, e), e);
    } catch (LinkageError e) {
      throw new TargetException(
          "this Java has no module jdk.attach; run lle with a full JDK 17 or newer", e);
    }
  }

  private static void requireProcess(long pid) throws TargetException {
    if (pid <= 0 || ProcessHandle.of(pid).isEmpty()) {
      throw new TargetException(
          "there is no process " + pid + "; jcmd -l lists the JVMs of this machine");
    }
    if (pid == ProcessHandle.current().pid()) {
      throw new TargetException("process " + pid + " is lle itself");
    }
    if (AttachSignal.wouldEnd(pid)) {
      throw new TargetException(
          "process "
              + pid
              + " is not a JVM that can be entered, or was started with -Xrs; jcmd -l lists the"
              + " JVMs of this machine");
    }
  }

  private static String refusal(long pid, IOException e) {
    var owner = ProcessHandle.of(pid).flatMap(process -> process.info().user());
    var self = ProcessHandle.current().info().user();
    if (owner.isPresent() && self.isPresent() && !owner.equals(self)) {
      return "process "
          + pid
          + " belongs to "
          + owner.get()
          + "; run lle as that user, not as "
          + self.get();
    }
    return "process " + pid + " could not be entered: " + e.getMessage();
  }

  /** Returns its process id. */
  public long pid() {
    return pid;
  }

  /** Returns its main class or jar, without arguments. */
  public String program() throws TargetException {
    var command = properties().getProperty("sun.java.command", "");
    int space = command.indexOf(' ');
    var program = space < 0 ? command : command.substring(0, space);
    return program.isEmpty() ? "unknown" : program.substring(program.lastIndexOf('/') + 1);
  }

  /** Returns the folder in which its Flight Recorder writes; empty before the first recording. */
  public Optional<Path> repository() throws TargetException {
    return Optional.ofNullable(properties().getProperty(REPOSITORY)).map(Path::of);
  }

  /**
   * Returns the same, for whoever follows what is recorded.
   *
   * @throws TargetException when there is none, or it cannot be read from here
   */
  public Path readableRepository() throws TargetException {
    var repository =
        repository()
            .orElseThrow(
                () -> new TargetException("process " + pid + " does not say where it records"));
    if (!Files.isReadable(repository)) {
      throw new TargetException(
          "process "
              + pid
              + " records in "
              + repository
              + ", which cannot be read from here; is it in a container?");
    }
    return repository;
  }

  /** Returns whether a recorder observes a line editor in there, its own or the agent's. */
  public boolean isObserved() throws TargetException {
    return properties().getProperty(OBSERVED) != null;
  }

  /** Returns what the agent says of itself in there; empty where it never was. */
  public Optional<String> agentStatus() throws TargetException {
    return Optional.ofNullable(properties().getProperty(STATUS));
  }

  /** Returns the feature version of its Java, such as 17. */
  public int javaVersion() throws TargetException {
    var version = properties().getProperty("java.specification.version", "0");
    try {
      return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    } catch (NumberFormatException e) {
      throw new TargetException("process " + pid + " is of an unknown Java: " + version, e);
    }
  }

  /** Returns the version of its JVM, such as 17.0.15+6; empty where it does not say. */
  public String vmVersion() throws TargetException {
    return properties().getProperty("java.vm.version", "");
  }

  /**
   * Returns whether the JVM itself would write warnings of a new agent to its user's terminal: so
   * does Java 21 and newer, unless told not to.
   */
  public boolean warnsOnItsTerminal() throws TargetException {
    if (javaVersion() < WARNS_OF_AGENTS_SINCE || agentStatus().isPresent()) {
      return false;
    }
    var flags = Jcmd.run(pid, "VM.flags", "-all");
    boolean isDefault =
        flags
            .lines()
            .filter(line -> line.contains(DYNAMIC))
            .anyMatch(line -> line.contains("{default}"));
    return isDefault && hasTerminal();
  }

  /** Returns whether its standard error may be a terminal; true where that cannot be found out. */
  private boolean hasTerminal() {
    try {
      var target = Files.readSymbolicLink(Path.of("/proc/" + pid + "/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  /**
   * Has the agent enter, or leave.
   *
   * @param agent its jar
   * @param options for it, see its documentation
   * @return what it says of itself afterwards
   */
  public String load(Path agent, String options) throws TargetException {
    if (!Files.isReadable(agent)) {
      throw new TargetException("there is no agent at " + agent + "; name its jar with --agent");
    }
    if (javaVersion() < 17) {
      throw new TargetException(
          "process " + pid + " is of Java " + javaVersion() + "; the agent needs 17 or newer");
    }
    try {
      machine.loadAgent(agent.toAbsolutePath().toString(), options);
    } catch (AgentLoadException | AgentInitializationException e) {
      throw new TargetException(
          "process "
              + pid
              + " does not let an agent in ("
              + e.getMessage()
              + "); was it started with -XX:-EnableDynamicAgentLoading?",
          e);
    } catch (IOException e) {
      throw new TargetException("process " + pid + " went away: " + e.getMessage(), e);
    }
    return agentStatus().orElseThrow(() -> silence(agent));
  }

  /** Returns why the agent may have said nothing, not even what went wrong. */
  private TargetException silence(Path agent) {
    try {
      var manager = properties().getProperty(MANAGER);
      if (manager != null && !NO_MANAGER.contains(manager) && javaVersion() <= MANAGED_UNTIL) {
        return new TargetException(
            "process "
                + pid
                + " has a security manager that permits the agent nothing, so it left the shell"
                + " alone; grant codeBase \""
                + agent.toUri()
                + "\" the permission java.security.AllPermission in its policy");
      }
    } catch (TargetException e) {
      return e;
    }
    return new TargetException("the agent said nothing in process " + pid);
  }

  private Properties properties() throws TargetException {
    try {
      return machine.getSystemProperties();
    } catch (IOException e) {
      throw new TargetException("process " + pid + " went away: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      machine.detach();
    } catch (IOException e) {
      // It went away by itself.
      return;
    }
  }
}
