// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.spi.TerminalExt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.RecorderConfig;

final class MeasuredTerminalTest {

  private EditorRecorder recorder;
  private JLineInstrumentation jline;

  @BeforeEach
  void start() {
    recorder = EditorRecorder.start(RecorderConfig.of("test"));
    jline = JLineInstrumentation.of(recorder);
  }

  @AfterEach
  void stop() {
    recorder.close();
  }

  @Test
  void wrap_terminalOfThisJLine_needsNoProxy() throws IOException {
    assertThat(MeasuredTerminal.isPlain()).isTrue();

    var wrapped = MeasuredTerminal.wrap(dumb(), jline);

    assertThat(wrapped).isInstanceOf(PlainTerminal.class);
    assertThat(MeasuredTerminal.isOf(wrapped, jline)).isTrue();
  }

  @Test
  void wrap_terminalWithAnInterfaceOfItsOwn_keepsThat() throws IOException {
    var wrapped = MeasuredTerminal.wrap(new Titled(), jline);

    assertThat(wrapped).isInstanceOf(HasTitle.class);
    assertThat(((HasTitle) wrapped).title()).isEqualTo("mine");
    assertThat(MeasuredTerminal.isOf(wrapped, jline)).isTrue();
  }

  @Test
  void isOf_terminalOfSomebodyElse_isFalse() throws IOException {
    assertThat(MeasuredTerminal.isOf(dumb(), jline)).isFalse();
  }

  @Test
  void digest_otherMethods_differs() {
    assertThat(MeasuredTerminal.digest(TerminalExt.class))
        .isNotEqualTo(MeasuredTerminal.digest(Terminal.class));
  }

  @Test
  void isPlainRelease_releaseThatTheTestsRunOn_isOneByDigestToo() {
    assertThat(
            MeasuredTerminal.isPlainRelease(Terminal.class.getProtectionDomain().getCodeSource()))
        .isTrue();
    assertThat(MeasuredTerminal.digest(Terminal.class) + MeasuredTerminal.digest(TerminalExt.class))
        .isEqualTo(MeasuredTerminal.PLAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "file:/lib/jline-terminal-3.30.6.jar, true",
    "file:/lib/jline-3.30.12.jar, true",
    "file:/app.jar!/lib/jline-3.30.5.jar!/, true",
    "file:/lib/jline-terminal-3.30.4.jar, false",
    "file:/lib/jline-terminal-4.0.12.jar, false",
    "file:/lib/jline-reader-3.30.6.jar, false",
    "file:/lib/my-jline-3.30.6.jar, false",
    "file:/lib/jline-3.30.6.jar/classes/, false",
    "file:/, false"
  })
  void isPlainRelease_nameOfAJar_isOneAsPublished(URL jar, boolean expected) {
    assertThat(MeasuredTerminal.isPlainRelease(new CodeSource(jar, (CodeSigner[]) null)))
        .isEqualTo(expected);
  }

  @Test
  void isPlainRelease_placeUnknown_isFalse() {
    assertThat(MeasuredTerminal.isPlainRelease(null)).isFalse();
    assertThat(MeasuredTerminal.isPlainRelease(new CodeSource(null, (CodeSigner[]) null)))
        .isFalse();
  }

  static Stream<Method> methods() {
    return Stream.of(TerminalExt.class.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()));
  }

  /** Defaults, too: what one terminal answers by default another answers otherwise. */
  @ParameterizedTest
  @MethodSource("methods")
  void plainTerminal_everyMethod_passesItOnWithItsArguments(Method method) throws Exception {
    var called = new ArrayList<List<Object>>();
    var target =
        (TerminalExt)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TerminalExt.class},
                (proxy, passed, arguments) -> {
                  var call = new ArrayList<Object>(List.of(passed.toString()));
                  call.addAll(arguments == null ? List.of() : Arrays.asList(arguments));
                  called.add(call);
                  return answer(passed.getReturnType());
                });
    var observer = ((PlainTerminal) MeasuredTerminal.wrap(dumb(), jline)).observer();
    var terminal = new PlainTerminal(target, observer);
    var arguments =
        Stream.of(method.getParameterTypes()).map(MeasuredTerminalTest::answer).toArray();

    var answer = method.invoke(terminal, arguments);

    if (List.of("reader", "flush").contains(method.getName())) {
      assertThat(called).isEmpty(); // they are the observer's
      return;
    }
    assertThat(called).hasSize(1);
    assertThat(called.get(0).get(0)).isEqualTo(method.toString());
    assertThat(called.get(0).subList(1, called.get(0).size())).containsExactly(arguments);
    if (method.getReturnType().isPrimitive() || method.getReturnType() == String.class) {
      assertThat(answer).isEqualTo(answer(method.getReturnType()));
    }
  }

  /** Returns a value that is not what a field is by itself. */
  private static @Nullable Object answer(Class<?> type) {
    if (type == boolean.class) {
      return true;
    } else if (type == int.class || type == Integer.class) {
      return 42;
    } else if (type == String.class) {
      return "answer";
    } else if (type == Object[].class) {
      return new Object[] {"parameter"};
    } else if (type == Size.class) {
      return new Size(120, 40);
    } else if (type == Attributes.class) {
      return new Attributes();
    } else if (type.isEnum()) {
      return type.getEnumConstants()[1];
    } else if (type == Terminal.SignalHandler.class) {
      return Terminal.SignalHandler.SIG_IGN;
    }
    return null;
  }

  private static DumbTerminal dumb() throws IOException {
    return new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream());
  }

  /** What a shell may have made of a terminal. */
  public interface HasTitle {
    String title();
  }

  private static final class Titled extends DumbTerminal implements HasTitle {
    Titled() throws IOException {
      super(
          "titled",
          DumbTerminal.TYPE_DUMB,
          new ByteArrayInputStream(new byte[0]),
          new ByteArrayOutputStream(),
          StandardCharsets.UTF_8);
    }

    @Override
    public String title() {
      return "mine";
    }
  }
}
