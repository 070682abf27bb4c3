package org.sabring.explore.runtime;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/** Field updaters whose accesses are those of a VarHandle of the field. */
final class Updaters {

  private Updaters() {}

  private static @Nullable Object access(Field field, Object owner, String name, Object... values) {
    Execution execution = Execution.current();
    FieldInfo info = execution.heap().universe().info(field);
    int location = execution.locationOf(owner, info.slot(), info.kind());
    return NamedAccess.make(execution, AccessName.of(name), location, info.kind(), values, 0);
  }

  private static boolean isTrue(@Nullable Object answer) {
    return Boolean.TRUE.equals(answer);
  }

  static final class OfInt extends AtomicIntegerFieldUpdater<Object> {
    private final Field field;

    OfInt(Field field) {
      this.field = field;
    }

    private int number(@Nullable Object value) {
      return value instanceof Integer number ? number : 0;
    }

    @Override
    public boolean compareAndSet(Object owner, int expect, int update) {
      return isTrue(access(field, owner, "compareAndSet", expect, update));
    }

    @Override
    public boolean weakCompareAndSet(Object owner, int expect, int update) {
      return isTrue(access(field, owner, "weakCompareAndSet", expect, update));
    }

    @Override
    public void set(Object owner, int value) {
      access(field, owner, "setVolatile", value);
    }

    @Override
    public void lazySet(Object owner, int value) {
      access(field, owner, "setRelease", value);
    }

    @Override
    public int get(Object owner) {
      return number(access(field, owner, "getVolatile"));
    }

    @Override
    public int getAndSet(Object owner, int value) {
      return number(access(field, owner, "getAndSet", value));
    }

    @Override
    public int getAndAdd(Object owner, int delta) {
      return number(access(field, owner, "getAndAdd", delta));
    }

    @Override
    public int getAndIncrement(Object owner) {
      return getAndAdd(owner, 1);
    }

    @Override
    public int getAndDecrement(Object owner) {
      return getAndAdd(owner, -1);
    }

    @Override
    public int addAndGet(Object owner, int delta) {
      return getAndAdd(owner, delta) + delta;
    }

    @Override
    public int incrementAndGet(Object owner) {
      return addAndGet(owner, 1);
    }

    @Override
    public int decrementAndGet(Object owner) {
      return addAndGet(owner, -1);
    }
  }

  static final class OfLong extends AtomicLongFieldUpdater<Object> {
    private final Field field;

    OfLong(Field field) {
      this.field = field;
    }

    private long number(@Nullable Object value) {
      return value instanceof Long number ? number : 0;
    }

    @Override
    public boolean compareAndSet(Object owner, long expect, long update) {
      return isTrue(access(field, owner, "compareAndSet", expect, update));
    }

    @Override
    public boolean weakCompareAndSet(Object owner, long expect, long update) {
      return isTrue(access(field, owner, "weakCompareAndSet", expect, update));
    }

    @Override
    public void set(Object owner, long value) {
      access(field, owner, "setVolatile", value);
    }

    @Override
    public void lazySet(Object owner, long value) {
      access(field, owner, "setRelease", value);
    }

    @Override
    public long get(Object owner) {
      return number(access(field, owner, "getVolatile"));
    }

    @Override
    public long getAndSet(Object owner, long value) {
      return number(access(field, owner, "getAndSet", value));
    }

    @Override
    public long getAndAdd(Object owner, long delta) {
      return number(access(field, owner, "getAndAdd", delta));
    }

    @Override
    public long getAndIncrement(Object owner) {
      return getAndAdd(owner, 1);
    }

    @Override
    public long getAndDecrement(Object owner) {
      return getAndAdd(owner, -1);
    }

    @Override
    public long addAndGet(Object owner, long delta) {
      return getAndAdd(owner, delta) + delta;
    }

    @Override
    public long incrementAndGet(Object owner) {
      return addAndGet(owner, 1);
    }

    @Override
    public long decrementAndGet(Object owner) {
      return addAndGet(owner, -1);
    }
  }

  static final class OfReference extends AtomicReferenceFieldUpdater<Object, @Nullable Object> {
    private final Field field;

    OfReference(Field field) {
      this.field = field;
    }

    @Override
    public boolean compareAndSet(Object owner, @Nullable Object expect, @Nullable Object update) {
      return isTrue(accessReference("compareAndSet", owner, expect, update));
    }

    @Override
    public boolean weakCompareAndSet(
        Object owner, @Nullable Object expect, @Nullable Object update) {
      return isTrue(accessReference("weakCompareAndSet", owner, expect, update));
    }

    @Override
    public void set(Object owner, @Nullable Object value) {
      accessReference("setVolatile", owner, value);
    }

    @Override
    public void lazySet(Object owner, @Nullable Object value) {
      accessReference("setRelease", owner, value);
    }

    @Override
    public @Nullable Object get(Object owner) {
      return accessReference("getVolatile", owner);
    }

    @Override
    public @Nullable Object getAndSet(Object owner, @Nullable Object value) {
      return accessReference("getAndSet", owner, value);
    }

    private @Nullable Object accessReference(
        String name, Object owner, @Nullable Object... values) {
      return access(field, owner, name, values);
    }
  }
}
