// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.line;

import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.lusush.lle.examples.shell.command.Variables;
import org.lusush.lle.examples.shell.syntax.Part;

/** Offers the names of variables. */
final class VariableCompletion {
  private final Variables variables;

  VariableCompletion(Variables variables) {
    this.variables = variables;
  }

  /** Returns the names for a variable that is being written at the end of a word. */
  Stream<Candidate> after(String raw, Part variable) {
    String head = raw.substring(0, variable.start());
    boolean braced = raw.startsWith("${", variable.start());
    return variables.all().keySet().stream()
        .filter(name -> name.regionMatches(true, 0, variable.text(), 0, variable.text().length()))
        .map(name -> candidate(head + (braced ? "${" + name + "}" : "$" + name), "$" + name));
  }

  /** Returns the bare names, for commands that take one. */
  Stream<Candidate> names() {
    return variables.all().keySet().stream().map(name -> candidate(name, name));
  }

  private static Candidate candidate(String value, String shown) {
    return new Candidate(
        value, shown, null, null, null, null, value.equals(shown) && !shown.startsWith("$"));
  }
}
