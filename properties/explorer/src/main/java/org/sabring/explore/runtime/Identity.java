package org.sabring.explore.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the JVM answers from an object's header or raw fields, and here must not. */
final class Identity {

  private static final ClassValue<Boolean> OWN_HASH =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          try {
            return type.getMethod("hashCode").getDeclaringClass() != Object.class;
          } catch (NoSuchMethodException e) {
            return false;
          }
        }
      };

  private Identity() {}

  static int hash(Object object) {
    Objects.requireNonNull(object);
    return OWN_HASH.get(object.getClass()) ? object.hashCode() : number(object);
  }

  /** The same in every run, and for what classes hold, in every program. */
  static int number(@Nullable Object object) {
    if (object instanceof Class<?> type) {
      return type.getName().hashCode();
    }
    return object instanceof Enum<?> one
        ? 31 * one.getDeclaringClass().getName().hashCode() + one.name().hashCode()
        : Execution.current().idOf(object);
  }

  /** {@link Object#clone}: one field after the other. */
  static Object copy(Object object) {
    Execution execution = Execution.current();
    Object copy = Shells.allocate(object.getClass());
    Hooks.born(copy);
    for (Class<?> c = object.getClass(); c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          FieldInfo info = execution.heap().universe().info(field);
          long value =
              execution.load(info.mode(), execution.locationOf(object, info.slot(), info.kind()));
          execution.store(info.mode(), execution.locationOf(copy, info.slot(), info.kind()), value);
        }
      }
    }
    return copy;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the caller says what it is
  static Enum<?> enumConstant(Class type, String name) {
    enumConstants(type);
    return Enum.valueOf(type, name);
  }

  /** Those of the code under test are asked for at once, whichever run comes first. */
  static Object @Nullable [] enumConstants(Class<?> type) {
    try {
      Object[] all = Execution.current().directly(type::getEnumConstants);
      Hooks.imported(all);
      return all;
    } catch (Exception e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  static boolean recordEquals(Object self, @Nullable Object other) {
    if (other == null || self.getClass() != other.getClass()) {
      return false;
    }
    return Arrays.stream(self.getClass().getRecordComponents())
        .allMatch(part -> Objects.equals(value(self, part), value(other, part)));
  }

  static int recordHash(Object self) {
    int hash = 0;
    for (RecordComponent part : self.getClass().getRecordComponents()) {
      Object value = value(self, part);
      hash = 31 * hash + (value == null ? 0 : hash(value));
    }
    return hash;
  }

  static String recordText(Object self) {
    return Arrays.stream(self.getClass().getRecordComponents())
        .map(part -> part.getName() + "=" + value(self, part))
        .collect(Collectors.joining(", ", self.getClass().getSimpleName() + "[", "]"));
  }

  /** The component of a record of the world, as its accessor answers. */
  static @Nullable Object value(Object self, RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(self);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  static @Nullable Object reflect(Field field, Object[] args, String name) {
    Execution execution = Execution.current();
    Class<?> declaring = field.getDeclaringClass();
    if (!execution.heap().isOfWorld(declaring)) {
      return raw(field, args, name);
    }
    FieldInfo info = execution.heap().universe().info(field);
    boolean isStatic = Modifier.isStatic(field.getModifiers());
    if (isStatic && Modifier.isFinal(field.getModifiers())) {
      return raw(field, args, name);
    }
    Object owner = isStatic ? declaring : Objects.requireNonNull(args[0]);
    int location = execution.locationOf(owner, info.slot(), info.kind());
    if (name.startsWith("get")) {
      return NamedAccess.value(execution, info.kind(), execution.load(info.mode(), location));
    }
    long number = NamedAccess.number(execution, info.kind(), args[1]);
    execution.store(info.mode(), location, number);
    return null;
  }

  private static @Nullable Object raw(Field field, Object[] args, String name) {
    if (!name.startsWith("get")) {
      throw Refused.of("Field." + name + " of " + field, "set it in code that is rewritten");
    }
    try {
      return field.get(args[0]);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
