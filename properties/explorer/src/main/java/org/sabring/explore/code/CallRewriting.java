package org.sabring.explore.code;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls of methods that threads speak to each other by, or that are not the same on every run. */
final class CallRewriting {

  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
  private static final String FIELD = "java/lang/reflect/Field";
  private static final String LOCK_SUPPORT = "java/util/concurrent/locks/LockSupport";

  /** Their hash codes are the same on every run. */
  private static final Set<String> STEADY =
      Set.of(
          "java/lang/String",
          "java/lang/Boolean",
          "java/lang/Character",
          "java/lang/Byte",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double");

  private final MethodSite site;

  CallRewriting(MethodSite site) {
    this.site = site;
  }

  void rewrite(MethodInsnNode call) {
    String advice = null;
    String declaring = call.owner;
    if (call.owner.equals(UnsafeRewriting.UNSAFE)) {
      advice = Refusals.adviceOnUnsafe(call.name, call.desc);
      if (advice == null) {
        site.replace(call, UnsafeRewriting.call(call));
        return;
      }
    } else {
      declaring = site.members.methodOwner(call.owner, call.name, call.desc);
      InsnList code = replacement(call, declaring);
      if (code != null) {
        site.replace(call, code);
        return;
      }
      advice = advice(call, declaring);
    }
    if (advice != null) {
      InsnList refusal = Refusals.refusal(declaring, call.name, advice);
      site.method.instructions.insertBefore(call, refusal);
    } else if (!Scope.isRewritten(declaring)) {
      ArrayRewriting.lend(site, call);
      if (declaring.equals("java/lang/reflect/Array") && call.name.equals("newInstance")) {
        boolean deep = call.desc.contains("[I");
        site.method.instructions.insert(call, Emit.born(deep ? "bornDeep" : "born"));
      }
    }
  }

  private @Nullable String advice(MethodInsnNode call, String declaring) {
    if (site.isCopy()) {
      // A copy may build itself on what it would refuse to others: no state of it is used.
      if (call.name.equals("<init>") && site.isConstructor()) {
        return null;
      }
      return HiddenCalls.advice(site.members, declaring, call);
    }
    if (declaring.equals(CopiedClasses.BUFFER)) {
      return site.members.declares(declaring, call.name + call.desc) ? null : Refusals.HEAP;
    }
    String advice = Refusals.advice(declaring, call.name, call.desc);
    return advice == null && isMixed(call, declaring) ? Refusals.MIXED : advice;
  }

  /** Whether the JDK's own method takes or gives a class of which the code here has a copy. */
  private static boolean isMixed(MethodInsnNode call, String declaring) {
    return CopiedClasses.isOfJdk(declaring)
        && !declaring.equals("java/lang/invoke/MethodHandle")
        && !declaring.equals("java/lang/ThreadLocal")
        && !Scope.isRewritten(declaring)
        && (call.desc.contains(CopiedClasses.BUFFER)
            || !CopiedClasses.original(call.desc).equals(call.desc));
  }

  private @Nullable InsnList replacement(MethodInsnNode call, String declaring) {
    if (HookTable.mayHave(call.name)) {
      String hook = HookTable.hook(declaring, call.name, call.desc);
      if (hook != null) {
        InsnList code = new InsnList();
        code.add(Emit.hook(hook, withReceiver(call, declaring)));
        return code;
      }
    }
    if (site.isCopy()) {
      InsnList code = HiddenCalls.replacement(site, call, declaring);
      if (code != null) {
        return code;
      }
    }
    return switch (declaring) {
      case VAR_HANDLE -> varHandle(call);
      case FIELD -> isFieldAccess(call) ? Boxing.call(call, "reflect", "L" + FIELD + ";") : null;
      case LOCK_SUPPORT -> parking(call);
      default -> objectMethod(call, declaring);
    };
  }

  private static String withReceiver(MethodInsnNode call, String declaring) {
    return call.getOpcode() == Opcodes.INVOKESTATIC
        ? call.desc
        : "(L" + declaring + ";" + call.desc.substring(1);
  }

  private @Nullable InsnList varHandle(MethodInsnNode call) {
    if (call.getOpcode() == Opcodes.INVOKESTATIC) {
      InsnList code = new InsnList();
      code.add(new LdcInsnNode(call.name));
      code.add(Emit.hook("fence", "(Ljava/lang/String;)V"));
      return call.name.endsWith("Fence") ? code : null;
    }
    boolean isAccess =
        call.name.startsWith("get")
            || call.name.startsWith("set")
            || call.name.startsWith("compareAnd")
            || call.name.startsWith("weakCompareAnd");
    return isAccess ? Boxing.call(call, "varHandle", "L" + VAR_HANDLE + ";") : null;
  }

  private static boolean isFieldAccess(MethodInsnNode call) {
    return call.desc.startsWith("(Ljava/lang/Object;")
        && (call.name.startsWith("get") || call.name.startsWith("set"));
  }

  /** The methods of LockSupport that are not in the table, since their arguments differ. */
  private static @Nullable InsnList parking(MethodInsnNode call) {
    InsnList code = new InsnList();
    switch (call.name) {
      case "park" -> {
        code.add(new InsnNode(Opcodes.ACONST_NULL));
        code.add(Emit.hook("park", "(Ljava/lang/Object;)V"));
      }
      case "parkNanos", "parkUntil" -> {
        code.add(new InsnNode(Opcodes.ACONST_NULL));
        code.add(new InsnNode(Opcodes.DUP_X2));
        code.add(new InsnNode(Opcodes.POP));
        code.add(Emit.hook(call.name, "(Ljava/lang/Object;J)V"));
      }
      case "setCurrentBlocker" -> code.add(new InsnNode(Opcodes.POP));
      case "getBlocker" -> {
        code.add(new InsnNode(Opcodes.POP));
        code.add(new InsnNode(Opcodes.ACONST_NULL));
      }
      default -> {
        return null;
      }
    }
    return code;
  }

  private @Nullable InsnList objectMethod(MethodInsnNode call, String declaring) {
    boolean isSpecial = call.getOpcode() == Opcodes.INVOKESPECIAL;
    InsnList code = new InsnList();
    if (call.name.equals("hashCode") && call.desc.equals("()I")) {
      if (isSpecial ? declaring.equals(Emit.OBJECT) : !STEADY.contains(declaring)) {
        String hook = isSpecial ? "identityHashCode" : "hash";
        code.add(Emit.hook(hook, "(Ljava/lang/Object;)I"));
        return code;
      }
    } else if (call.name.equals("clone") && call.owner.startsWith("[")) {
      code.add(Emit.hook("cloneArray", "(Ljava/lang/Object;)Ljava/lang/Object;"));
      code.add(Emit.cast(call.owner));
      return code;
    } else if (call.name.equals("clone") && isSpecial && declaring.equals(Emit.OBJECT)) {
      code.add(Emit.hook("cloneObject", "(Ljava/lang/Object;)Ljava/lang/Object;"));
      return code;
    }
    return null;
  }
}
