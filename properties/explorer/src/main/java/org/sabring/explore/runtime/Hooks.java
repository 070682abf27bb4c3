package org.sabring.explore.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.runtime.Access.Kind;

/**
 * What rewritten code calls, one method for each kind of instruction or call that is rewritten. Not
 * to be called by anybody else. Every method runs on the thread that explores.
 */
public final class Hooks {

  private Hooks() {}

  // ---- fields

  private static int field(Execution execution, @Nullable Object owner, FieldInfo field) {
    if (owner == null) {
      throw new NullPointerException(field.name());
    }
    return located(execution, owner, field);
  }

  private static int located(Execution execution, Object owner, FieldInfo field) {
    return execution.locationOf(owner, field.slot(), field.kind());
  }

  private static long get(@Nullable Object owner, int id) {
    Execution execution = Execution.current();
    FieldInfo field = execution.heap().universe().field(id);
    return execution.load(field.mode(), field(execution, owner, field));
  }

  private static void put(@Nullable Object owner, long value, int id) {
    Execution execution = Execution.current();
    FieldInfo field = execution.heap().universe().field(id);
    execution.store(field.mode(), field(execution, owner, field), value);
  }

  public static int getI(@Nullable Object owner, int field) {
    return (int) get(owner, field);
  }

  public static long getJ(@Nullable Object owner, int field) {
    return get(owner, field);
  }

  public static float getF(@Nullable Object owner, int field) {
    return Float.intBitsToFloat((int) get(owner, field));
  }

  public static double getD(@Nullable Object owner, int field) {
    return Double.longBitsToDouble(get(owner, field));
  }

  public static @Nullable Object getL(@Nullable Object owner, int field) {
    return Execution.current().objectOf(get(owner, field));
  }

  public static void putI(@Nullable Object owner, int value, int field) {
    put(owner, value, field);
  }

  public static void putJ(@Nullable Object owner, long value, int field) {
    put(owner, value, field);
  }

  public static void putF(@Nullable Object owner, float value, int field) {
    put(owner, Float.floatToRawIntBits(value), field);
  }

  public static void putD(@Nullable Object owner, double value, int field) {
    put(owner, Double.doubleToRawLongBits(value), field);
  }

  public static void putL(@Nullable Object owner, @Nullable Object value, int id) {
    Execution execution = Execution.current();
    FieldInfo field = execution.heap().universe().field(id);
    int location = field(execution, owner, field);
    putReference(execution, field, location, value);
  }

  private static void putReference(
      Execution execution, FieldInfo field, int location, @Nullable Object value) {
    int number = execution.idOf(value);
    execution.store(field.mode(), location, number);
    if (value != null && value.getClass().isArray()) {
      execution.heap().heldBy(location, number);
    }
  }

  // ---- static fields

  private static long getStatic(int id) {
    Execution execution = Execution.current();
    FieldInfo field = execution.heap().universe().field(id);
    return execution.load(field.mode(), located(execution, field.declaring(), field));
  }

  private static void putStatic(long value, int id) {
    Execution execution = Execution.current();
    FieldInfo field = execution.heap().universe().field(id);
    execution.store(field.mode(), located(execution, field.declaring(), field), value);
  }

  public static int getStaticI(int field) {
    return (int) getStatic(field);
  }

  public static long getStaticJ(int field) {
    return getStatic(field);
  }

  public static float getStaticF(int field) {
    return Float.intBitsToFloat((int) getStatic(field));
  }

  public static double getStaticD(int field) {
    return Double.longBitsToDouble(getStatic(field));
  }

  public static @Nullable Object getStaticL(int field) {
    return Execution.current().objectOf(getStatic(field));
  }

  public static void putStaticI(int value, int field) {
    putStatic(value, field);
  }

  public static void putStaticJ(long value, int field) {
    putStatic(value, field);
  }

  public static void putStaticF(float value, int field) {
    putStatic(Float.floatToRawIntBits(value), field);
  }

  public static void putStaticD(double value, int field) {
    putStatic(Double.doubleToRawLongBits(value), field);
  }

  public static void putStaticL(@Nullable Object value, int id) {
    Execution execution = Execution.current();
    FieldInfo field = execution.heap().universe().field(id);
    putReference(execution, field, located(execution, field.declaring(), field), value);
  }

  // ---- arrays

  public static int loadI(Object array, int index) {
    return (int) Arrays.load(array, index);
  }

  public static long loadJ(Object array, int index) {
    return Arrays.load(array, index);
  }

  public static float loadF(Object array, int index) {
    return Float.intBitsToFloat((int) Arrays.load(array, index));
  }

  public static double loadD(Object array, int index) {
    return Double.longBitsToDouble(Arrays.load(array, index));
  }

  public static byte loadB(Object array, int index) {
    return (byte) Arrays.load(array, index);
  }

  public static char loadC(Object array, int index) {
    return (char) Arrays.load(array, index);
  }

  public static short loadS(Object array, int index) {
    return (short) Arrays.load(array, index);
  }

  public static @Nullable Object loadL(Object array, int index) {
    return Execution.current().objectOf(Arrays.load(array, index));
  }

  public static void storeI(Object array, int index, int value) {
    Arrays.store(array, index, value);
  }

  public static void storeJ(Object array, int index, long value) {
    Arrays.store(array, index, value);
  }

  public static void storeF(Object array, int index, float value) {
    Arrays.store(array, index, value);
  }

  public static void storeD(Object array, int index, double value) {
    Arrays.store(array, index, value);
  }

  public static void storeB(Object array, int index, int value) {
    Arrays.store(
        array, index, array instanceof boolean[] ? (Object) ((value & 1) != 0) : (byte) value);
  }

  public static void storeC(Object array, int index, int value) {
    Arrays.store(array, index, (char) value);
  }

  public static void storeS(Object array, int index, int value) {
    Arrays.store(array, index, (short) value);
  }

  public static void storeL(Object array, int index, @Nullable Object value) {
    Arrays.storeReference(array, index, value);
  }

  public static void arraycopy(Object from, int start, Object to, int at, int length) {
    Arrays.copy(from, start, to, at, length);
  }

  public static Object cloneArray(Object array) {
    return Arrays.clone(array);
  }

  /** The JDK asks the class once, and remembers. */
  public static Enum<?> enumConstant(Class<?> type, String name) {
    return Identity.enumConstant(type, name);
  }

  public static Object @Nullable [] enumConstants(Class<?> type) {
    return Identity.enumConstants(type);
  }

  public static void export(@Nullable Object array) {
    Arrays.export(array);
  }

  public static void imported(@Nullable Object array) {
    Arrays.imported(array);
  }

  // ---- objects

  /** Objects that are made before the sides begin are the same for all of them. */
  public static void born(@Nullable Object object) {
    Execution execution = Execution.current();
    if (object != null && execution.isDirect() && execution.heap().isFollowed(object)) {
      execution.idOf(object);
    }
  }

  public static void bornDeep(@Nullable Object array) {
    born(array);
    if (array instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        bornDeep(rows[i]);
        if (rows[i] != null) {
          Arrays.storeReference(array, i, rows[i]);
        }
      }
    }
  }

  public static void frozen(Object object) {
    Execution execution = Execution.current();
    if (!execution.isDirect()) {
      execution.answer(Access.of(Kind.FREEZE, execution.idOf(object), 0));
    }
  }

  public static int hash(Object object) {
    return Identity.hash(object);
  }

  public static int identityHashCode(@Nullable Object object) {
    return Identity.number(object);
  }

  public static Object cloneObject(Object object) {
    return Identity.copy(object);
  }

  public static boolean recordEquals(Object self, @Nullable Object other) {
    return Identity.recordEquals(self, other);
  }

  public static int recordHash(Object self) {
    return Identity.recordHash(self);
  }

  public static String recordText(Object self) {
    return Identity.recordText(self);
  }

  public static @Nullable Object reflect(Field field, Object[] args, String name) {
    return Identity.reflect(field, args, name);
  }

  // ---- monitors, parking, threads

  public static void enter(Object monitor) {
    Monitors.enter(monitor);
  }

  public static void exit(Object monitor) {
    Monitors.exit(monitor);
  }

  public static void waitOn(Object monitor) throws InterruptedException {
    Monitors.await(monitor, Monitors.FOREVER);
  }

  public static void waitOn(Object monitor, long millis) throws InterruptedException {
    Monitors.await(monitor, millis == 0 ? Monitors.FOREVER : TimeUnit.MILLISECONDS.toNanos(millis));
  }

  public static void waitOn(Object monitor, long millis, int nanos) throws InterruptedException {
    waitOn(monitor, nanos > 0 ? millis + 1 : millis);
  }

  public static void notifyOne(Object monitor) {
    Monitors.signal(monitor, monitor, false);
  }

  public static void notifyEvery(Object monitor) {
    Monitors.signal(monitor, monitor, true);
  }

  public static void park(@Nullable Object blocker) {
    Monitors.park(Monitors.FOREVER);
  }

  public static void parkNanos(@Nullable Object blocker, long nanos) {
    if (nanos > 0) {
      Monitors.park(nanos);
    }
  }

  public static void parkUntil(@Nullable Object blocker, long millis) {
    Monitors.park(Math.max(1, TimeUnit.MILLISECONDS.toNanos(millis) - nanoTime()));
  }

  public static void unpark(@Nullable Thread thread) {
    if (thread != null) {
      Monitors.unpark(thread);
    }
  }

  public static Thread currentThread() {
    return Monitors.currentThread();
  }

  public static boolean interrupted() {
    return Monitors.interrupted(true);
  }

  public static boolean isInterrupted(Thread thread) {
    return Monitors.isInterrupted(thread);
  }

  public static void interrupt(Thread thread) {
    Monitors.interrupt(thread);
  }

  public static void sleep(long millis) throws InterruptedException {
    Monitors.sleep(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  public static void sleep(long millis, int nanos) throws InterruptedException {
    Monitors.sleep(TimeUnit.MILLISECONDS.toNanos(millis) + nanos);
  }

  public static void pause() {}

  public static boolean holdsLock(Object monitor) {
    return Monitors.holds(Objects.requireNonNull(monitor));
  }

  public static long nanoTime() {
    return Execution.current().nanoTime();
  }

  public static long currentTimeMillis() {
    return TimeUnit.NANOSECONDS.toMillis(nanoTime());
  }

  /** The same on every machine; with one, the JDK's classes do not spin before they park. */
  public static int availableProcessors(@Nullable Runtime runtime) {
    return 1;
  }

  // ---- VarHandles, Unsafe, updaters

  public static @Nullable Object varHandle(VarHandle handle, Object[] args, String name) {
    return Handles.access(handle, args, name);
  }

  public static void fence(String name) {
    Execution.current()
        .fence(
            switch (name) {
              case "acquireFence" -> Fence.ACQUIRE;
              case "releaseFence" -> Fence.RELEASE;
              case "loadLoadFence" -> Fence.LOAD_LOAD;
              case "storeStoreFence" -> Fence.STORE_STORE;
              default -> Fence.FULL;
            });
  }

  public static VarHandle findVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws ReflectiveOperationException {
    return Handles.field(lookup, owner, name, type);
  }

  public static VarHandle findStaticVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws ReflectiveOperationException {
    return Handles.staticField(lookup, owner, name, type);
  }

  public static VarHandle unreflectVarHandle(MethodHandles.Lookup lookup, Field field)
      throws ReflectiveOperationException {
    return Handles.reflected(lookup, field);
  }

  public static VarHandle arrayElementVarHandle(Class<?> array) {
    return Handles.elements(array);
  }

  public static VarHandle byteArrayViewVarHandle(Class<?> view, ByteOrder order) {
    return Handles.bytes(view, order);
  }

  public static VarHandle sameHandle(VarHandle handle) {
    return handle;
  }

  public static Object theUnsafe() {
    return Shells.unsafe();
  }

  public static @Nullable Object unsafe(@Nullable Object unsafe, Object[] args, String name) {
    return UnsafeCalls.call(args, name);
  }

  public static AtomicIntegerFieldUpdater<?> integerUpdater(Class<?> owner, String name) {
    return new Updaters.OfInt(Universe.find(owner, name));
  }

  public static AtomicLongFieldUpdater<?> longUpdater(Class<?> owner, String name) {
    return new Updaters.OfLong(Universe.find(owner, name));
  }

  public static AtomicReferenceFieldUpdater<?, ?> referenceUpdater(
      Class<?> owner, Class<?> type, String name) {
    return new Updaters.OfReference(Universe.find(owner, name));
  }

  // ---- the run itself

  public static Throwable caught(Throwable thrown) {
    return Execution.caught(thrown);
  }

  public static int activation() {
    return Execution.current().activation();
  }

  public static void loop(int activation, int head, @Nullable Object[] locals) {
    Execution.current().loop(activation, head, locals);
  }

  public static void enterInitializer() {
    Execution.current().enterInitializer();
  }

  public static void exitInitializer() {
    Execution.current().exitInitializer();
  }

  public static Error refuse(String what, String advice) {
    throw Execution.current().refuse(Refused.of(what, advice));
  }
}
