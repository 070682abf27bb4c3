package org.sabring.explore.hook;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.memory.Update;
import org.sabring.explore.memory.Update.Op;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.Refused;
import org.sabring.explore.runtime.ValueKind;

/**
 * An access by the name of a method, as VarHandle, Unsafe and Field name them: {@code getAcquire},
 * {@code weakCompareAndSetPlain}, {@code getAndBitwiseOrRelease}, {@code putIntVolatile}.
 *
 * @param verb what is done, without type and mode
 * @param mode how strong
 * @param kind of the value; null if the name does not say it
 */
record NamedAccess(String verb, Mode mode, @Nullable ValueKind kind) {

  private static final Pattern NAME =
      Pattern.compile(
          "(weakCompareAndSet|compareAndExchange|compareAndSet|compareAndSwap"
              + "|getAndSet|getAndAdd|getAndBitwiseOr|getAndBitwiseAnd|getAndBitwiseXor"
              + "|get|set|put|putOrdered)"
              + "(Int|Long|Boolean|Byte|Char|Short|Float|Double|Object|Reference)?"
              + "(Plain|Opaque|Acquire|Release|Volatile)?");

  private static final Map<String, Op> OPS =
      Map.of(
          "getAndSet", Op.SWAP,
          "getAndAdd", Op.ADD,
          "getAndBitwiseOr", Op.OR,
          "getAndBitwiseAnd", Op.AND,
          "getAndBitwiseXor", Op.XOR);

  private static final Map<String, NamedAccess> KNOWN = new ConcurrentHashMap<>();

  /** What a name says; null if it is that of no access. */
  static @Nullable NamedAccess of(String name) {
    return KNOWN.computeIfAbsent(name, NamedAccess::parse);
  }

  private static @Nullable NamedAccess parse(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return null;
    }
    String verb = parts.group(1);
    String mode = parts.group(3);
    Mode without =
        switch (verb) {
          case "get", "set", "put" -> Mode.PLAIN;
          case "putOrdered" -> Mode.RELEASE;
          default -> Mode.VOLATILE;
        };
    return new NamedAccess(
        verb,
        mode == null ? without : Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
        parts.group(2) == null ? null : ValueKind.named(parts.group(2)));
  }

  /** Whether it stores nothing. */
  boolean isLoad() {
    return verb.equals("get");
  }

  /** The same in a mode that is not in the name. */
  NamedAccess in(Mode other) {
    return new NamedAccess(verb, other, kind);
  }

  /**
   * Makes the access.
   *
   * @param holds of the location
   * @param first where the values begin among the arguments
   */
  @Nullable Object make(
      Execution execution, int location, ValueKind holds, Object[] args, int first) {
    Op op = OPS.get(verb);
    if (op != null) {
      Update update = update(op, holds, 0, execution.objects().number(holds, args[first]));
      return execution.objects().value(holds, execution.memory().update(mode, location, update));
    }
    switch (verb) {
      case "get" -> {
        return execution.objects().value(holds, execution.memory().load(mode, location));
      }
      case "set", "put", "putOrdered" -> {
        execution.memory().store(mode, location, execution.objects().number(holds, args[first]));
        return null;
      }
      default -> {
        return compare(execution, location, holds, args[first], args[first + 1]);
      }
    }
  }

  private @Nullable Object compare(
      Execution execution, int location, ValueKind holds, Object expected, Object operand) {
    if (holds == ValueKind.REFERENCE) {
      execution.heap().checkExpected(expected);
    }
    Update update =
        update(
            Op.COMPARE_AND_SET,
            holds,
            execution.objects().number(holds, expected),
            execution.objects().number(holds, operand));
    if (verb.equals("weakCompareAndSet")) {
      return execution.memory().weakUpdate(mode, location, update);
    }
    long found = execution.memory().update(mode, location, update);
    return verb.equals("compareAndExchange")
        ? execution.objects().value(holds, found)
        : (Object) update.stores(found);
  }

  private static Update update(Op op, ValueKind holds, long expected, long operand) {
    if (op == Op.ADD && (holds == ValueKind.FLOAT || holds == ValueKind.DOUBLE)) {
      throw Refused.of("an atomic addition of floating-point numbers", "compare and set them");
    }
    return new Update(op, expected, operand, holds.bits());
  }
}
