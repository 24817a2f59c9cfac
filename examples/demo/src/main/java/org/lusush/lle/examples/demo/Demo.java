// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The main job from end to end: starts the example shell on a pseudo-terminal, types a session on
 * it, records it with jcmd while it runs, analyzes the recording and has it judged by JMC's rules.
 */
public final class Demo {

  private static final int FAILED = 4;
  private static final int WRONG_USE = 2;
  private static final String ANALYZER = "org.lusush.lle.analyzer.cli.Lle";
  private static final String RULES_REPORT =
      "org.openjdk.jmc.flightrecorder.rules.report.JfrRulesReport";
  private static final String RULES_HTML_REPORT =
      "org.openjdk.jmc.flightrecorder.rules.report.html.JfrHtmlRulesReport";

  private Demo() {}

  /**
   * Runs the demonstration.
   *
   * @param args the settings file for recordings, the folder to work in, and how many nights to go
   *     through instead of one session
   */
  public static void main(String... args) throws InterruptedException {
    if (args.length < 2 || args.length > 3) {
      System.err.println("usage: Demo SETTINGS.jfc FOLDER [NIGHTS]");
      System.exit(WRONG_USE);
    }
    try {
      var settings = Path.of(args[0]).toAbsolutePath();
      if (args.length == 3) {
        int nights = NightsDemo.count(args[2]);
        new NightsDemo(settings, Workspace.create(Path.of(args[1])), nights).run();
      } else {
        run(settings, Workspace.create(Path.of(args[1])));
      }
    } catch (IOException | DemoException e) {
      System.err.println("lle demo: " + e.getMessage());
      System.exit(FAILED);
    }
  }

  private static void run(Path settings, Workspace workspace)
      throws IOException, InterruptedException, DemoException {
    record(settings, workspace);
    analyze(workspace);
    judge(workspace);
    tellFiles(workspace);
  }

  private static void record(Path settings, Workspace workspace)
      throws IOException, InterruptedException, DemoException {
    var pace = Pace.current();
    say("Typing a session on the example shell, " + pace + " …");
    long typed =
        TypedSession.run(
            workspace.home(),
            pace,
            pid -> {
              say("  jcmd " + pid + " JFR.start name=lle settings=" + settings);
              Programs.jcmdSaying("Started recording", pid, "JFR.start", "settings", settings);
            },
            pid -> {
              say("  jcmd " + pid + " JFR.dump name=lle filename=" + workspace.recording());
              Programs.jcmdSaying(
                  "Dumped recording", pid, "JFR.dump", "filename", workspace.recording());
            });
    if (!Files.exists(workspace.recording())) {
      throw new DemoException("jcmd left no recording at " + workspace.recording());
    }
    say("  " + typed + " keys typed while recording\n");
  }

  private static void analyze(Workspace workspace) throws IOException, DemoException {
    var recording = workspace.recording().toString();
    succeed(Programs.java(List.of(), ANALYZER, List.of("analyze", recording)));
    write(workspace, "text", workspace.reportText());
    write(workspace, "json", workspace.reportJson());
    write(workspace, "html", workspace.reportHtml());
  }

  private static void write(Workspace workspace, String format, Path file)
      throws IOException, DemoException {
    succeed(
        Programs.java(
            List.of(),
            ANALYZER,
            List.of(
                "analyze",
                "--format",
                format,
                "--output",
                file.toString(),
                workspace.recording().toString())));
  }

  private static void judge(Workspace workspace) throws IOException, DemoException {
    var recording = workspace.recording().toString();
    var text =
        Programs.capture(
            Programs.java(List.of(), RULES_REPORT, List.of(recording, "-format", "text")));
    if (!text.succeeded()) {
      throw new DemoException("JMC's rules report failed: " + text.text().strip());
    }
    Files.writeString(workspace.rulesText(), text.text());
    say(
        "\n"
            + "The same recording, judged by JMC's own report with our rules (0 is best, 100"
            + " worst):\n");
    say(text.text().strip().indent(2));
    var html =
        Programs.capture(
            Programs.java(
                List.of(),
                RULES_HTML_REPORT,
                List.of(recording, workspace.rulesHtml().toString())));
    if (!html.succeeded()) {
      throw new DemoException("JMC's HTML rules report failed: " + html.text().strip());
    }
  }

  private static void tellFiles(Workspace workspace) {
    say("Files:");
    say("  " + workspace.recording() + "    the recording, for JDK Mission Control");
    say("  " + workspace.reportText() + "  this report");
    say("  " + workspace.reportHtml() + " the same with charts, for a browser");
    say("  " + workspace.reportJson() + " the same for programs");
    say("  " + workspace.rulesHtml() + " JMC's report with our rules");
  }

  private static void succeed(List<String> command) throws IOException, DemoException {
    int status = Programs.inherit(command);
    if (status != 0) {
      throw new DemoException("the analyzer ended with status " + status);
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
