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
 * @param modifiers as its class has them
 */
public record FieldInfo(Class<?> declaring, String name, ValueKind kind, int slot, int modifiers) {

  static FieldInfo of(Field field, int slot) {
    return new FieldInfo(
        field.getDeclaringClass(),
        field.getName(),
        ValueKind.of(field.getType()),
        slot,
        field.getModifiers());
  }

  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }

  /** Whether only constructors write it. */
  boolean isFinal() {
    return Modifier.isFinal(modifiers) && !isStatic();
  }

  /** Of an ordinary access. */
  public Mode mode() {
    return Modifier.isVolatile(modifiers) ? Mode.VOLATILE : Mode.PLAIN;
  }
}
