package org.sabring.explore.hook;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.FieldInfo;
import org.sabring.explore.runtime.Shells;

/**
 * Hooks for object identity: the beginning of an object, and what the JVM answers from its header.
 */
public final class Identity {

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

  /** Objects that are made before the sides begin are the same for all of them. */
  public static void born(@Nullable Object object) {
    Execution execution = Execution.current();
    if (object != null && execution.isDirect() && execution.heap().isFollowed(object)) {
      execution.objects().idOf(object);
    }
  }

  public static void bornDeep(@Nullable Object array) {
    born(array);
    if (array instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        bornDeep(rows[i]);
        if (rows[i] != null) {
          ArrayAccess.storeReference(array, i, rows[i]);
        }
      }
    }
  }

  /** The end of a constructor of a class with final fields. */
  public static void frozen(Object object) {
    Execution execution = Execution.current();
    if (!execution.isDirect()) {
      execution.answer(Access.of(Kind.FREEZE, execution.objects().idOf(object), 0));
    }
  }

  public static int hash(Object object) {
    Objects.requireNonNull(object);
    return OWN_HASH.get(object.getClass()) ? object.hashCode() : identityHashCode(object);
  }

  /** The same in every run, and for what classes hold, in every program. */
  public static int identityHashCode(@Nullable Object object) {
    if (object instanceof Class<?> type) {
      return type.getName().hashCode();
    }
    return object instanceof Enum<?> one
        ? 31 * one.getDeclaringClass().getName().hashCode() + one.name().hashCode()
        : Execution.current().objects().idOf(object);
  }

  /** {@link Object#clone}: one field after the other. */
  public static Object cloneObject(Object object) {
    Execution execution = Execution.current();
    Object copy = Shells.allocate(object.getClass());
    born(copy);
    for (Class<?> c = object.getClass(); c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          FieldInfo info = execution.heap().universe().info(field);
          long value =
              execution.memory().load(info.mode(), execution.objects().locationOf(object, info));
          execution.memory().store(info.mode(), execution.objects().locationOf(copy, info), value);
        }
      }
    }
    return copy;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the caller says what it is
  public static Enum<?> enumConstant(Class type, String name) {
    enumConstants(type);
    return Enum.valueOf(type, name);
  }

  /** The JDK asks a class once, and remembers; so it is asked at once, whichever run is first. */
  public static Object @Nullable [] enumConstants(Class<?> type) {
    try {
      Object[] all = Execution.current().directly(type::getEnumConstants);
      ArrayAccess.imported(all);
      return all;
    } catch (Exception e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  /** The same, with the type that it has. */
  public static Enum<?> @Nullable [] sharedConstants(Class<?> type) {
    return (Enum<?>[]) enumConstants(type);
  }

  /** A list of what is in an array that nobody else has. */
  public static List<?> listOf(Object[] elements) {
    return List.of(elements);
  }
}
