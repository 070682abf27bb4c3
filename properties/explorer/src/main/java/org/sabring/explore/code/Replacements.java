package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/** The substitution of calls of methods of the JDK, as {@code jdk.txt} says. */
final class Replacements {

  private static final Map<String, String> ALL = JdkTable.map("replaced");
  private static final Map<String, String> IN_COPIES = JdkTable.map("replaced in copies");

  private static final Set<String> NAMES = new HashSet<>();

  static {
    for (String method : ALL.keySet()) {
      NAMES.add(method.substring(method.indexOf('.') + 1, method.indexOf('(')));
    }
  }

  private Replacements() {}

  /** What stands in place of a call; null if the table does not say. */
  static @Nullable InsnList of(MethodInsnNode call, String declaring, boolean inCopy) {
    String replaced = declaring + "." + call.name;
    String by = NAMES.contains(call.name) ? ALL.get(replaced + call.desc) : null;
    if (by == null && inCopy) {
      boolean isSecret = declaring.equals("jdk/internal/access/SharedSecrets");
      by = isSecret ? "*" : IN_COPIES.get(replaced);
    }
    if (by == null) {
      return null;
    }
    Emit emit = new Emit();
    List<Type> taken = new ArrayList<>(List.of(Type.getArgumentTypes(call.desc)));
    if (call.getOpcode() != Opcodes.INVOKESTATIC) {
      taken.add(0, Type.getObjectType(declaring));
    }
    Type result = Type.getReturnType(call.desc);
    if (by.equals("*")) {
      nothing(emit, taken, result);
      return emit.code();
    }
    if (by.startsWith("-")) {
      dropFirst(emit, taken);
    }
    String desc = Type.getMethodDescriptor(result, taken.toArray(new Type[0]));
    String method = by.startsWith("-") ? by.substring(1) : by;
    if (method.equals("=")) {
      return emit.code();
    }
    if (method.contains("/")) {
      int dot = method.indexOf('.');
      emit.call(method.substring(0, dot), method.substring(dot + 1), desc);
    } else {
      emit.hook(method, desc);
    }
    return emit.code();
  }

  /** From the stack, where one or two lie. */
  private static void dropFirst(Emit emit, List<Type> taken) {
    Type first = taken.remove(0);
    if (!taken.isEmpty()) {
      emit.swap(first, taken.get(0));
    }
    emit.drop(first);
  }

  /** Drops all that is taken. */
  private static void nothing(Emit emit, List<Type> taken, Type result) {
    for (int i = taken.size() - 1; i >= 0; i--) {
      emit.drop(taken.get(i));
    }
    if (result.getSort() != Type.VOID) {
      emit.pushNull();
    }
  }
}
