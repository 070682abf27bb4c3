package org.sabring.explore.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Universe.Handle;

/** VarHandles: looked up as ever, and remembered, so that an access by one is known. */
final class Handles {

  private Handles() {}

  static VarHandle field(MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws ReflectiveOperationException {
    boolean isHidden =
        owner.getClassLoader() == null && lookup.lookupClass().getName().startsWith("copied.");
    VarHandle handle = isHidden ? StandIn.of(type) : lookup.findVarHandle(owner, name, type);
    return universe().know(handle, Universe.find(owner, name));
  }

  /** Its fields have handles that stand for those of the JDK, which only the JDK itself gets. */
  private static final class StandIn {
    @SuppressWarnings("unused") // by their types
    private int number;

    @SuppressWarnings("unused")
    private long wide;

    @SuppressWarnings("unused")
    private @Nullable Object reference;

    static VarHandle of(Class<?> type) throws ReflectiveOperationException {
      MethodHandles.Lookup own = MethodHandles.lookup();
      return type == int.class
          ? own.findVarHandle(StandIn.class, "number", int.class)
          : type == long.class
              ? own.findVarHandle(StandIn.class, "wide", long.class)
              : own.findVarHandle(StandIn.class, "reference", Object.class);
    }
  }

  static VarHandle staticField(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws ReflectiveOperationException {
    VarHandle handle = lookup.findStaticVarHandle(owner, name, type);
    return universe().know(handle, Universe.find(owner, name));
  }

  static VarHandle reflected(MethodHandles.Lookup lookup, Field field)
      throws ReflectiveOperationException {
    return universe().know(lookup.unreflectVarHandle(field), field);
  }

  static VarHandle elements(Class<?> array) {
    return universe().know(MethodHandles.arrayElementVarHandle(array), array);
  }

  @SuppressWarnings("DoNotCallSuggester") // rewritten code calls it
  static VarHandle bytes(Class<?> view, ByteOrder order) {
    throw Refused.of(
        "a view of bytes as " + view.getComponentType() + " (" + order + ")",
        "accesses of mixed size are not followed: use an array of that type");
  }

  private static Universe universe() {
    return Execution.current().heap().universe();
  }

  static @Nullable Object access(VarHandle handle, Object[] args, String name) {
    Execution execution = Execution.current();
    Handle known = execution.heap().universe().handle(handle);
    AccessName access = AccessName.of(name);
    FieldInfo field = known.field();
    if (field == null) {
      Object array = Objects.requireNonNull(args[0]);
      int index = (Integer) args[1];
      Kind kind = Kind.of(array.getClass().getComponentType());
      int location = element(execution, array, index);
      if (kind == Kind.REFERENCE && access.verb() != AccessName.Verb.GET) {
        checkStore(array, args[args.length - 1]);
      }
      Object answer = NamedAccess.make(execution, access, location, kind, args, 2);
      return answer;
    }
    if (known.isStatic()) {
      int location = execution.locationOf(field.declaring(), field.slot(), field.kind());
      return NamedAccess.make(execution, access, location, field.kind(), args, 0);
    }
    int location =
        execution.locationOf(Objects.requireNonNull(args[0]), field.slot(), field.kind());
    return NamedAccess.make(execution, access, location, field.kind(), args, 1);
  }

  static int element(Execution execution, Object array, int index) {
    int length = Array.getLength(array);
    if (index < 0 || index >= length) {
      throw new ArrayIndexOutOfBoundsException(
          "Index %d out of bounds for length %d".formatted(index, length));
    }
    return execution.locationOf(array, index, Kind.of(array.getClass().getComponentType()));
  }

  static void checkStore(Object array, @Nullable Object value) {
    if (value != null && !array.getClass().getComponentType().isInstance(value)) {
      throw new ArrayStoreException(value.getClass().getName());
    }
  }
}
