package org.sabring.explore.crossing;

import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.code.World;
import org.sabring.explore.hook.ArrayAccess;

/**
 * A marshaller of values and lambdas into a world of rewritten classes, and out of it. What crosses
 * is a value, or code: boxed primitives, strings, enums, records, lists, arrays, and lambdas, which
 * are made again inside from their serialized form. A lambda inside calls rewritten code, whatever
 * it called outside.
 */
public final class Crossing {

  private final ClassLoader world;
  private final ClassLoader outside;
  private final IdentityHashMap<Object, Object> crossed = new IdentityHashMap<>();

  /** The way between a world and what is outside of it. */
  public Crossing(ClassLoader world, ClassLoader outside) {
    this.world = world;
    this.outside = outside;
  }

  /** The class of that name inside; of one of the JDK's that holds state, the copy. */
  public Class<?> inside(String name) throws ClassNotFoundException {
    String copy = World.isCopied(name.replace('.', '/')) ? "copied." + name : name;
    return Class.forName(copy, true, world);
  }

  /**
   * The same inside.
   *
   * @throws IllegalArgumentException naming what cannot cross
   */
  public @Nullable Object in(@Nullable Object value) {
    if (value == null || isSame(value)) {
      return value;
    }
    Object known = crossed.get(value);
    if (known == null) {
      known = into(value);
      crossed.put(value, known);
    }
    return known;
  }

  private Object into(Object value) {
    return checked(
        value,
        () -> {
          Object same = value instanceof List<?> list ? all(list, this::in) : shaped(world, value);
          if (same != null) {
            return same;
          }
          if (value.getClass().isArray()) {
            return array(value);
          }
          if (value instanceof Serializable && isLambda(value)) {
            return lambda(value);
          }
          throw new IllegalArgumentException(
              "a %s is captured by code under test: only values and serializable lambdas cross; make it inside"
                  .formatted(value.getClass().getName()));
        });
  }

  /** The same outside; an object that has no counterpart there is told by its name. */
  public @Nullable Object out(@Nullable Object value) {
    return value == null || isSame(value) ? value : checked(value, () -> outOf(value));
  }

  private @Nullable Object outOf(Object value) throws Exception {
    if (value instanceof Collection<?> all) {
      return all(all, this::out);
    }
    if (value instanceof Optional<?> one) {
      return one.map(this::out);
    }
    if (value instanceof int[] array) {
      return Arrays.stream(array).boxed().toList();
    }
    if (value instanceof Object[] array) {
      return all(Arrays.asList(array), this::out);
    }
    Object same = shaped(outside, value);
    return same == null ? new Reference(value.getClass().getSimpleName()) : same;
  }

  private static <T extends @Nullable Object> T checked(Object value, Callable<T> crossing) {
    try {
      return crossing.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(value.getClass().getName(), e);
    }
  }

  /** The same enum constant or record there; null if it is neither. */
  private @Nullable Object shaped(ClassLoader to, Object value) throws Exception {
    if (value instanceof Enum<?> one) {
      return constant(to, one);
    }
    Way way = to == world ? this::in : this::out;
    return value.getClass().isRecord() ? record(to, value, way) : null;
  }

  /**
   * An answer that is an object with an identity.
   *
   * @param type its class
   */
  record Reference(String type) {
    @Override
    public String toString() {
      return "a " + type;
    }
  }

  private static boolean isSame(Object value) {
    String type = value.getClass().getName();
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Character
        || (value instanceof Number && type.startsWith("java."))
        || (value instanceof Enum && type.startsWith("java."))
        || value instanceof Throwable
        || (value.getClass().getClassLoader() == Crossing.class.getClassLoader()
            && type.startsWith("org.sabring.explore.runtime."));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // it is one
  private static Object constant(ClassLoader to, Enum<?> one) throws ClassNotFoundException {
    Class type = Class.forName(one.getDeclaringClass().getName(), true, to);
    return Enum.valueOf(type, one.name());
  }

  private interface Way {
    @Nullable Object cross(@Nullable Object value);
  }

  private static Object record(ClassLoader to, Object value, Way way) throws Exception {
    RecordComponent[] parts = value.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    Class<?> target = Class.forName(value.getClass().getName(), true, to);
    for (int i = 0; i < parts.length; i++) {
      Method accessor = parts[i].getAccessor();
      accessor.setAccessible(true);
      types[i] = target.getRecordComponents()[i].getType();
      values[i] = way.cross(invoke(accessor, value));
    }
    Constructor<?> constructor = target.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw Arguments.thrown(e);
    }
  }

  private static @Nullable Object invoke(Method method, @Nullable Object self, Object... values)
      throws Exception {
    try {
      return method.invoke(self, values);
    } catch (InvocationTargetException e) {
      throw Arguments.thrown(e);
    }
  }

  private static List<@Nullable Object> all(Collection<?> values, Way way) {
    List<@Nullable Object> crossed = new ArrayList<>();
    values.forEach(value -> crossed.add(way.cross(value)));
    return crossed.stream().toList();
  }

  private Object array(Object value) throws ClassNotFoundException {
    Class<?> component = Objects.requireNonNull(value.getClass().getComponentType());
    Class<?> type =
        component.isPrimitive() || component.getName().startsWith("java.")
            ? component
            : Class.forName(component.getName(), false, world);
    int length = Array.getLength(value);
    Object copy = Array.newInstance(type, length);
    for (int i = 0; i < length; i++) {
      Object element = in(Array.get(value, i));
      ArrayAccess.arrive(copy, i, element);
    }
    return copy;
  }

  private static boolean isLambda(Object value) {
    return value.getClass().isSynthetic() || value.getClass().isHidden();
  }

  private Object lambda(Object value) throws Exception {
    Method replace = value.getClass().getDeclaredMethod("writeReplace");
    replace.setAccessible(true);
    SerializedLambda form = (SerializedLambda) Objects.requireNonNull(invoke(replace, value));
    String capturing = form.getCapturingClass().replace('/', '.');
    Class<?> inside = Class.forName(capturing, true, world);
    Object[] captured = new Object[form.getCapturedArgCount()];
    for (int i = 0; i < captured.length; i++) {
      captured[i] = in(form.getCapturedArg(i));
    }
    SerializedLambda there =
        new SerializedLambda(
            inside,
            form.getFunctionalInterfaceClass(),
            form.getFunctionalInterfaceMethodName(),
            form.getFunctionalInterfaceMethodSignature(),
            form.getImplMethodKind(),
            form.getImplClass(),
            form.getImplMethodName(),
            form.getImplMethodSignature(),
            form.getInstantiatedMethodType(),
            captured);
    Method make = inside.getDeclaredMethod("$deserializeLambda$", SerializedLambda.class);
    make.setAccessible(true);
    return Objects.requireNonNull(invoke(make, null, there));
  }
}
