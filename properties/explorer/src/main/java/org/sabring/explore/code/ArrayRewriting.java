package org.sabring.explore.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Reads, writes and creation of arrays, and the calls that take them out of the engine's sight. */
final class ArrayRewriting {

  /** In the order of the opcodes from IALOAD and from IASTORE on. */
  private static final String LETTERS = "IJFDLBCS";

  private ArrayRewriting() {}

  static void rewrite(MethodSite site, AbstractInsnNode at) {
    int opcode = at.getOpcode();
    if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      char letter = LETTERS.charAt(opcode - Opcodes.IALOAD);
      InsnList code = new InsnList();
      code.add(Emit.hook("load" + letter, "(Ljava/lang/Object;I)" + Emit.descriptor(letter)));
      if (letter == 'L') {
        code.add(Emit.cast(site.types.elementType(at, 1)));
      }
      site.replace(at, code);
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      char letter = LETTERS.charAt(opcode - Opcodes.IASTORE);
      InsnList code = new InsnList();
      code.add(Emit.hook("store" + letter, "(Ljava/lang/Object;I" + value(letter) + ")V"));
      site.replace(at, code);
    } else if (opcode == Opcodes.NEWARRAY || opcode == Opcodes.ANEWARRAY) {
      site.method.instructions.insert(at, Emit.born("born"));
    } else if (opcode == Opcodes.MULTIANEWARRAY) {
      site.method.instructions.insert(at, Emit.born("bornDeep"));
    }
  }

  /** Bytes, chars and shorts lie on the stack as int. */
  private static String value(char letter) {
    return Emit.descriptor("BCS".indexOf(letter) >= 0 ? 'I' : letter);
  }

  /**
   * Surrounds a call of code that is not rewritten: it sees and changes the real array, so the
   * engine brings that up to date before the call, and looks at it after.
   */
  static void lend(MethodSite site, MethodInsnNode call) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    int first = 0;
    while (first < arguments.length && arguments[first].getSort() != Type.ARRAY) {
      first++;
    }
    if (first == arguments.length) {
      return;
    }
    InsnList stores = new InsnList();
    InsnList loads = new InsnList();
    InsnList after = new InsnList();
    int slot = site.scratch;
    for (int i = first; i < arguments.length; i++) {
      Type type = arguments[i];
      stores.insert(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), slot));
      loads.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
      if (type.getSort() == Type.ARRAY) {
        loads.add(Emit.born("export"));
        after.add(new VarInsnNode(Opcodes.ALOAD, slot));
        after.add(Emit.hook("imported", "(Ljava/lang/Object;)V"));
      }
      slot += type.getSize();
    }
    stores.add(loads);
    site.method.instructions.insertBefore(call, stores);
    site.method.instructions.insert(call, after);
  }
}
