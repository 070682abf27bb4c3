package org.sabring.explore.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Calls of copies of JDK classes into what only the JDK itself can reach. Those that the usual
 * classes make, in any release from 17 to 25, are replaced by something public that does the same;
 * the others are refused.
 */
final class HiddenCalls {

  private static final String ACCESS = "jdk/internal/access/";
  private static final String RANDOM = CopiedClasses.PREFIX + CopiedClasses.CONCURRENT;

  private HiddenCalls() {}

  static @Nullable String advice(Members members, String declaring, MethodInsnNode call) {
    boolean isHidden =
        CopiedClasses.isOfJdk(declaring)
            && !CopiedClasses.isCopied(declaring)
            && !members.isReachable(declaring, call.name + CopiedClasses.original(call.desc));
    String advice = Refusals.advice(declaring, call.name, call.desc);
    return isHidden && advice == null ? Refusals.INSIDE_JDK : advice;
  }

  static @Nullable InsnList replacement(MethodSite site, MethodInsnNode call, String declaring) {
    InsnList code = new InsnList();
    switch (declaring + "." + call.name) {
      case "java/util/concurrent/locks/LockSupport.getThreadId" -> {
        code.add(Emit.hook("identityHashCode", "(Ljava/lang/Object;)I"));
        code.add(new InsnNode(Opcodes.I2L));
      }
      case ACCESS + "JavaLangAccess.getEnumConstantsShared" -> {
        code.add(new InsnNode(Opcodes.SWAP));
        code.add(new InsnNode(Opcodes.POP));
        code.add(Emit.hook("enumConstants", "(Ljava/lang/Class;)[Ljava/lang/Object;"));
        code.add(Emit.cast("[Ljava/lang/Enum;"));
      }
      case ACCESS + "JavaLangAccess.currentCarrierThread" -> {
        code.add(new InsnNode(Opcodes.POP));
        code.add(Emit.hook("currentThread", "()Ljava/lang/Thread;"));
      }
      case ACCESS + "JavaObjectInputStreamAccess.checkArray" -> {
        code.add(new InsnNode(Opcodes.POP2));
        code.add(new InsnNode(Opcodes.POP2));
      }
      case ACCESS + "JavaUtilCollectionAccess.listFromTrustedArray" -> {
        code.add(new InsnNode(Opcodes.SWAP));
        code.add(new InsnNode(Opcodes.POP));
        String desc = "([Ljava/lang/Object;)Ljava/util/List;";
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, "java/util/List", "of", desc, true));
      }
      case ACCESS + "JavaUtilConcurrentTLRAccess.getThreadLocalRandomProbe" -> {
        code.add(new InsnNode(Opcodes.POP));
        code.add(statically(RANDOM + "ThreadLocalRandom", "getProbe", "()I"));
      }
      case ACCESS + "JavaUtilConcurrentTLRAccess.advanceThreadLocalRandomProbe" -> {
        code.add(new InsnNode(Opcodes.SWAP));
        code.add(new InsnNode(Opcodes.POP));
        code.add(statically(RANDOM + "ThreadLocalRandom", "advanceProbe", "(I)I"));
      }
      case "jdk/internal/invoke/MhUtil.findVarHandle" -> varHandle(site, call, code);
      case "jdk/internal/misc/VM.getSavedProperty" ->
          code.add(
              statically(
                  "java/lang/System", "getProperty", "(Ljava/lang/String;)Ljava/lang/String;"));
      case "java/lang/invoke/MethodHandles.privateLookupIn" -> {
        // The hooks that find a field are told its class, and do not ask who may see it.
        code.add(new InsnNode(Opcodes.SWAP));
        code.add(new InsnNode(Opcodes.POP));
      }
      case "jdk/internal/vm/SharedThreadContainer.create" -> {
        for (int i = Type.getArgumentCount(call.desc); i > 0; i--) {
          code.add(new InsnNode(Opcodes.POP));
        }
        code.add(new InsnNode(Opcodes.ACONST_NULL));
      }
      case "jdk/internal/vm/SharedThreadContainer.close" -> code.add(new InsnNode(Opcodes.POP));
      case "java/util/concurrent/CancellationException.<init>" -> {
        if (Type.getArgumentCount(call.desc) != 2) {
          return null;
        }
        code.add(new InsnNode(Opcodes.POP));
        code.add(
            new MethodInsnNode(
                Opcodes.INVOKESPECIAL, declaring, call.name, "(Ljava/lang/String;)V", false));
      }
      default -> {
        return declaring.equals(ACCESS + "SharedSecrets") ? secret(call) : null;
      }
    }
    return code;
  }

  /** What a secret gives access to is replaced where it is used. */
  private static InsnList secret(MethodInsnNode call) {
    InsnList code = new InsnList();
    int opcode = call.name.startsWith("set") ? Opcodes.POP : Opcodes.ACONST_NULL;
    code.add(new InsnNode(opcode));
    return code;
  }

  /** The class whose field it is may be left out, and is then that of the lookup. */
  private static void varHandle(MethodSite site, MethodInsnNode call, InsnList code) {
    String lookup = "java/lang/invoke/MethodHandles$Lookup";
    if (call.desc.startsWith("(L" + lookup + ";Ljava/lang/String;")) {
      code.add(new VarInsnNode(Opcodes.ASTORE, site.scratch));
      code.add(new VarInsnNode(Opcodes.ASTORE, site.scratch + 1));
      code.add(new InsnNode(Opcodes.DUP));
      code.add(virtual(lookup, "lookupClass", "()Ljava/lang/Class;"));
      code.add(new VarInsnNode(Opcodes.ALOAD, site.scratch + 1));
      code.add(new VarInsnNode(Opcodes.ALOAD, site.scratch));
    }
    code.add(
        Emit.hook(
            "findVarHandle",
            "(L"
                + lookup
                + ";Ljava/lang/Class;Ljava/lang/String;Ljava/lang/Class;)"
                + "Ljava/lang/invoke/VarHandle;"));
  }

  private static MethodInsnNode virtual(String owner, String name, String desc) {
    return new MethodInsnNode(Opcodes.INVOKEVIRTUAL, owner, name, desc, false);
  }

  private static MethodInsnNode statically(String owner, String name, String desc) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, desc, false);
  }
}
