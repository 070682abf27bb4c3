package org.sabring.explore.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A canonical form of an object graph, as a list. If the lists of two objects are equal, then
 * whatever is called on them, they answer alike: they have the same classes, hold equal values, and
 * refer to each other in the same way. Code that uses an object's address, or looks at a clock, is
 * not seen.
 */
final class StateFingerprint {

  private static final Map<Class<?>, List<Part>> FIELDS = new ConcurrentHashMap<>();

  /** A field, and its name with its class's. */
  private record Part(Field field, String name) {}

  /** An object that stands in the list already. */
  private record Again(int number) {}

  private final List<Object> parts = new ArrayList<>();
  private final IdentityHashMap<Object, Again> known = new IdentityHashMap<>();

  private final Set<String> without;

  private StateFingerprint(Set<String> without) {
    this.without = without;
  }

  /**
   * The list of an object, and of all that it refers to.
   *
   * @param without fields that say nothing, as {@code Class.field}
   * @throws IllegalArgumentException naming what cannot be looked into
   */
  static List<Object> of(Object object, Set<String> without) {
    StateFingerprint fingerprint = new StateFingerprint(without);
    fingerprint.add(object);
    return fingerprint.parts;
  }

  private void add(@Nullable Object object) {
    if (object == null) {
      parts.add("null");
      return;
    }
    Class<?> c = object.getClass();
    parts.add(c);
    if (object instanceof Words || object instanceof Stage || object instanceof Execution) {
      return; // the explorer's own
    }
    if (object instanceof String || object instanceof Enum || Constants.isBoxed(object)) {
      parts.add(object);
      return;
    }
    Again again = known.putIfAbsent(object, new Again(known.size()));
    if (again != null) {
      parts.add(again);
    } else if (object instanceof Collection<?> all) {
      parts.add(all.size());
      all.forEach(this::add);
    } else if (object instanceof Map<?, ?> map) {
      parts.add(map.size());
      map.forEach(
          (key, value) -> {
            add(key);
            add(value);
          });
    } else if (object instanceof Object[] array) {
      parts.add(array.length);
      for (Object element : array) {
        add(element);
      }
    } else if (object instanceof Throwable) {
      parts.add(object.toString());
    } else {
      for (Part part : fields(c)) {
        if (!without.contains(part.name())) {
          add(value(part.field(), object));
        }
      }
    }
  }

  private static List<Part> fields(Class<?> of) {
    return FIELDS.computeIfAbsent(of, StateFingerprint::find);
  }

  private static List<Part> find(Class<?> of) {
    List<Part> fields = new ArrayList<>();
    for (Class<?> c = of; c != Object.class && c != Record.class; c = c.getSuperclass()) {
      if (c.isArray() || c.getName().startsWith("java.")) {
        throw new IllegalArgumentException(
            "a loop holds a " + of.getName() + ", which cannot be looked into");
      }
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          fields.add(new Part(accessible(field), c.getSimpleName() + "." + field.getName()));
        }
      }
    }
    return List.copyOf(fields);
  }

  private static Field accessible(Field field) {
    try {
      field.setAccessible(true);
      return field;
    } catch (InaccessibleObjectException e) {
      throw new IllegalArgumentException("cannot read " + field, e);
    }
  }

  private static @Nullable Object value(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
