// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INSTANCEOF;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IOR;
import static org.objectweb.asm.Opcodes.ISHL;
import static org.objectweb.asm.Opcodes.ISTORE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Weaves calls to {@link Hooks} around the calls of one class of JLine.
 *
 * <p>Around each observed call its arguments are put aside, {@code before} is told, and then {@code
 * after} or {@code failed}; nothing else of the class changes, no method and no field is added, so
 * that it can be done to a class that runs, and undone.
 */
final class Weave {

  private static final int MASK_ARGUMENT = 3;

  private final String prefix;
  private final Scan scan;
  private final Set<Site> refused = new LinkedHashSet<>();

  private Weave(String prefix, Scan scan) {
    this.prefix = prefix;
    this.scan = scan;
  }

  /**
   * What came of it.
   *
   * @param bytes the new class file
   * @param found the calls that it makes
   * @param missing the calls that it does not make in this version, nor another for their point
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, and never compared
  record Outcome(byte[] bytes, Set<Site> found, Set<Site> missing) {}

  /**
   * Weaves a class.
   *
   * @param bytes its class file
   * @param prefix the internal name of JLine's package, with a slash at its end
   * @param simple the class's internal name after the prefix
   * @throws RuntimeException when the class file is not understood
   */
  static Outcome of(byte[] bytes, String prefix, String simple) {
    var sites = new ArrayList<Site>();
    for (var site : Site.ALL) {
      if (site.in().equals(simple)) {
        sites.add(site);
      }
    }
    var reader = new ClassReader(bytes);
    var scan = Scan.of(reader, prefix, sites);
    // Methods that stay as they are are copied, not taken apart: it is a large class.
    var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    var weave = new Weave(prefix, scan);
    reader.accept(weave.new Weaving(writer, sites), ClassReader.EXPAND_FRAMES);
    var missing = new LinkedHashSet<>(scan.missing());
    missing.addAll(weave.refused);
    return new Outcome(writer.toByteArray(), scan.found(), missing);
  }

  /** Passes a class on, with the methods that make observed calls changed. */
  private final class Weaving extends ClassVisitor {
    private final List<Site> sites;

    Weaving(ClassVisitor next, List<Site> sites) {
      super(Opcodes.ASM9, next);
      this.sites = sites;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      var next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!scan.isObserved(name, descriptor)) {
        return next;
      }
      return new MethodNode(Opcodes.ASM9, access, name, descriptor, signature, exceptions) {
        @Override
        public void visitEnd() {
          method(this, sites);
          accept(next);
        }
      };
    }
  }

  private void method(MethodNode method, List<Site> sites) {
    var calls = new ArrayList<MethodInsnNode>();
    for (var instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call) {
        calls.add(call);
      }
    }
    Parameters.keepAlive(method, scan.name());
    var parameters = Parameters.kept(method, scan.name());
    for (var call : calls) {
      var constant = call.getPrevious() instanceof LdcInsnNode ldc ? ldc.cst : null;
      for (var site : sites) {
        if (site.is(prefix, method.name, call.owner, call.name, call.desc, constant)) {
          around(method, parameters, call, site);
          break;
        }
      }
    }
    if (method.name.equals(Scan.LOOK_UP)) {
      lookedUp(method);
    }
  }

  private void around(MethodNode method, List<Object> parameters, MethodInsnNode call, Site site) {
    var handlers = Handlers.around(method, parameters, call);
    if (handlers == null) {
      refused.add(site); // half of it would be worse than nothing
      return;
    }
    var arguments = Type.getArgumentTypes(call.desc);
    var locals = new int[arguments.length];
    for (int i = 0; i < locals.length; i++) {
      locals[i] = local(method, arguments[i].getSize());
    }
    int target = local(method, 1);
    var before = new InsnList();
    for (int i = locals.length - 1; i >= 0; i--) {
      before.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), locals[i]));
    }
    before.add(new InsnNode(DUP));
    before.add(new VarInsnNode(ASTORE, target));
    before.add(current());
    before.add(new LdcInsnNode(site.point().number()));
    before.add(self(method));
    about(before, method, site, target, locals, arguments);
    before.add(hook("before", Bridge.BEFORE));
    for (int i = 0; i < locals.length; i++) {
      before.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ILOAD), locals[i]));
    }

    var start = new LabelNode();
    var end = new LabelNode();
    before.add(start);
    method.instructions.insertBefore(call, before);
    var after = new InsnList();
    after.add(end);
    returned(after, method, call, site);
    method.instructions.insert(call, after);
    failed(method, site, handlers, start, end);
  }

  /** Pushes what the observer is told: two objects and a number. */
  private void about(
      InsnList code, MethodNode method, Site site, int target, int[] locals, Type[] arguments) {
    switch (site.point()) {
      case LINE_START -> {
        code.add(map(method, "builtinWidgets"));
        code.add(map(method, "widgets"));
        pushMasked(code, method);
      }
      case RESIZE -> {
        code.add(new InsnNode(ACONST_NULL));
        code.add(new InsnNode(ACONST_NULL));
        pushSize(code, locals, arguments);
      }
      default -> {
        code.add(new VarInsnNode(ALOAD, target));
        code.add(
            site.argument() == Site.NONE
                ? new InsnNode(ACONST_NULL)
                : new VarInsnNode(ALOAD, locals[site.argument()]));
        code.add(new InsnNode(ICONST_0));
      }
    }
  }

  /** Pushes rows and columns in one number; later versions hand both over in one object. */
  private static void pushSize(InsnList code, int[] locals, Type[] arguments) {
    boolean isObject = arguments.length == 1;
    code.add(isObject ? of(locals[0], arguments[0], "getRows") : number(locals[0]));
    code.add(new LdcInsnNode(Screen.ROW_SHIFT));
    code.add(new InsnNode(ISHL));
    code.add(isObject ? of(locals[0], arguments[0], "getColumns") : number(locals[1]));
    code.add(new InsnNode(IOR));
  }

  private static InsnList number(int local) {
    var code = new InsnList();
    code.add(new VarInsnNode(ILOAD, local));
    return code;
  }

  /** Calls a method of the interface that tells a size. */
  private static InsnList of(int local, Type type, String method) {
    var code = new InsnList();
    code.add(new VarInsnNode(ALOAD, local));
    code.add(new MethodInsnNode(INVOKEINTERFACE, type.getInternalName(), method, "()I", true));
    return code;
  }

  /** Pushes 1 if what is typed is not shown. */
  private void pushMasked(InsnList code, MethodNode method) {
    if (!method.desc.startsWith("(Ljava/lang/String;Ljava/lang/String;L" + prefix)) {
      code.add(new InsnNode(ICONST_0));
      return;
    }
    code.add(new VarInsnNode(ALOAD, MASK_ARGUMENT));
    code.add(isSecret());
  }

  /**
   * Turns what masks a line into 1 if it hides all of it, as of a password; a shell may also have
   * one that hides parts of some lines. Not by a jump, which would need a stack frame.
   */
  private AbstractInsnNode isSecret() {
    if (scan.knowsSecrets()) {
      return new TypeInsnNode(INSTANCEOF, prefix + Scan.SECRET);
    }
    return new MethodInsnNode(
        INVOKESTATIC, "java/util/Objects", "nonNull", "(Ljava/lang/Object;)Z", false);
  }

  /** Tells of the result, and leaves it where it was. */
  private void returned(InsnList code, MethodNode method, MethodInsnNode call, Site site) {
    var result = Type.getReturnType(call.desc);
    boolean isNumber = result.getSort() == Type.INT || result.getSort() == Type.BOOLEAN;
    boolean isObject = result.getSort() == Type.OBJECT;
    int local = local(method, 1);
    if (isNumber || isObject) {
      code.add(new InsnNode(DUP));
      code.add(new VarInsnNode(isNumber ? ISTORE : ASTORE, local));
    }
    code.add(current());
    code.add(new LdcInsnNode(site.point().number()));
    code.add(isObject ? new VarInsnNode(ALOAD, local) : new InsnNode(ACONST_NULL));
    code.add(isNumber ? new VarInsnNode(ILOAD, local) : new InsnNode(ICONST_0));
    if (site.point() == Point.COMMAND) {
      pushLength(code, method);
    }
    code.add(hook("after", Bridge.AFTER));
  }

  /** Adds the length of the edit buffer to the number that is pushed, one bit up. */
  private void pushLength(InsnList code, MethodNode method) {
    var buffer = scan.field("buf");
    if (buffer == null || isStatic(method)) {
      return;
    }
    var owner = Type.getType(buffer).getInternalName();
    boolean isInterface = owner.equals(prefix + "reader/Buffer");
    code.add(new VarInsnNode(ALOAD, 0));
    code.add(new FieldInsnNode(GETFIELD, scan.name(), "buf", buffer));
    code.add(
        new MethodInsnNode(
            isInterface ? INVOKEINTERFACE : INVOKEVIRTUAL, owner, "length", "()I", isInterface));
    code.add(new InsnNode(ICONST_1));
    code.add(new InsnNode(ISHL));
    code.add(new InsnNode(IOR));
  }

  /** Tells of what the call throws, and throws it again where the call would have thrown it. */
  private static void failed(
      MethodNode method, Site site, Handlers handlers, LabelNode start, LabelNode end) {
    int thrown = local(method, 1);
    var handler = new LabelNode();
    var again = new LabelNode();
    var over = new LabelNode();
    var code = new InsnList();
    code.add(handler);
    code.add(handlers.frame());
    code.add(new VarInsnNode(ASTORE, thrown));
    code.add(current());
    code.add(new LdcInsnNode(site.point().number()));
    code.add(new VarInsnNode(ALOAD, thrown));
    code.add(hook("failed", Bridge.FAILED));
    code.add(new VarInsnNode(ALOAD, thrown));
    code.add(again);
    code.add(new InsnNode(ATHROW));
    code.add(over);
    method.instructions.add(code);
    // The first of all, since it is the innermost.
    method.tryCatchBlocks.add(0, new TryCatchBlockNode(start, end, handler, null));
    method.tryCatchBlocks.addAll(handlers.over(again, over));
  }

  /** Tells which command a look-up found: it is called for every key. */
  private void lookedUp(MethodNode method) {
    int widget = local(method, 1);
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (instruction.getOpcode() == ARETURN && !isStatic(method)) {
        var code = new InsnList();
        code.add(new InsnNode(DUP));
        code.add(new VarInsnNode(ASTORE, widget));
        code.add(current());
        code.add(new LdcInsnNode(Point.LOOKUP.number()));
        code.add(new VarInsnNode(ALOAD, 0));
        code.add(new VarInsnNode(ALOAD, widget));
        code.add(map(method, "builtinWidgets"));
        pushMaskedField(code);
        code.add(hook("before", Bridge.BEFORE));
        method.instructions.insertBefore(instruction, code);
      }
    }
  }

  private void pushMaskedField(InsnList code) {
    var field = scan.field("maskingCallback");
    if (field == null) {
      code.add(new InsnNode(ICONST_0));
      return;
    }
    code.add(new VarInsnNode(ALOAD, 0));
    code.add(new FieldInsnNode(GETFIELD, scan.name(), "maskingCallback", field));
    code.add(isSecret());
  }

  private InsnList map(MethodNode method, String name) {
    var code = new InsnList();
    var field = scan.field(name);
    if (isStatic(method) || !"Ljava/util/Map;".equals(field)) {
      code.add(new InsnNode(ACONST_NULL));
    } else {
      code.add(new VarInsnNode(ALOAD, 0));
      code.add(new FieldInsnNode(GETFIELD, scan.name(), name, field));
    }
    return code;
  }

  private static AbstractInsnNode self(MethodNode method) {
    return isStatic(method) ? new InsnNode(ACONST_NULL) : new VarInsnNode(ALOAD, 0);
  }

  private static boolean isStatic(MethodNode method) {
    return (method.access & ACC_STATIC) != 0;
  }

  private static int local(MethodNode method, int size) {
    int local = method.maxLocals;
    method.maxLocals += size;
    return local;
  }

  private static FieldInsnNode current() {
    return new FieldInsnNode(GETSTATIC, Bridge.NAME, Bridge.CURRENT, Bridge.TYPE);
  }

  private static MethodInsnNode hook(String name, String descriptor) {
    return new MethodInsnNode(INVOKEVIRTUAL, Bridge.NAME, name, descriptor, false);
  }
}
