package org.sabring.explore.hook;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.FieldInfo;
import org.sabring.explore.runtime.Refused;
import org.sabring.explore.runtime.Shells;
import org.sabring.explore.runtime.Universe;
import org.sabring.explore.runtime.ValueKind;

/**
 * Hooks for {@code Unsafe}, both of them, by the name of the method. An offset of a field is the
 * number of the field, and no address: what is not made with the offsets from here is refused.
 */
public final class UnsafeCalls {

  /** Beyond every element of every array that code under test may have. */
  private static final long FIELDS = 1L << 40;

  private static final int BASE = 16;

  private static final Pattern LAYOUT = Pattern.compile("ARRAY_(.*)_(BASE_OFFSET|INDEX_SCALE)");

  private UnsafeCalls() {}

  /** A constant that says how arrays lie in memory; null if it is another one. */
  public static @Nullable Integer layout(String constant) {
    Matcher parts = LAYOUT.matcher(constant);
    if (!parts.matches()) {
      return null;
    }
    return parts.group(2).equals("BASE_OFFSET") ? BASE : ValueKind.named(parts.group(1)).bytes();
  }

  public static Object theUnsafe() {
    return Shells.unsafe();
  }

  public static @Nullable Object unsafe(@Nullable Object unsafe, Object[] args, String name) {
    if (name.endsWith("Fence")) {
      Handles.fence(name);
      return null;
    }
    return switch (name) {
      case "objectFieldOffset", "staticFieldOffset" -> offset(args);
      case "staticFieldBase" -> ((Field) args[0]).getDeclaringClass();
      case "arrayBaseOffset" -> BASE;
      case "arrayIndexScale" -> ValueKind.of(((Class<?>) args[0]).getComponentType()).bytes();
      case "allocateInstance" -> Shells.allocate((Class<?>) args[0]);
      case "park" -> {
        Threads.parkFor((Boolean) args[0] ? Long.MAX_VALUE - 1 : forever((Long) args[1]));
        yield null;
      }
      case "unpark" -> {
        Threads.unpark((Thread) args[0]);
        yield null;
      }
      case "throwException" -> throw UnsafeCalls.<RuntimeException>sneaky((Throwable) args[0]);
      case "ensureClassInitialized" -> null;
      case "shouldBeInitialized" -> false;
      case "isBigEndian" -> java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.BIG_ENDIAN;
      default -> access(args, name);
    };
  }

  private static long forever(long nanos) {
    return nanos == 0 ? Long.MAX_VALUE : nanos;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // to throw it undeclared
  private static <E extends Throwable> E sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static long offset(Object[] args) {
    Field field =
        args[0] instanceof Field given
            ? given
            : Universe.find((Class<?>) args[0], (String) args[1]);
    return FIELDS + 8L * Execution.current().heap().universe().info(field).slot();
  }

  private static @Nullable Object access(Object[] args, String name) {
    NamedAccess access = NamedAccess.of(name);
    boolean byOffset = args.length > 1 && args[1] instanceof Long && !(args[0] instanceof Long);
    ValueKind kind = access == null ? null : access.kind();
    if (access == null || kind == null || !byOffset) {
      throw Refused.of(
          "Unsafe." + name, "memory by its address and the like is not followed: use an array");
    }
    Execution execution = Execution.current();
    int location = location(execution, args[0], (Long) args[1], kind);
    return access.make(execution, location, kind, args, 2);
  }

  private static int location(
      Execution execution, @Nullable Object owner, long offset, ValueKind kind) {
    if (owner == null) {
      throw Refused.of("Unsafe access by address", "off-heap memory is not followed");
    }
    if (owner.getClass().isArray()) {
      ValueKind there = ValueKind.ofElements(owner);
      check(there, kind);
      long index = (offset - BASE) / there.bytes();
      int length = Array.getLength(owner);
      if ((offset - BASE) % there.bytes() != 0 || index < 0 || index >= length) {
        throw Refused.of(
            "Unsafe access to element " + index + " of " + length,
            "an offset must lie in its array");
      }
      return execution.objects().locationOf(owner, (int) index, kind);
    }
    if (offset < FIELDS) {
      throw Refused.of("Unsafe access with offset " + offset, "use objectFieldOffset");
    }
    FieldInfo field = execution.heap().universe().bySlot((int) ((offset - FIELDS) / 8));
    check(field.kind(), kind);
    return execution.objects().locationOf(owner, field);
  }

  private static void check(ValueKind there, ValueKind asked) {
    if (there != asked && !(there.bytes() == 1 && asked.bytes() == 1)) {
      throw Refused.of(
          "an access to a " + there + " as " + asked,
          "accesses of mixed size are not followed: use the type that is there");
    }
  }
}
