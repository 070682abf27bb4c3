package org.sabring.explore.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What stands in place of calls of methods of the JDK, as data: a hook that takes the receiver and
 * the arguments, or a static method of a copy; after a minus, one that does not take the first of
 * them; or a star for nothing, that gives null if it has to give something.
 */
final class Replacements {

  /** For all code. A method is named by the class that declares it. */
  private static final Map<String, String> ALL =
      table(
          """
          java/lang/Object.wait()V                              Monitors.waitOn
          java/lang/Object.wait(J)V                             Monitors.waitOn
          java/lang/Object.wait(JI)V                            Monitors.waitOn
          java/lang/Object.notify()V                            Monitors.notifyOne
          java/lang/Object.notifyAll()V                         Monitors.notifyEvery
          java/lang/Enum.valueOf(CLASS;STRING;)Ljava/lang/Enum; Identity.enumConstant
          java/lang/Class.getEnumConstants()[OBJECT;            Identity.enumConstants
          THREAD.currentThread()LTHREAD;                        Threads.currentThread
          THREAD.interrupted()Z                                 Threads.interrupted
          THREAD.isInterrupted()Z                               Threads.isInterrupted
          THREAD.interrupt()V                                   Threads.interrupt
          THREAD.sleep(J)V                                      Threads.sleep
          THREAD.sleep(JI)V                                     Threads.sleep
          THREAD.onSpinWait()V                                  Threads.pause
          THREAD.yield()V                                       Threads.pause
          THREAD.holdsLock(OBJECT;)Z                            Monitors.holdsLock
          java/lang/System.arraycopy(OBJECT;IOBJECT;II)V        ArrayAccess.copy
          java/lang/System.identityHashCode(OBJECT;)I           Identity.identityHashCode
          java/lang/System.nanoTime()J                          Threads.nanoTime
          java/lang/System.currentTimeMillis()J                 Threads.currentTimeMillis
          java/lang/Runtime.availableProcessors()I              Threads.availableProcessors
          PARKING.park()V                                       Threads.park
          PARKING.park(OBJECT;)V                                -Threads.park
          PARKING.parkNanos(J)V                                 Threads.parkNanos
          PARKING.parkNanos(OBJECT;J)V                          -Threads.parkNanos
          PARKING.parkUntil(J)V                                 Threads.parkUntil
          PARKING.parkUntil(OBJECT;J)V                          -Threads.parkUntil
          PARKING.unpark(LTHREAD;)V                             Threads.unpark
          PARKING.setCurrentBlocker(OBJECT;)V                   *
          PARKING.getBlocker(LTHREAD;)OBJECT;                   *
          LOOKUP.findVarHandle(CLASS;STRING;CLASS;)HANDLE;      Handles.findVarHandle
          LOOKUP.findStaticVarHandle(CLASS;STRING;CLASS;)HANDLE; Handles.findStaticVarHandle
          LOOKUP.unreflectVarHandle(Ljava/lang/reflect/Field;)HANDLE; Handles.unreflectVarHandle
          HANDLES.arrayElementVarHandle(CLASS;)HANDLE;          Handles.arrayElementVarHandle
          HANDLES.byteArrayViewVarHandle(CLASS;Ljava/nio/ByteOrder;)HANDLE; \
           Handles.byteArrayViewVarHandle
          java/lang/invoke/VarHandle.withInvokeExactBehavior()HANDLE; Handles.sameHandle
          java/lang/invoke/VarHandle.withInvokeBehavior()HANDLE; Handles.sameHandle
          """);

  /**
   * For copies of classes of the JDK, which call what only the JDK itself can reach: those that the
   * usual classes call in any release from 17 to 25, whatever their arguments.
   */
  private static final Map<String, String> IN_COPIES =
      table(
          """
          PARKING.getThreadId                                      Threads.threadId
          ACCESS/JavaLangAccess.getEnumConstantsShared             -Identity.sharedConstants
          ACCESS/JavaLangAccess.currentCarrierThread               -Threads.currentThread
          ACCESS/JavaObjectInputStreamAccess.checkArray            *
          ACCESS/JavaUtilCollectionAccess.listFromTrustedArray     -Identity.listOf
          ACCESS/JavaUtilConcurrentTLRAccess.getThreadLocalRandomProbe     -RANDOM.getProbe
          ACCESS/JavaUtilConcurrentTLRAccess.advanceThreadLocalRandomProbe -RANDOM.advanceProbe
          jdk/internal/invoke/MhUtil.findVarHandle                 Handles.findVarHandle
          jdk/internal/misc/VM.getSavedProperty                    Handles.property
          HANDLES.privateLookupIn                                  -Handles.sameLookup
          jdk/internal/vm/SharedThreadContainer.create             *
          jdk/internal/vm/SharedThreadContainer.close              *
          sun/reflect/misc/ReflectUtil.ensureMemberAccess          *
          jdk/internal/reflect/Reflection.getCallerClass           Handles.callerClass
          """);

  private static final Set<String> NAMES = new HashSet<>();

  static {
    for (String method : ALL.keySet()) {
      NAMES.add(method.substring(method.indexOf('.') + 1, method.indexOf('(')));
    }
  }

  private Replacements() {}

  private static Map<String, String> table(String rows) {
    String full =
        rows.replace("PARKING", "java/util/concurrent/locks/LockSupport")
            .replace("ACCESS", "jdk/internal/access")
            .replace("RANDOM", "copied/java/util/concurrent/ThreadLocalRandom")
            .replace("LOOKUP", "java/lang/invoke/MethodHandles$Lookup")
            .replace("HANDLES.", "java/lang/invoke/MethodHandles.")
            .replace("HANDLE;", "Ljava/lang/invoke/VarHandle;")
            .replace("THREAD", "java/lang/Thread")
            .replace("OBJECT", "Ljava/lang/Object")
            .replace("CLASS", "Ljava/lang/Class")
            .replace("STRING", "Ljava/lang/String");
    Map<String, String> table = new HashMap<>();
    for (String row : full.lines().toList()) {
      List<String> columns = List.of(row.split(" +"));
      table.put(columns.get(0), columns.get(1));
    }
    return table;
  }

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
    if (method.startsWith(CopiedClasses.PREFIX)) {
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
