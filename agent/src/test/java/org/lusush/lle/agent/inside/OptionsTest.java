// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionsTest {

  @Test
  void parse_nothing_isEmpty() {
    assertThat(Options.parse(""))
        .isEqualTo(new Options(false, false, Optional.empty(), Optional.empty()));
  }

  @Test
  void parse_all_areTaken() {
    assertThat(Options.parse("name=my shell, prefix=a.b.jline,redraw,detach"))
        .isEqualTo(new Options(true, true, Optional.of("my shell"), Optional.of("a.b.jline")));
  }

  @Test
  void parse_unknown_saysWhichThereAre() {
    assertThatThrownBy(() -> Options.parse("nome=x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no option 'nome'; there are name=…, prefix=…, redraw and detach");
  }

  @Test
  void parse_withoutValue_saysHow() {
    assertThatThrownBy(() -> Options.parse("name="))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the option 'name' needs a value: name=…");
  }

  @ParameterizedTest
  @CsvSource({
    "sqlline.SqlLine -u jdbc:h2:mem: -p secret, SqlLine",
    "/opt/my-shell.jar --password x, my-shell",
    "org.apache.groovy.groovysh.Main, groovysh",
    "jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider --feedback x, jshell",
    "Main, Main",
    "'', shell"
  })
  void shellName_command_isTheProgramWithoutItsArguments(String command, String name) {
    assertThat(ShellName.of(command)).isEqualTo(name);
  }
}
