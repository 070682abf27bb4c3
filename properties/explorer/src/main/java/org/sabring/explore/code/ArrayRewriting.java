package org.sabring.explore.code;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The rewriting of array accesses and array creation, and of the calls that take arrays out of the
 * engine's sight.
 */
final class ArrayRewriting {

  /** In the order of the opcodes from IALOAD and from IASTORE on. */
  private static final List<Type> TYPES =
      List.of(
          Type.INT_TYPE,
          Type.LONG_TYPE,
          Type.FLOAT_TYPE,
          Type.DOUBLE_TYPE,
          Emit.OBJECT_TYPE,
          Type.BYTE_TYPE,
          Type.CHAR_TYPE,
          Type.SHORT_TYPE);

  private ArrayRewriting() {}

  static void rewrite(MethodSite site, AbstractInsnNode at) {
    int opcode = at.getOpcode();
    Emit emit = new Emit();
    if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      Type type = TYPES.get(opcode - Opcodes.IALOAD);
      emit.load("ArrayAccess.load", Emit.isPrimitive(type) ? type : site.types.elementType(at, 1));
      site.replace(at, emit.code());
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      Type type = TYPES.get(opcode - Opcodes.IASTORE);
      if (Emit.isPrimitive(type)) {
        emit.toNumber(type);
        emit.hook("ArrayAccess.store");
      } else {
        emit.hook("ArrayAccess.storeReference");
      }
      site.replace(at, emit.code());
    } else if (opcode == Opcodes.NEWARRAY || opcode == Opcodes.ANEWARRAY) {
      site.method.instructions.insert(at, Emit.born("Identity.born"));
    } else if (opcode == Opcodes.MULTIANEWARRAY) {
      site.method.instructions.insert(at, Emit.born("Identity.bornDeep"));
    }
  }

  /**
   * Surrounds a call of code that is not rewritten: it sees and changes the real array, so the
   * engine brings that up to date before the call, and looks at it after.
   */
  static void lend(MethodSite site, MethodInsnNode call) {
    List<Type> arguments = List.of(Type.getArgumentTypes(call.desc));
    int first = 0;
    while (first < arguments.size() && arguments.get(first).getSort() != Type.ARRAY) {
      first++;
    }
    Emit before = new Emit();
    Emit after = new Emit();
    int[] slots = new int[arguments.size()];
    int slot = site.scratch;
    for (int i = arguments.size() - 1; i >= first; i--) {
      slots[i] = slot;
      slot += arguments.get(i).getSize();
      before.store(slots[i], arguments.get(i));
    }
    for (int i = first; i < arguments.size(); i++) {
      before.load(slots[i], arguments.get(i));
      if (arguments.get(i).getSort() == Type.ARRAY) {
        before.dup();
        before.hook("ArrayAccess.export");
        after.load(slots[i], arguments.get(i));
        after.hook("ArrayAccess.imported");
      }
    }
    site.method.instructions.insertBefore(call, before.code());
    site.method.instructions.insert(call, after.code());
  }
}
