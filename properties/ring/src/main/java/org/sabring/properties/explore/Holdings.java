package org.sabring.properties.explore;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a side's object holds from one operation to the next: the fields that can change, its own
 * and those of the objects that it is made of. They are read, compared and put back by reflection,
 * so only immutable values can stand in them.
 */
final class Holdings {

  private record Place(Object owner, Field field) {}

  private final List<Place> places = new ArrayList<>();
  private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Finds the fields.
   *
   * @throws IllegalArgumentException naming the first that the explorer cannot follow
   */
  Holdings(Object self) {
    visit(self);
  }

  private void visit(Object object) {
    if (object instanceof ReplayedInts
        || object instanceof Stage
        || isImmutable(object)
        || !visited.add(object)) {
      return;
    }
    for (Class<?> c = object.getClass(); c != null && c != Object.class; c = c.getSuperclass()) {
      if (c.getName().startsWith("java.") || c.isArray()) {
        throw new IllegalArgumentException(
            "a side holds a " + object.getClass().getName() + ", which may change unseen");
      }
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          visit(object, field);
        }
      }
    }
  }

  private void visit(Object owner, Field field) {
    try {
      field.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      throw new IllegalArgumentException("cannot read " + name(field), e);
    }
    if (Modifier.isVolatile(field.getModifiers())) {
      throw new IllegalArgumentException(
          name(field) + " is volatile: memory that sides share outside of the SharedInts");
    }
    if (!Modifier.isFinal(field.getModifiers())) {
      places.add(new Place(owner, field));
      return;
    }
    Object value = get(owner, field);
    if (value != null) {
      visit(value);
    }
  }

  private static String name(Field field) {
    return field.getDeclaringClass().getSimpleName() + "." + field.getName();
  }

  /** The values now. Equal lists let every operation go on in the same way. */
  List<@Nullable Object> snapshot() {
    List<@Nullable Object> values = new ArrayList<>(places.size());
    for (Place place : places) {
      Object value = get(place.owner, place.field);
      if (value != null && !isImmutable(value)) {
        throw new IllegalArgumentException(
            name(place.field)
                + " holds a "
                + value.getClass().getName()
                + ", expected a primitive, a string, an enum constant or a record of such");
      }
      values.add(value);
    }
    return values;
  }

  void restore(List<@Nullable Object> values) {
    try {
      for (int i = 0; i < places.size(); i++) {
        places.get(i).field.set(places.get(i).owner, values.get(i));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object get(Object owner, Field field) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isImmutable(Object value) {
    if (value instanceof Enum || value instanceof String) {
      return true;
    }
    Class<?> c = value.getClass();
    boolean boxed = value instanceof Number && c.getPackageName().equals("java.lang");
    if (boxed || value instanceof Boolean || value instanceof Character) {
      return true;
    }
    return c.isRecord()
        && Arrays.stream(c.getRecordComponents()).allMatch(part -> isImmutable(value, part));
  }

  private static boolean isImmutable(Object value, RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      Object held = part.getAccessor().invoke(value);
      return held == null || isImmutable(held);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return false;
    }
  }
}
