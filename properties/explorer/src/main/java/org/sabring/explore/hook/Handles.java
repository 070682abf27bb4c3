package org.sabring.explore.hook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.FieldInfo;
import org.sabring.explore.runtime.Refused;
import org.sabring.explore.runtime.Universe;
import org.sabring.explore.runtime.ValueKind;

/**
 * Hooks for VarHandles and for fields by reflection. A VarHandle is looked up as ever, and
 * remembered, so that an access by it is known.
 */
public final class Handles {

  private static final Map<String, Fence> FENCES =
      Map.of(
          "fullFence", Fence.FULL,
          "acquireFence", Fence.ACQUIRE,
          "releaseFence", Fence.RELEASE,
          "loadFence", Fence.ACQUIRE,
          "storeFence", Fence.RELEASE,
          "loadLoadFence", Fence.LOAD_LOAD,
          "storeStoreFence", Fence.STORE_STORE);

  private Handles() {}

  private static Universe universe() {
    return Execution.current().heap().universe();
  }

  public static VarHandle findVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws ReflectiveOperationException {
    boolean isHidden =
        owner.getClassLoader() == null && lookup.lookupClass().getName().startsWith("copied.");
    VarHandle handle =
        isHidden
            ? MethodHandles.lookup().findVarHandle(StandIn.class, "field", Object.class)
            : lookup.findVarHandle(owner, name, type);
    return universe().know(handle, Universe.find(owner, name));
  }

  /** The class whose field it is may be left out, and is then that of the lookup. */
  public static VarHandle findVarHandle(MethodHandles.Lookup lookup, String name, Class<?> type)
      throws ReflectiveOperationException {
    return findVarHandle(lookup, lookup.lookupClass(), name, type);
  }

  /** Each handle of its field stands for one that only the JDK itself gets, whatever the type. */
  private static final class StandIn {
    @SuppressWarnings("unused") // by its name
    private @Nullable Object field;
  }

  public static VarHandle findStaticVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws ReflectiveOperationException {
    VarHandle handle = lookup.findStaticVarHandle(owner, name, type);
    return universe().know(handle, Universe.find(owner, name));
  }

  public static VarHandle unreflectVarHandle(MethodHandles.Lookup lookup, Field field)
      throws ReflectiveOperationException {
    return universe().know(lookup.unreflectVarHandle(field), field);
  }

  public static VarHandle arrayElementVarHandle(Class<?> array) {
    return universe().know(MethodHandles.arrayElementVarHandle(array), null);
  }

  @SuppressWarnings("DoNotCallSuggester") // rewritten code calls it
  public static VarHandle byteArrayViewVarHandle(Class<?> view, ByteOrder order) {
    throw Refused.of(
        "a view of bytes as " + view.getComponentType() + " (" + order + ")",
        "accesses of mixed size are not followed: use an array of that type");
  }

  /** Who asks the JDK for something that depends on who asks: one that may see what is public. */
  public static Class<?> callerClass() {
    return Object.class;
  }

  public static void fence(String name) {
    Execution.current().memory().fence(Objects.requireNonNull(FENCES.get(name), name));
  }

  public static @Nullable Object varHandle(VarHandle handle, Object[] args, String name) {
    Execution execution = Execution.current();
    NamedAccess access = Objects.requireNonNull(NamedAccess.of(name), name);
    FieldInfo field = universe().fieldOf(handle);
    if (field != null) {
      int first = field.isStatic() ? 0 : 1;
      int location = execution.objects().locationOf(first == 0 ? null : args[0], field);
      return access.make(execution, location, field.kind(), args, first);
    }
    Object array = Objects.requireNonNull(args[0]);
    int location = ArrayAccess.element(execution, array, (Integer) args[1]);
    ValueKind kind = ValueKind.ofElements(array);
    if (kind == ValueKind.REFERENCE && !access.isLoad()) {
      ArrayAccess.checkStore(array, args[args.length - 1]);
    }
    return access.make(execution, location, kind, args, 2);
  }

  /** A field by reflection: static final fields, and those of classes as they are, as ever. */
  public static @Nullable Object reflect(Field field, Object[] args, String name)
      throws IllegalAccessException {
    Execution execution = Execution.current();
    int constant = Modifier.STATIC | Modifier.FINAL;
    if (execution.heap().isOfWorld(field.getDeclaringClass())
        && (field.getModifiers() & constant) != constant) {
      FieldInfo info = universe().info(field);
      NamedAccess access = Objects.requireNonNull(NamedAccess.of(name), name).in(info.mode());
      return access.make(
          execution, execution.objects().locationOf(args[0], info), info.kind(), args, 1);
    }
    if (!name.startsWith("get")) {
      throw Refused.of("Field." + name + " of " + field, "set it in code that is rewritten");
    }
    return field.get(args[0]);
  }
}
