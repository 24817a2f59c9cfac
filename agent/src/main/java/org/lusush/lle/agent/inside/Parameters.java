// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** What a method was called with, where it stays in its local variables until the end. */
final class Parameters {

  private static final String STRING = "java/lang/String";

  private Parameters() {}

  /**
   * Returns the types of the parameters as frames have them, one a slot; {@link Opcodes#TOP} for
   * one whose variable may hold something else later on.
   *
   * @param owner the internal name of the class that the method is of
   */
  static List<Object> kept(MethodNode method, String owner) {
    var slots = declared(method, owner);
    for (var instruction : method.instructions) {
      if (instruction instanceof FrameNode frame) {
        var others = Handlers.slots(frame);
        for (int i = 0; i < slots.size(); i++) {
          if (i >= others.size() || !slots.get(i).equals(others.get(i))) {
            slots.set(i, Opcodes.TOP);
          }
        }
      } else if (instruction.getOpcode() == Opcodes.ASTORE
          && instruction instanceof VarInsnNode store
          && store.var < slots.size()
          && !slots.get(store.var).equals(typeBefore(store))) {
        slots.set(store.var, Opcodes.TOP);
      }
    }
    return slots;
  }

  /**
   * Says in every frame of a method what it was called with, in the variables that it never stores
   * to: some compilers and shrinkers leave out of the frames what the method has no more use for,
   * {@code this} included, but woven code has.
   *
   * @param owner the internal name of the class that the method is of
   */
  static void keepAlive(MethodNode method, String owner) {
    if (method.name.equals("<init>")) {
      return; // its this is another type at first
    }
    var slots = declared(method, owner);
    for (var instruction : method.instructions) {
      if (instruction instanceof VarInsnNode store && isStore(store)) {
        forget(slots, store.var);
        if (store.getOpcode() == Opcodes.LSTORE || store.getOpcode() == Opcodes.DSTORE) {
          forget(slots, store.var + 1);
        }
      }
    }
    for (var instruction : method.instructions) {
      if (instruction instanceof FrameNode frame) {
        frame.local = Handlers.listed(completed(Handlers.slots(frame), slots));
      }
    }
  }

  private static boolean isStore(VarInsnNode instruction) {
    return instruction.getOpcode() >= Opcodes.ISTORE && instruction.getOpcode() <= Opcodes.ASTORE;
  }

  /** Takes out a variable, with the other half of what may lie in it. */
  private static void forget(List<Object> slots, int variable) {
    if (variable < slots.size()) {
      slots.set(variable, Opcodes.TOP);
    }
    if (variable > 0 && variable <= slots.size() && isLong(slots.get(variable - 1))) {
      slots.set(variable - 1, Opcodes.TOP);
    }
  }

  private static boolean isLong(Object type) {
    return type == Opcodes.LONG || type == Opcodes.DOUBLE;
  }

  /** Returns the variables of a frame, those of the parameters added where it has none. */
  private static List<Object> completed(List<Object> frame, List<Object> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      if (i == frame.size()) {
        frame.add(Opcodes.TOP);
      }
      if (frame.get(i) == Opcodes.TOP) {
        frame.set(i, parameters.get(i));
      }
    }
    return frame;
  }

  /** Returns the type of what an instruction finds on the stack, or null when that takes more. */
  private static @Nullable Object typeBefore(AbstractInsnNode instruction) {
    var before = instruction.getPrevious();
    while (before instanceof LineNumberNode) {
      before = before.getPrevious();
    }
    if (before instanceof MethodInsnNode call) {
      return inFrames(Type.getReturnType(call.desc));
    } else if (before instanceof InvokeDynamicInsnNode call) {
      return inFrames(Type.getReturnType(call.desc));
    } else if (before instanceof FieldInsnNode field) {
      return inFrames(Type.getType(field.desc));
    } else if (before instanceof TypeInsnNode cast && cast.getOpcode() == Opcodes.CHECKCAST) {
      return cast.desc;
    }
    return before instanceof LdcInsnNode ldc && ldc.cst instanceof String ? STRING : null;
  }

  private static List<Object> declared(MethodNode method, String owner) {
    var slots = new ArrayList<Object>();
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      slots.add(owner);
    }
    for (var type : Type.getArgumentTypes(method.desc)) {
      slots.add(inFrames(type));
      if (type.getSize() == 2) {
        slots.add(Opcodes.TOP);
      }
    }
    return slots;
  }

  private static Object inFrames(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> Opcodes.LONG;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.ARRAY, Type.OBJECT -> type.getInternalName();
      default -> Opcodes.INTEGER;
    };
  }
}
