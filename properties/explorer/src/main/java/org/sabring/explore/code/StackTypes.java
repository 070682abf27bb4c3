package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The verifier's types on the operand stack before each instruction: from one stack map frame to
 * the next. An analyzer that merges types by itself would lose those of arrays.
 */
final class StackTypes {

  /** As in a frame: a long or a double takes two entries. */
  private final IdentityHashMap<AbstractInsnNode, List<Object>> before = new IdentityHashMap<>();

  StackTypes(String owner, MethodNode method) {
    AnalyzerAdapter types =
        new AnalyzerAdapter(owner, method.access, method.name, method.desc, null);
    for (AbstractInsnNode at : method.instructions) {
      if (at.getOpcode() >= 0 && types.stack != null) {
        before.put(at, new ArrayList<>(types.stack));
      }
      at.accept(types);
    }
  }

  /** What lies below the top {@code slots} of the stack. */
  private @Nullable Object below(AbstractInsnNode at, int slots) {
    List<Object> stack = before.get(at);
    int index = stack == null ? -1 : stack.size() - 1 - slots;
    return stack == null || index < 0 ? null : stack.get(index);
  }

  /** Whether it is {@code this} before the call of the constructor above. */
  boolean isUninitializedThis(AbstractInsnNode at, int slots) {
    return below(at, slots) == Opcodes.UNINITIALIZED_THIS;
  }

  /** The element type of an array; Object if it is not known. */
  Type elementType(AbstractInsnNode at, int slots) {
    return below(at, slots) instanceof String array && array.startsWith("[")
        ? Type.getType(array.substring(1))
        : Emit.OBJECT_TYPE;
  }
}
