// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

final class ParametersTest {

  private static final String OWNER = "shell/Reader";

  /** A method with a frame that has forgotten everything, as some shrinkers make them. */
  private static MethodNode method(int access, String name, String descriptor, Object... locals) {
    var method = new MethodNode(Opcodes.ASM9, access, name, descriptor, null, null);
    method.instructions.add(
        new FrameNode(Opcodes.F_NEW, locals.length, locals, 0, new Object[] {}));
    return method;
  }

  private static List<Object> frame(MethodNode method) {
    return ((FrameNode) method.instructions.getFirst()).local;
  }

  @Test
  void keepAlive_framesWithoutThisAndParameters_haveThemAgain() {
    var method = method(0, "callWidget", "(JLjava/lang/String;)V", Opcodes.TOP);

    Parameters.keepAlive(method, OWNER);

    assertThat(frame(method)).containsExactly(OWNER, Opcodes.LONG, "java/lang/String");
  }

  @Test
  void keepAlive_framesWithMoreThanTheParameters_keepTheRest() {
    var method = method(0, "callWidget", "(I)V", Opcodes.TOP, Opcodes.TOP, Opcodes.DOUBLE, "a/B");

    Parameters.keepAlive(method, OWNER);

    assertThat(frame(method)).containsExactly(OWNER, Opcodes.INTEGER, Opcodes.DOUBLE, "a/B");
  }

  @Test
  void keepAlive_variablesThatAreStoredTo_stayAsTheyAre() {
    var method =
        method(0, "callWidget", "(JLjava/lang/String;)V", OWNER, Opcodes.TOP, Opcodes.TOP, "a/B");
    method.instructions.add(new VarInsnNode(Opcodes.ISTORE, 2));
    method.instructions.add(new VarInsnNode(Opcodes.ASTORE, 3));

    Parameters.keepAlive(method, OWNER);

    assertThat(frame(method)).containsExactly(OWNER, Opcodes.TOP, Opcodes.TOP, "a/B");
  }

  @Test
  void keepAlive_constructor_staysAsItIs() {
    var method = method(0, "<init>", "()V", Opcodes.UNINITIALIZED_THIS);

    Parameters.keepAlive(method, OWNER);

    assertThat(frame(method)).containsExactly(Opcodes.UNINITIALIZED_THIS);
  }

  @Test
  void keepAlive_staticMethod_getsItsParametersOnly() {
    var method = method(Opcodes.ACC_STATIC, "help", "(Z)V", Opcodes.TOP);

    Parameters.keepAlive(method, OWNER);

    assertThat(frame(method)).containsExactly(Opcodes.INTEGER);
  }
}
