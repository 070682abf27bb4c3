package org.sabring.explore.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Instructions that rewritten code is made of. */
final class Emit {

  static final String HOOKS = "org/sabring/explore/runtime/Hooks";
  static final String OBJECT = "java/lang/Object";
  static final String THROWABLE = "java/lang/Throwable";

  private Emit() {}

  static MethodInsnNode hook(String name, String desc) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, HOOKS, name, desc, false);
  }

  static AbstractInsnNode number(int value) {
    if (value >= -1 && value <= 5) {
      return new InsnNode(Opcodes.ICONST_0 + value);
    }
    if (value == (short) value) {
      return new IntInsnNode(value == (byte) value ? Opcodes.BIPUSH : Opcodes.SIPUSH, value);
    }
    return new LdcInsnNode(value);
  }

  /** Nothing, for a cast to Object. */
  static InsnList cast(String internalName) {
    InsnList code = new InsnList();
    if (!internalName.equals(OBJECT)) {
      code.add(new TypeInsnNode(Opcodes.CHECKCAST, internalName));
    }
    return code;
  }

  /** Tells the engine of the object on top of the stack, which stays there. */
  static InsnList born(String hook) {
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.DUP));
    code.add(hook(hook, "(Ljava/lang/Object;)V"));
    return code;
  }

  /** The letter of a value in the names of hooks: I stands for all that the stack holds as int. */
  static char letter(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> 'J';
      case Type.FLOAT -> 'F';
      case Type.DOUBLE -> 'D';
      case Type.OBJECT, Type.ARRAY -> 'L';
      default -> 'I';
    };
  }

  static String descriptor(char letter) {
    return letter == 'L' ? "Ljava/lang/Object;" : String.valueOf(letter);
  }
}
