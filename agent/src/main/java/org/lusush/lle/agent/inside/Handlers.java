// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The exception handlers that a call is in, which must get what it throws although another one is
 * put inside of them.
 *
 * <p>A handler says which local variables it needs. The call has them, so the handler inside may
 * say that it has them, too, and hand them on. So it does with what the method was called with:
 * other agents put whole methods into handlers of their own, which need that.
 */
final class Handlers {

  private static final String THROWABLE = "java/lang/Throwable";

  private final List<TryCatchBlockNode> blocks;
  private final List<Object> locals;

  private Handlers(List<TryCatchBlockNode> blocks, List<Object> locals) {
    this.blocks = blocks;
    this.locals = locals;
  }

  /**
   * Returns the handlers around an instruction, or null when they need variables that contradict
   * each other.
   *
   * @param parameters what the method was called with, as {@link Parameters} has it
   */
  static @Nullable Handlers around(
      MethodNode method, List<Object> parameters, AbstractInsnNode instruction) {
    int at = method.instructions.indexOf(instruction);
    var blocks = new ArrayList<TryCatchBlockNode>();
    var locals = new ArrayList<>(parameters);
    for (var block : method.tryCatchBlocks) {
      if (method.instructions.indexOf(block.start) <= at
          && at < method.instructions.indexOf(block.end)) {
        blocks.add(block);
        if (!merge(locals, slots(frameAt(block.handler)))) {
          return null;
        }
      }
    }
    return new Handlers(blocks, locals);
  }

  /** Returns the frame with which the handler inside begins. */
  FrameNode frame() {
    var list = listed(locals);
    return new FrameNode(Opcodes.F_NEW, list.size(), list.toArray(), 1, new Object[] {THROWABLE});
  }

  /** Returns the same handlers over other instructions. */
  List<TryCatchBlockNode> over(LabelNode start, LabelNode end) {
    return blocks.stream()
        .map(block -> new TryCatchBlockNode(start, end, block.handler, block.type))
        .toList();
  }

  private static @Nullable FrameNode frameAt(LabelNode handler) {
    for (AbstractInsnNode node = handler; node != null; node = node.getNext()) {
      if (node instanceof FrameNode frame) {
        return frame;
      } else if (node.getOpcode() >= 0) {
        return null;
      }
    }
    return null;
  }

  /** Returns the local variables of a frame, one a slot. */
  static List<Object> slots(@Nullable FrameNode frame) {
    var slots = new ArrayList<Object>();
    if (frame != null) {
      for (var local : frame.local) {
        slots.add(local);
        if (local == Opcodes.LONG || local == Opcodes.DOUBLE) {
          slots.add(Opcodes.TOP);
        }
      }
    }
    return slots;
  }

  /** Returns local variables, one a slot, as a frame lists them: without second halves. */
  static List<Object> listed(List<Object> slots) {
    var list = new ArrayList<Object>();
    for (int i = 0; i < slots.size(); i++) {
      var local = slots.get(i);
      list.add(local);
      if (local == Opcodes.LONG || local == Opcodes.DOUBLE) {
        i++;
      }
    }
    return list;
  }

  /** Adds what another handler needs; returns false when that is something else. */
  private static boolean merge(List<Object> locals, List<Object> others) {
    for (int i = 0; i < others.size(); i++) {
      if (i == locals.size()) {
        locals.add(Opcodes.TOP);
      }
      var known = locals.get(i);
      var other = others.get(i);
      if (known.equals(Opcodes.TOP)) {
        locals.set(i, other);
      } else if (!other.equals(Opcodes.TOP) && !other.equals(known)) {
        return false;
      }
    }
    return true;
  }
}
