// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.examples.shell.builtin.Builtins;

@Timeout(60)
final class InterpreterTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private ShellState state;
  private Interpreter interpreter;

  @BeforeEach
  void open() throws IOException {
    directory = directory.toRealPath();
    state =
        new ShellState(
            Map.of("HOME", directory.toString(), "PATH", System.getenv("PATH")), directory);
    CommandIndex index =
        new CommandIndex(
            () -> state.variables().valueOr("PATH", ""), DirectoryScanner.ofFileSystem());
    interpreter =
        new Interpreter(
            Builtins.in(state, index),
            Streams.copiedTo(written),
            Frontend.plain(prompt -> "secret"));
  }

  @Test
  void run_program_copiesItsOutput() {
    assertThat(run("/bin/echo hello 'two  words'")).isEqualTo("hello two  words\n");
  }

  @Test
  void run_pipelineOfPrograms_connectsThem() {
    assertThat(run("/bin/echo hello | tr a-z A-Z | rev")).isEqualTo("OLLEH\n");
  }

  @Test
  void run_builtinInFrontOfProgram_feedsIt() {
    assertThat(run("echo hello | cat | tr l L")).isEqualTo("heLLo\n");
  }

  @Test
  void run_endlessProgramBeforeBuiltin_ends() {
    assertThat(run("yes | echo done")).isEqualTo("done\n");
  }

  @Test
  void run_endlessProgramBeforeHead_ends() {
    assertThat(run("yes | head -n 2")).isEqualTo("y\ny\n");
  }

  @Test
  void run_mergedErrorsInPipeline_passThrough() {
    assertThat(run("sh -c 'echo oops >&2' 2>&1 | tr a-z A-Z")).isEqualTo("OOPS\n");
  }

  @Test
  void run_redirections_writeAppendAndRead() throws IOException {
    run("echo one > f; /bin/echo two >> f; cat < f > g");

    assertThat(Files.readString(directory.resolve("g"))).isEqualTo("one\ntwo\n");
    assertThat(run("sort -r < g | head -n 1")).isEqualTo("two\n");
  }

  @Test
  void run_outputInMidPipeline_leavesNothingForTheNext() throws IOException {
    assertThat(run("/bin/echo x > f | cat")).isEmpty();
    assertThat(Files.readString(directory.resolve("f"))).isEqualTo("x\n");
  }

  @Test
  void run_errorRedirection_takesOnlyErrors() throws IOException {
    assertThat(run("sh -c 'echo out; echo err >&2' 2> e")).isEqualTo("out\n");
    assertThat(Files.readString(directory.resolve("e"))).isEqualTo("err\n");
    assertThat(run("nosuchprogram 2> e2")).isEmpty();
    assertThat(Files.readString(directory.resolve("e2"))).contains("not found");
  }

  @Test
  void run_redirectionThatCannotBe_isOneSentence() {
    assertThat(run("cat < nothing")).isEqualTo("nothing: no such file\n");
    assertThat(run("echo x > .")).isEqualTo(".: is a directory\n");
    assertThat(run("echo x > no/where")).isEqualTo("no/where: no such directory\n");
    assertThat(state.status()).isEqualTo(1);
  }

  @Test
  void run_connectors_followStatus() {
    assertThat(run("false || echo a && echo b; false && echo c; ! false && echo d"))
        .isEqualTo("a\nb\nd\n");
  }

  @Test
  void run_status_isOfTheLastCommand() {
    run("sh -c 'exit 3'");
    assertThat(state.status()).isEqualTo(3);
    run("sh -c 'exit 3' | true");
    assertThat(state.status()).isZero();
    run("true | sh -c 'exit 4'");
    assertThat(state.status()).isEqualTo(4);
    assertThat(run("sh -c 'exit 5'; echo $?")).isEqualTo("5\n");
  }

  @Test
  void run_programKilled_statusTellsTheSignal() {
    run("sh -c 'kill -TERM $$'");

    assertThat(state.status()).isEqualTo(128 + 15);
  }

  @Test
  void run_unknownCommand_suggestsNearName() {
    assertThat(run("ecoh hi")).isEqualTo("ecoh: command not found. Did you mean echo?\n");
    assertThat(state.status()).isEqualTo(127);
    assertThat(run("zzqqxxyyww")).isEqualTo("zzqqxxyyww: command not found\n");
  }

  @Test
  void run_fileThatIsNoProgram_isRefused() throws IOException {
    Files.writeString(directory.resolve("data"), "x");

    assertThat(run("./data")).isEqualTo("./data: permission denied\n");
    assertThat(run("/tmp")).isEqualTo("/tmp: is a directory\n");
    assertThat(run("./none")).isEqualTo("./none: no such file\n");
  }

  @Test
  void run_environment_reachesProgramsWhenExported() {
    assertThat(run("A=1; B=2; export B; C=3 sh -c 'echo $A-$B-$C'; echo $C")).isEqualTo("-2-3\n\n");
  }

  @Test
  void run_changedPath_isUsed() throws IOException {
    Path tool = Files.writeString(directory.resolve("mytool"), "#!/bin/sh\necho mine\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();

    assertThat(run("export PATH=" + directory + ":$PATH; mytool")).isEqualTo("mine\n");
  }

  @Test
  void run_directory_isThatOfTheShell() {
    assertThat(run("/bin/mkdir sub; cd sub; /bin/pwd; pwd; cd -; cd ..; cd"))
        .isEqualTo(directory + "/sub\n" + directory + "/sub\n" + directory + "\n");
  }

  @Test
  void run_directoryGone_saysSo() throws IOException {
    run("mkdir gone; cd gone");
    Files.delete(directory.resolve("gone"));

    assertThat(run("ls")).contains("is gone");
  }

  @Test
  void run_alias_isExpanded() {
    assertThat(run("alias hi='echo hello'")).isEmpty();
    assertThat(run("hi you; type hi; alias"))
        .isEqualTo("hello you\nhi is an alias for echo hello\nhi='echo hello'\n");
    run("unalias hi");
    assertThat(run("hi")).contains("hi: command not found");
  }

  @Test
  void run_wrongSyntax_isOneSentence() {
    assertThat(run("echo $(date)")).isEqualTo("Subshells and $( ) are not supported.\n");
    assertThat(state.status()).isEqualTo(2);
  }

  @Test
  void run_exit_stopsTheLine() {
    assertThat(run("exit 7; echo never")).isEmpty();
    assertThat(state.isExiting()).isTrue();
    assertThat(state.status()).isEqualTo(7);
  }

  @Test
  void run_login_greetsAndKeepsNothing() {
    assertThat(run("login bob")).isEqualTo("Hello, bob\n");
    assertThat(run("set")).doesNotContain("secret");
  }

  @Test
  void run_misusedBuiltins_sayHow() {
    assertThat(run("cd a b; cd nowhere; export 1x=2; exit abc; unset; history x; help nope"))
        .isEqualTo(
            """
            usage: cd [DIRECTORY | -]
            cd: nowhere: no such directory
            export: 1x: not a variable name
            exit: the status is a number from 0 to 255
            usage: unset NAME...
            usage: history [-c | COUNT]
            help: no such built-in; help without a name lists them
            """);
  }

  @Test
  void run_help_hasALineForEveryBuiltin() {
    assertThat(run("help").lines())
        .hasSize(18)
        .allSatisfy(line -> assertThat(line).matches("[a-z]+ +[A-Z].+"));
  }

  @Test
  void run_manyStages_leaveNoThreadBehind() {
    assertThat(run("seq 1000 | cat | cat | grep 7 | wc -l").strip()).isEqualTo("271");
  }

  @Test
  void interrupt_programThatRuns_endsIt() throws Exception {
    CompletableFuture<Integer> status =
        CompletableFuture.supplyAsync(() -> interpreter.run("/bin/echo up; sleep 100"));
    while (!written.toString(StandardCharsets.UTF_8).contains("up")) {
      Thread.onSpinWait();
    }

    while (!status.isDone()) {
      interpreter.interrupt();
      TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(10).toMillis());
    }

    assertThat(status.get()).isGreaterThan(128);
  }

  private String run(String line) {
    written.reset();
    interpreter.run(line);
    return written.toString(StandardCharsets.UTF_8);
  }
}
