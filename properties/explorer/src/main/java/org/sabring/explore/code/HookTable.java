package org.sabring.explore.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods of the JDK whose calls become calls of a hook with the same arguments, as data. */
final class HookTable {

  /** A receiver becomes the first argument. */
  private static final String ROWS =
      """
      java/lang/Object.wait()V                                                waitOn
      java/lang/Object.wait(J)V                                               waitOn
      java/lang/Object.wait(JI)V                                              waitOn
      java/lang/Object.notify()V                                              notifyOne
      java/lang/Object.notifyAll()V                                           notifyEvery
      java/lang/Enum.valueOf(CLASS;STRING;)Ljava/lang/Enum;                   enumConstant
      java/lang/Class.getEnumConstants()[Ljava/lang/Object;                   enumConstants
      java/lang/Thread.currentThread()Ljava/lang/Thread;                      currentThread
      java/lang/Thread.interrupted()Z                                         interrupted
      java/lang/Thread.isInterrupted()Z                                       isInterrupted
      java/lang/Thread.interrupt()V                                           interrupt
      java/lang/Thread.sleep(J)V                                              sleep
      java/lang/Thread.sleep(JI)V                                             sleep
      java/lang/Thread.onSpinWait()V                                          pause
      java/lang/Thread.yield()V                                               pause
      java/lang/Thread.holdsLock(Ljava/lang/Object;)Z                         holdsLock
      java/lang/System.arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V    arraycopy
      java/lang/System.identityHashCode(Ljava/lang/Object;)I                  identityHashCode
      java/lang/System.nanoTime()J                                            nanoTime
      java/lang/System.currentTimeMillis()J                                   currentTimeMillis
      java/lang/Runtime.availableProcessors()I                                availableProcessors
      LOCKS/LockSupport.park(Ljava/lang/Object;)V                             park
      LOCKS/LockSupport.parkNanos(Ljava/lang/Object;J)V                       parkNanos
      LOCKS/LockSupport.parkUntil(Ljava/lang/Object;J)V                       parkUntil
      LOCKS/LockSupport.unpark(Ljava/lang/Thread;)V                           unpark
      ATOMIC/AtomicIntegerFieldUpdater.newUpdater(CLASS;STRING;)LATOMIC/AtomicIntegerFieldUpdater; \
       integerUpdater
      ATOMIC/AtomicLongFieldUpdater.newUpdater(CLASS;STRING;)LATOMIC/AtomicLongFieldUpdater; \
       longUpdater
      ATOMIC/AtomicReferenceFieldUpdater.newUpdater(CLASS;CLASS;STRING;)\
      LATOMIC/AtomicReferenceFieldUpdater; referenceUpdater
      INVOKE/MethodHandles$Lookup.findVarHandle(CLASS;STRING;CLASS;)HANDLE;   findVarHandle
      INVOKE/MethodHandles$Lookup.findStaticVarHandle(CLASS;STRING;CLASS;)HANDLE; \
       findStaticVarHandle
      INVOKE/MethodHandles$Lookup.unreflectVarHandle(Ljava/lang/reflect/Field;)HANDLE; \
       unreflectVarHandle
      INVOKE/MethodHandles.arrayElementVarHandle(CLASS;)HANDLE;               arrayElementVarHandle
      INVOKE/MethodHandles.byteArrayViewVarHandle(CLASS;Ljava/nio/ByteOrder;)HANDLE; \
       byteArrayViewVarHandle
      INVOKE/VarHandle.withInvokeExactBehavior()HANDLE;                       sameHandle
      INVOKE/VarHandle.withInvokeBehavior()HANDLE;                            sameHandle
      """;

  private static final Map<String, String> HOOKS = new HashMap<>();

  private static final Set<String> NAMES = new HashSet<>();

  static {
    String rows =
        ROWS.replace("LOCKS", "java/util/concurrent/locks")
            .replace("ATOMIC", "java/util/concurrent/atomic")
            .replace("INVOKE", "java/lang/invoke")
            .replace("HANDLE", "Ljava/lang/invoke/VarHandle")
            .replace("CLASS", "Ljava/lang/Class")
            .replace("STRING", "Ljava/lang/String");
    for (String row : rows.lines().toList()) {
      String[] columns = row.split(" +");
      HOOKS.put(columns[0], columns[1]);
      NAMES.add(columns[0].substring(columns[0].indexOf('.') + 1, columns[0].indexOf('(')));
    }
  }

  private HookTable() {}

  /** The hook in place of a method, which is named by the class that declares it; null if none. */
  static @Nullable String hook(String declaring, String name, String desc) {
    return HOOKS.get(declaring + "." + name + desc);
  }

  /** A quick answer for most methods. */
  static boolean mayHave(String name) {
    return NAMES.contains(name);
  }
}
