package org.sabring.explore.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.sabring.explore.memory.Mode;

/**
 * A field of a loaded class.
 *
 * @param declaring the class that has it
 * @param name its name
 * @param kind what it holds
 * @param slot its number among all fields of a world: with an object, it names a location
 * @param mode of an ordinary access: volatile or plain
 * @param isFinal whether only constructors write it
 */
record FieldInfo(Class<?> declaring, String name, Kind kind, int slot, Mode mode, boolean isFinal) {

  static FieldInfo of(Field field, int slot) {
    int modifiers = field.getModifiers();
    return new FieldInfo(
        field.getDeclaringClass(),
        field.getName(),
        Kind.of(field.getType()),
        slot,
        Modifier.isVolatile(modifiers) ? Mode.VOLATILE : Mode.PLAIN,
        Modifier.isFinal(modifiers) && !Modifier.isStatic(modifiers));
  }
}
