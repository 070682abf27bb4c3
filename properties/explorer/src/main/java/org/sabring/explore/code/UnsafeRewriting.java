package org.sabring.explore.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Calls and constants of Unsafe, both of them: the engine gives out offsets of its own. */
final class UnsafeRewriting {

  static final String UNSAFE = "sun/misc/Unsafe";

  private UnsafeRewriting() {}

  static InsnList call(MethodInsnNode call) {
    if (call.getOpcode() == Opcodes.INVOKESTATIC) {
      InsnList code = new InsnList();
      code.add(Emit.hook("theUnsafe", "()Ljava/lang/Object;"));
      code.add(Emit.cast(UNSAFE));
      return code;
    }
    InsnList code = Boxing.call(call, "unsafe", "Ljava/lang/Object;");
    Type result = Type.getReturnType(call.desc);
    if (result.getSort() == Type.INT || result.getSort() == Type.LONG) {
      // The offset of an array's first element is an int in one Unsafe, and a long in the other.
      AbstractInsnNode last = code.getLast();
      ((TypeInsnNode) last.getPrevious()).desc = "java/lang/Number";
      ((MethodInsnNode) last).owner = "java/lang/Number";
    }
    return code;
  }

  /** The layout of arrays, as a method tells it; null for other constants. */
  static @Nullable InsnList constant(FieldInsnNode access) {
    boolean isBase = access.name.endsWith("_BASE_OFFSET");
    if (!access.name.startsWith("ARRAY_") || !(isBase || access.name.endsWith("_INDEX_SCALE"))) {
      return null;
    }
    String method = isBase ? "arrayBaseOffset" : "arrayIndexScale";
    String desc = "(Ljava/lang/Class;)" + access.desc;
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    code.add(new LdcInsnNode(Type.getType("[" + element(access.name))));
    code.add(call(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, UNSAFE, method, desc, false)));
    return code;
  }

  private static String element(String constant) {
    if (constant.startsWith("ARRAY_OBJECT_")) {
      return "Ljava/lang/Object;";
    }
    if (constant.startsWith("ARRAY_BOOLEAN_")) {
      return "Z";
    }
    return constant.startsWith("ARRAY_LONG_") ? "J" : constant.substring(6, 7);
  }
}
