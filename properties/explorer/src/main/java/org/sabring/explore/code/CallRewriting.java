package org.sabring.explore.code;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/** The rewriting of calls by which threads communicate, or whose answers differ from run to run. */
final class CallRewriting {

  static final String UNSAFE = "sun/misc/Unsafe";

  private static final Pattern ACCESS = Pattern.compile("^(get|set|compareAnd|weakCompareAnd)");

  private final MethodSite site;

  CallRewriting(MethodSite site) {
    this.site = site;
  }

  void rewrite(MethodInsnNode call) {
    boolean isUnsafe = call.owner.equals(UNSAFE);
    String declaring = isUnsafe ? UNSAFE : site.files.methodOwner(call.owner, call.name, call.desc);
    InsnList code = isUnsafe ? unsafe(call) : replacement(call, declaring);
    String advice =
        code != null ? null : isUnsafe ? Refusals.advice("HEAP") : advice(call, declaring);
    if (code != null) {
      site.replace(call, code);
    } else if (advice != null) {
      site.method.instructions.insertBefore(call, Refusals.refusal(declaring, call.name, advice));
    } else if (!RewritingScope.isRewritten(declaring)) {
      ArrayRewriting.lend(site, call);
      if (declaring.equals("java/lang/reflect/Array") && call.name.equals("newInstance")) {
        String hook = call.desc.contains("[I") ? "Identity.bornDeep" : "Identity.born";
        site.method.instructions.insert(call, Emit.born(hook));
      }
    }
  }

  private @Nullable String advice(MethodInsnNode call, String declaring) {
    String advice = Refusals.advice(declaring, call.name, call.desc);
    if (site.isCopy()) {
      // A copy may build itself on what it would refuse to others: no state of it is used.
      boolean isSuperCall = call.name.equals("<init>") && site.isConstructor();
      return isSuperCall
          ? null
          : advice == null && isHidden(call, declaring) ? Refusals.advice("INSIDE_JDK") : advice;
    }
    if (declaring.equals(CopiedClasses.BUFFER)) {
      return site.files.declares(declaring, call.name + call.desc) ? null : Refusals.advice("HEAP");
    }
    return advice == null && isMixed(call, declaring) ? Refusals.advice("MIXED") : advice;
  }

  /** Whether only the JDK itself can reach it. */
  private boolean isHidden(MethodInsnNode call, String declaring) {
    return CopiedClasses.isOfJdk(declaring)
        && !CopiedClasses.isCopied(declaring)
        && !site.files.isReachable(declaring, call.name + CopiedClasses.original(call.desc));
  }

  /** Whether the JDK's own method takes or gives a class of which the code here has a copy. */
  private static boolean isMixed(MethodInsnNode call, String declaring) {
    return CopiedClasses.isOfJdk(declaring)
        && !declaring.equals("java/lang/invoke/MethodHandle")
        && !declaring.equals("java/lang/ThreadLocal")
        && !RewritingScope.isRewritten(declaring)
        && (call.desc.contains(CopiedClasses.BUFFER)
            || !CopiedClasses.original(call.desc).equals(call.desc));
  }

  /** Null if it is refused. */
  private @Nullable InsnList unsafe(MethodInsnNode call) {
    if (Refusals.isUnsafeByAddress(call.name, call.desc)) {
      return null;
    }
    Emit emit = new Emit();
    if (call.getOpcode() == Opcodes.INVOKESTATIC) {
      emit.hook("UnsafeCalls.theUnsafe");
      emit.checkCast(Type.getObjectType(UNSAFE));
    } else {
      // Field updaters take a strong one where a weak one is asked for.
      boolean isWeak = site.isCopy() && site.method.name.equals("weakCompareAndSet");
      String name = isWeak ? call.name.replaceFirst("^compareAnd", "weakCompareAnd") : call.name;
      emit.callByName("UnsafeCalls.unsafe", name, call.desc);
    }
    return emit.code();
  }

  private @Nullable InsnList replacement(MethodInsnNode call, String declaring) {
    InsnList code = Replacements.of(call, declaring, site.isCopy());
    if (code != null) {
      return code;
    }
    Emit emit = new Emit();
    boolean isKnown =
        switch (declaring) {
          case "java/lang/invoke/VarHandle" ->
              fence(call, emit) || access(call, emit, "Handles.varHandle");
          case "java/lang/reflect/Field" ->
              call.desc.startsWith("(Ljava/lang/Object;") && access(call, emit, "Handles.reflect");
          case "java/util/concurrent/CancellationException" -> site.isCopy() && hidden(call, emit);
          default -> ofAnyObject(call, declaring, emit);
        };
    return isKnown ? emit.code() : null;
  }

  private static boolean fence(MethodInsnNode call, Emit emit) {
    boolean isFence = call.name.endsWith("Fence");
    if (isFence) {
      emit.push(call.name);
      emit.hook("Handles.fence");
    }
    return isFence;
  }

  private static boolean access(MethodInsnNode call, Emit emit, String hook) {
    boolean isAccess = call.getOpcode() != Opcodes.INVOKESTATIC && ACCESS.matcher(call.name).find();
    if (isAccess) {
      emit.callByName(hook, call.name, call.desc);
    }
    return isAccess;
  }

  /** The constructor with a cause. */
  private static boolean hidden(MethodInsnNode call, Emit emit) {
    boolean isHidden = call.name.equals("<init>") && Type.getArgumentCount(call.desc) == 2;
    if (isHidden) {
      emit.pop();
      emit.visitMethodInsn(
          Opcodes.INVOKESPECIAL, call.owner, call.name, "(Ljava/lang/String;)V", false);
    }
    return isHidden;
  }

  /** What the JVM answers from an object's header. */
  private static boolean ofAnyObject(MethodInsnNode call, String declaring, Emit emit) {
    boolean isOfObject = call.getOpcode() == Opcodes.INVOKESPECIAL && declaring.equals(Emit.OBJECT);
    boolean isHash = call.name.equals("hashCode") && call.desc.equals("()I");
    if (isHash && isOfObject) {
      emit.hook("Identity.identityHashCode");
    } else if (isHash && call.getOpcode() != Opcodes.INVOKESPECIAL && !isSteady(declaring)) {
      emit.hook("Identity.hash");
    } else if (call.name.equals("clone") && call.owner.startsWith("[")) {
      emit.hook("ArrayAccess.cloneArray");
      emit.checkCast(Type.getObjectType(call.owner));
    } else if (call.name.equals("clone") && isOfObject) {
      emit.hook("Identity.cloneObject");
    } else {
      return false;
    }
    return true;
  }

  /** Whether its hash codes are the same on every run. */
  private static boolean isSteady(String declaring) {
    return declaring.equals("java/lang/String") || Emit.isWrapper(declaring);
  }
}
