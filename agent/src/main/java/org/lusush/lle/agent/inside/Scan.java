// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent.inside;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is to be known of a class before it is woven: its fields, and who makes observed calls. */
final class Scan extends ClassVisitor {

  /** The method that looks the command of a key up. */
  static final String LOOK_UP = "getWidget";

  /** What hides a line altogether, without JLine's prefix. */
  static final String SECRET = "reader/impl/SimpleMaskingCallback";

  /**
   * Where all versions so far make the calls. To look there first saves the shell's start some
   * fifty milliseconds, since the code that looks is not compiled yet.
   */
  private static final Set<String> USUAL =
      Set.of(
          "acceptLine",
          "callNeg",
          "callWidget",
          "clear",
          "cleanup",
          "doCleanup",
          "doComplete",
          "doDisplay",
          "doList",
          "doSearchHistory",
          "finish",
          "flush",
          "getDisplayedBufferWithPrompts",
          "getHighlightedBuffer",
          LOOK_UP,
          "handleSignal",
          "insertSecondaryPrompts",
          "peekCharacter",
          "printAbove",
          "readCharacter",
          "readCharacterBuffered",
          "readLine",
          "readStringUntil",
          "redisplay",
          "update",
          "viChange",
          "viDelete",
          "viYankTo");

  private static final String USUAL_LAMBDA = "lambda$doList$";

  private final String prefix;
  private final List<Site> sites;
  private final boolean everywhere;
  private final Map<String, String> fields = new HashMap<>();
  private final Set<String> observed = new HashSet<>();
  private final Set<Site> found = new LinkedHashSet<>();
  private String name = "";
  private boolean secrets;

  private Scan(String prefix, List<Site> sites, boolean everywhere) {
    super(Opcodes.ASM9);
    this.prefix = prefix;
    this.sites = sites;
    this.everywhere = everywhere;
  }

  /**
   * Reads a class.
   *
   * @param prefix JLine's package as an internal name, with a slash
   * @param sites the calls to look for
   */
  static Scan of(ClassReader reader, String prefix, List<Site> sites) {
    var usual = scan(reader, prefix, sites, false);
    return usual.missing().isEmpty() ? usual : scan(reader, prefix, sites, true);
  }

  private static Scan scan(
      ClassReader reader, String prefix, List<Site> sites, boolean everywhere) {
    var scan = new Scan(prefix, sites, everywhere);
    reader.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return scan;
  }

  /** Returns the internal name of the class. */
  String name() {
    return name;
  }

  /** Returns the descriptor of an instance field, or null when there is none of the name. */
  @Nullable String field(String field) {
    return fields.get(field);
  }

  /** Returns whether a method makes an observed call, or is one. */
  boolean isObserved(String method, String descriptor) {
    return observed.contains(method + descriptor);
  }

  /** Returns the calls that were found. */
  Set<Site> found() {
    return found;
  }

  /** Returns the calls that were not found, nor another for their point. */
  Set<Site> missing() {
    var missing = new LinkedHashSet<Site>();
    for (var site : sites) {
      boolean isThere = false;
      for (var other : found) {
        isThere |= other.point() == site.point();
      }
      if (!isThere) {
        missing.add(site);
      }
    }
    return missing;
  }

  /** Returns whether this version says of a line that it is to be hidden altogether. */
  boolean knowsSecrets() {
    return secrets;
  }

  @Override
  public void visit(
      int version,
      int access,
      String internalName,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    name = internalName;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if ((access & Opcodes.ACC_STATIC) == 0) {
      fields.put(field, descriptor);
    }
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    boolean isUsual = USUAL.contains(method) || method.startsWith(USUAL_LAMBDA);
    if (method.equals("<init>") || (!isUsual && !everywhere)) {
      return null;
    }
    if (method.equals(LOOK_UP)) {
      observed.add(method + descriptor);
    }
    return new Calls(method, descriptor);
  }

  /** Looks for calls in one method. */
  private final class Calls extends MethodVisitor {
    private final String method;
    private final String key;
    private @Nullable Object constant;

    Calls(String method, String descriptor) {
      super(Opcodes.ASM9);
      this.method = method;
      key = method + descriptor;
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant = value;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String called, String descriptor, boolean isInterface) {
      for (var site : sites) {
        if (site.is(prefix, method, owner, called, descriptor, constant)) {
          observed.add(key);
          found.add(site);
          break;
        }
      }
      constant = null;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      secrets |= type.equals(prefix + SECRET);
    }

    @Override
    public void visitLabel(Label label) {
      constant = null;
    }
  }
}
