// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_VOLATILE;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V1_8;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * The way from woven code to {@link Hooks}: a class of the JDK's own package {@code java.lang},
 * since that is the only one that every class loader sees, an OSGi bundle's too.
 *
 * <p>It is defined there at run time, as follows, and its subclass in the agent's class loader:
 *
 * <pre>{@code
 * package java.lang;
 * public class LineEditorHooks {
 *   public static volatile LineEditorHooks current = new LineEditorHooks();
 *   public void before(int point, Object owner, Object target, Object argument, int number) {}
 *   public void after(int point, Object result, int number) {}
 *   public void failed(int point, Throwable thrown) {}
 * }
 * }</pre>
 *
 * <p>A class path that the JVM's own loader searches as well, which is the usual way, would turn
 * class-data sharing off for the shell.
 */
final class Bridge {

  /** The internal name of the class. */
  static final String NAME = "java/lang/LineEditorHooks";

  /** The name and the type of the field that woven code gets the hooks from. */
  static final String CURRENT = "current";

  static final String TYPE = "L" + NAME + ";";
  static final String BEFORE = "(ILjava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;I)V";
  static final String AFTER = "(ILjava/lang/Object;I)V";
  static final String FAILED = "(ILjava/lang/Throwable;)V";

  private static final String RELAY = "org/lusush/lle/agent/inside/Relay";
  private static final String HOOKS = Type.getInternalName(Hooks.class);
  private static final String HOOKS_TYPE = Type.getDescriptor(Hooks.class);
  private static final Map<String, String> METHODS =
      Map.of("before", BEFORE, "after", AFTER, "failed", FAILED);

  private final Class<?> type;

  private Bridge(Class<?> type) {
    this.type = type;
  }

  /**
   * Defines the class in this JVM, or finds it there.
   *
   * @throws ReflectiveOperationException when this JVM does not let it be defined
   */
  static Bridge build(Instrumentation instrumentation) throws ReflectiveOperationException {
    try {
      return new Bridge(Class.forName(NAME.replace('/', '.'), true, null));
    } catch (ClassNotFoundException e) {
      instrumentation.redefineModule(
          Object.class.getModule(),
          Set.of(),
          Map.of(),
          Map.of("java.lang", Set.of(Bridge.class.getModule())),
          Set.of(),
          Map.of());
      return new Bridge(
          MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
              .defineClass(bridge()));
    }
  }

  /** Has woven code call some hooks from now on. */
  void connect(Hooks hooks) throws ReflectiveOperationException {
    var relay = MethodHandles.lookup().defineHiddenClass(relay(), true).lookupClass();
    set(relay.getConstructor(Hooks.class).newInstance(hooks));
  }

  /** Has woven code call nothing from now on. */
  void disconnect() throws ReflectiveOperationException {
    set(type.getConstructor().newInstance());
  }

  private void set(Object relay) throws ReflectiveOperationException {
    type.getField(CURRENT).set(null, relay);
  }

  private static byte[] bridge() {
    var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(V1_8, ACC_PUBLIC | ACC_SUPER, NAME, null, "java/lang/Object", null);
    writer.visitField(ACC_PUBLIC | ACC_STATIC | ACC_VOLATILE, CURRENT, TYPE, null, null).visitEnd();
    var initializer = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
    initializer.visitCode();
    initializer.visitTypeInsn(NEW, NAME);
    initializer.visitInsn(DUP);
    initializer.visitMethodInsn(INVOKESPECIAL, NAME, "<init>", "()V", false);
    initializer.visitFieldInsn(PUTSTATIC, NAME, CURRENT, TYPE);
    end(initializer);
    var constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    end(constructor);
    METHODS.forEach(
        (name, descriptor) -> {
          var method = writer.visitMethod(ACC_PUBLIC, name, descriptor, null, null);
          method.visitCode();
          end(method);
        });
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Passes everything on to a {@link Hooks}, which the class of the JDK cannot name. */
  private static byte[] relay() {
    var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(V1_8, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, RELAY, null, NAME, null);
    writer.visitField(ACC_PRIVATE | ACC_FINAL, "hooks", HOOKS_TYPE, null, null).visitEnd();
    var constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "(" + HOOKS_TYPE + ")V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitMethodInsn(INVOKESPECIAL, NAME, "<init>", "()V", false);
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitVarInsn(ALOAD, 1);
    constructor.visitFieldInsn(PUTFIELD, RELAY, "hooks", HOOKS_TYPE);
    end(constructor);
    METHODS.forEach(
        (name, descriptor) -> {
          var method = writer.visitMethod(ACC_PUBLIC, name, descriptor, null, null);
          method.visitCode();
          method.visitVarInsn(ALOAD, 0);
          method.visitFieldInsn(GETFIELD, RELAY, "hooks", HOOKS_TYPE);
          int local = 1;
          for (var type : Type.getArgumentTypes(descriptor)) {
            method.visitVarInsn(type.getSort() == Type.INT ? ILOAD : ALOAD, local++);
          }
          method.visitMethodInsn(INVOKEINTERFACE, HOOKS, name, descriptor, true);
          end(method);
        });
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void end(MethodVisitor method) {
    method.visitInsn(RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
