package org.sabring.explore.runtime;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;

/**
 * Calls of {@code Unsafe}, both of them, by name. An offset of a field is the number of the field,
 * and no address: what is not made with the offsets from here is refused.
 */
final class UnsafeCalls {

  /** Beyond every element of every array that code under test may have. */
  private static final long FIELDS = 1L << 40;

  private static final int BASE = 16;

  private static final Map<String, Fence> FENCES =
      Map.of(
          "fullFence", Fence.FULL,
          "loadFence", Fence.ACQUIRE,
          "storeFence", Fence.RELEASE,
          "loadLoadFence", Fence.LOAD_LOAD,
          "storeStoreFence", Fence.STORE_STORE);

  private static final Map<String, Kind> TYPES =
      Map.of(
          "Int", Kind.INT,
          "Long", Kind.LONG,
          "Boolean", Kind.BOOLEAN,
          "Byte", Kind.BYTE,
          "Char", Kind.CHAR,
          "Short", Kind.SHORT,
          "Float", Kind.FLOAT,
          "Double", Kind.DOUBLE,
          "Object", Kind.REFERENCE,
          "Reference", Kind.REFERENCE);

  /** The longest first: {@code getAndSetInt} is no {@code get}. */
  private static final List<String> VERBS =
      List.of(
          "weakCompareAndSet",
          "compareAndExchange",
          "compareAndSwap",
          "compareAndSet",
          "getAndBitwiseAnd",
          "getAndBitwiseXor",
          "getAndBitwiseOr",
          "getAndAdd",
          "getAndSet",
          "putOrdered",
          "get",
          "put");

  private UnsafeCalls() {}

  static @Nullable Object call(Object[] args, String name) {
    Fence fence = FENCES.get(name);
    if (fence != null) {
      Execution.current().fence(fence);
      return null;
    }
    switch (name) {
      case "objectFieldOffset", "staticFieldOffset" -> {
        return offset(args);
      }
      case "staticFieldBase" -> {
        return ((Field) args[0]).getDeclaringClass();
      }
      case "arrayBaseOffset" -> {
        return BASE;
      }
      case "arrayIndexScale" -> {
        return scale((Class<?>) args[0]);
      }
      case "allocateInstance" -> {
        return Shells.allocate((Class<?>) args[0]);
      }
      case "park" -> {
        Monitors.park((Boolean) args[0] ? Long.MAX_VALUE - 1 : forever((Long) args[1]));
        return null;
      }
      case "unpark" -> {
        Monitors.unpark((Thread) args[0]);
        return null;
      }
      case "throwException" -> {
        throw UnsafeCalls.<RuntimeException>sneaky((Throwable) args[0]);
      }
      case "ensureClassInitialized" -> {
        return null;
      }
      case "shouldBeInitialized" -> {
        return false;
      }
      case "isBigEndian" -> {
        return java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.BIG_ENDIAN;
      }
      default -> {
        return access(args, name);
      }
    }
  }

  private static long forever(long nanos) {
    return nanos == 0 ? Long.MAX_VALUE : nanos;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // to throw it undeclared
  private static <E extends Throwable> E sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static long offset(Object[] args) {
    Universe universe = Execution.current().heap().universe();
    Field field =
        args[0] instanceof Field given
            ? given
            : Universe.find((Class<?>) args[0], (String) args[1]);
    return FIELDS + 8L * universe.info(field).slot();
  }

  private static int scale(Class<?> array) {
    Kind kind = Kind.of(array.getComponentType());
    return kind == Kind.REFERENCE ? 4 : Math.abs(kind.bits) / 8;
  }

  private static @Nullable Object access(Object[] args, String name) {
    Execution execution = Execution.current();
    for (String verb : VERBS) {
      if (name.startsWith(verb)) {
        String rest = name.substring(verb.length());
        String type = TYPES.keySet().stream().filter(rest::startsWith).findFirst().orElse(null);
        boolean byOffset = args.length > 1 && args[1] instanceof Long && !(args[0] instanceof Long);
        if (type == null || !byOffset) {
          break;
        }
        String mode = rest.substring(type.length());
        Kind kind = Objects.requireNonNull(TYPES.get(type));
        int location = location(execution, args[0], (Long) args[1], kind);
        return NamedAccess.make(execution, accessName(verb, mode), location, kind, args, 2);
      }
    }
    throw Refused.of(
        "Unsafe." + name, "memory by its address and the like is not followed: use an array");
  }

  private static AccessName accessName(String verb, String mode) {
    return AccessName.of(
        switch (verb) {
          case "putOrdered" -> "setRelease";
          case "put" -> "set" + mode;
          case "compareAndSwap" -> "compareAndSet";
          default -> verb + mode;
        });
  }

  private static int location(Execution execution, Object owner, long offset, Kind kind) {
    if (owner == null) {
      throw Refused.of("Unsafe access by address", "off-heap memory is not followed");
    }
    if (owner.getClass().isArray()) {
      Class<?> array = owner.getClass();
      int scale = scale(array);
      long index = (offset - BASE) / scale;
      check(Kind.of(array.getComponentType()), kind);
      if ((offset - BASE) % scale != 0 || index < 0 || index >= Array.getLength(owner)) {
        throw Refused.of(
            "Unsafe access to element " + index + " of " + Array.getLength(owner),
            "an offset must lie in its array");
      }
      return execution.locationOf(owner, (int) index, kind);
    }
    if (offset < FIELDS) {
      throw Refused.of("Unsafe access with offset " + offset, "use objectFieldOffset");
    }
    FieldInfo field = execution.heap().universe().bySlot((int) ((offset - FIELDS) / 8));
    check(field.kind(), kind);
    return execution.locationOf(owner, field.slot(), field.kind());
  }

  private static void check(Kind there, Kind asked) {
    boolean bytes =
        (there == Kind.BOOLEAN || there == Kind.BYTE)
            && (asked == Kind.BOOLEAN || asked == Kind.BYTE);
    if (there != asked && !bytes) {
      throw Refused.of(
          "an access to a " + there + " as " + asked,
          "accesses of mixed size are not followed: use the type that is there");
    }
  }
}
