package org.sabring.explore.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Between values on the stack and objects. */
final class Boxing {

  private static final int[] WIDTH = new int[Type.DOUBLE + 1];

  static {
    WIDTH[Type.BYTE] = 1;
    WIDTH[Type.SHORT] = 2;
    WIDTH[Type.CHAR] = 2;
    WIDTH[Type.INT] = 3;
    WIDTH[Type.LONG] = 4;
    WIDTH[Type.FLOAT] = 5;
    WIDTH[Type.DOUBLE] = 6;
  }

  private Boxing() {}

  static boolean isPrimitive(Type type) {
    return type.getSort() <= Type.DOUBLE && type.getSort() != Type.VOID;
  }

  static String wrapper(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.CHAR -> "java/lang/Character";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.FLOAT -> "java/lang/Float";
      case Type.LONG -> "java/lang/Long";
      case Type.DOUBLE -> "java/lang/Double";
      default -> throw new IllegalArgumentException(primitive + ": not a primitive type");
    };
  }

  /** The primitive type within a wrapper class; void if it is none. */
  static Type primitive(String wrapper) {
    return switch (wrapper) {
      case "java/lang/Boolean" -> Type.BOOLEAN_TYPE;
      case "java/lang/Character" -> Type.CHAR_TYPE;
      case "java/lang/Byte" -> Type.BYTE_TYPE;
      case "java/lang/Short" -> Type.SHORT_TYPE;
      case "java/lang/Integer" -> Type.INT_TYPE;
      case "java/lang/Float" -> Type.FLOAT_TYPE;
      case "java/lang/Long" -> Type.LONG_TYPE;
      case "java/lang/Double" -> Type.DOUBLE_TYPE;
      default -> Type.VOID_TYPE;
    };
  }

  static InsnList box(Type type) {
    InsnList code = new InsnList();
    if (isPrimitive(type)) {
      String wrapper = wrapper(type);
      String desc = "(" + type.getDescriptor() + ")L" + wrapper + ";";
      code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, wrapper, "valueOf", desc, false));
    }
    return code;
  }

  /** Takes an Object from the stack: what a call through an Object[] gives back. */
  static InsnList unbox(Type type) {
    InsnList code = new InsnList();
    if (type.getSort() == Type.VOID) {
      code.add(new InsnNode(Opcodes.POP));
    } else if (isPrimitive(type)) {
      String wrapper = wrapper(type);
      code.add(new TypeInsnNode(Opcodes.CHECKCAST, wrapper));
      code.add(value(wrapper, type));
    } else {
      code.add(Emit.cast(type.getInternalName()));
    }
    return code;
  }

  private static MethodInsnNode value(String wrapper, Type primitive) {
    String name = primitive.getClassName() + "Value";
    String desc = "()" + primitive.getDescriptor();
    return new MethodInsnNode(Opcodes.INVOKEVIRTUAL, wrapper, name, desc, false);
  }

  /** Replaces the arguments on the stack by one array that holds them. */
  static InsnList pack(Type[] arguments) {
    InsnList code = new InsnList();
    code.add(Emit.number(arguments.length));
    code.add(new TypeInsnNode(Opcodes.ANEWARRAY, Emit.OBJECT));
    for (int i = arguments.length - 1; i >= 0; i--) {
      if (arguments[i].getSize() == 2) {
        code.add(new InsnNode(Opcodes.DUP_X2));
        code.add(new InsnNode(Opcodes.DUP_X2));
        code.add(new InsnNode(Opcodes.POP));
      } else {
        code.add(new InsnNode(Opcodes.DUP_X1));
        code.add(new InsnNode(Opcodes.SWAP));
      }
      code.add(box(arguments[i]));
      code.add(Emit.number(i));
      code.add(new InsnNode(Opcodes.SWAP));
      code.add(new InsnNode(Opcodes.AASTORE));
    }
    return code;
  }

  /** One hook for many methods: the arguments go into an array, and the name tells which it is. */
  static InsnList call(MethodInsnNode call, String hook, String receiver) {
    InsnList code = pack(Type.getArgumentTypes(call.desc));
    code.add(new LdcInsnNode(call.name));
    code.add(
        Emit.hook(
            hook, "(" + receiver + "[Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;"));
    code.add(unbox(Type.getReturnType(call.desc)));
    return code;
  }

  /** What a lambda does between the types of its interface and those of its body. */
  static InsnList convert(Type from, Type to) {
    InsnList code = new InsnList();
    if (to.getSort() == Type.VOID) {
      if (from.getSort() != Type.VOID) {
        code.add(new InsnNode(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
      }
    } else if (isPrimitive(from)) {
      if (isPrimitive(to)) {
        widen(from, to, code);
      } else {
        Type inner = primitive(to.getInternalName());
        Type boxed = inner.getSort() == Type.VOID ? from : inner;
        widen(from, boxed, code);
        code.add(box(boxed));
      }
    } else if (isPrimitive(to)) {
      Type inner = primitive(from.getInternalName());
      Type unboxed = inner.getSort() == Type.VOID ? to : inner;
      code.add(unbox(unboxed));
      widen(unboxed, to, code);
    } else if (!from.equals(to)) {
      code.add(Emit.cast(to.getInternalName()));
    }
    return code;
  }

  private static void widen(Type from, Type to, InsnList code) {
    int a = WIDTH[from.getSort()];
    int b = WIDTH[to.getSort()];
    if (b <= 3 || a == b) {
      return;
    }
    int opcode =
        switch (Math.max(a, 3) * 10 + b) {
          case 34 -> Opcodes.I2L;
          case 35 -> Opcodes.I2F;
          case 36 -> Opcodes.I2D;
          case 45 -> Opcodes.L2F;
          case 46 -> Opcodes.L2D;
          case 56 -> Opcodes.F2D;
          default -> throw new IllegalArgumentException(from + " does not widen to " + to);
        };
    code.add(new InsnNode(opcode));
  }
}
