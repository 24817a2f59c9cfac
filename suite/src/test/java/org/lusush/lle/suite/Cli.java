// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.lusush.lle.analyzer.report.Style;

/**
 * What a run of the command came to.
 *
 * @param exit its exit code
 * @param out the summary
 * @param err sentences, and progress where a terminal is played
 */
record Cli(int exit, String out, String err) {

  /** Runs the command, not on a terminal. */
  static Cli run(List<String> args) {
    return run(false, args);
  }

  static Cli run(boolean terminal, List<String> args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var console =
        new Console(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            new Style(false, true, ZoneOffset.UTC),
            terminal);
    int exit = Suite.run(console, args.toArray(String[]::new));
    return new Cli(exit, out.toString(), err.toString());
  }

  /** Returns a command line that ends with the example shell, at home in a folder. */
  static List<String> onExampleShell(Path home, List<String> options, String... shellOptions) {
    List<String> args = new ArrayList<>(options);
    args.addAll(List.of("--", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    args.addAll(List.of("-Xshare:auto", "-cp", System.getProperty("java.class.path")));
    args.addAll(List.of("org.lusush.lle.examples.shell.Main", "--no-banner"));
    args.addAll(List.of("--history", home.resolve("history").toString()));
    args.addAll(List.of(shellOptions));
    return args;
  }
}
