package org.sabring.explore.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Update;
import org.sabring.explore.memory.Update.Op;

/** An access whose name and arguments are known at run time: those of VarHandle and Unsafe. */
final class NamedAccess {

  private NamedAccess() {}

  /**
   * Makes the access.
   *
   * @param first where the values begin among the arguments
   */
  static @Nullable Object make(
      Execution execution, AccessName name, int location, Kind kind, Object[] args, int first) {
    switch (name.verb()) {
      case GET -> {
        return value(execution, kind, execution.load(name.mode(), location));
      }
      case SET -> {
        execution.store(name.mode(), location, number(execution, kind, args[first]));
        return null;
      }
      case GET_AND_UPDATE -> {
        long operand = number(execution, kind, args[first]);
        Update update = update(name, kind, 0, operand);
        return value(execution, kind, execution.update(name.mode(), location, update));
      }
      default -> {
        return compare(execution, name, location, kind, args, first);
      }
    }
  }

  private static @Nullable Object compare(
      Execution execution, AccessName name, int location, Kind kind, Object[] args, int first) {
    if (kind == Kind.REFERENCE) {
      execution.heap().checkExpected(args[first]);
    }
    long expected = number(execution, kind, args[first]);
    long operand = number(execution, kind, args[first + 1]);
    Update update = update(name, kind, expected, operand);
    if (name.verb() == AccessName.Verb.WEAK_COMPARE_AND_SET) {
      return execution.weakUpdate(name.mode(), location, update);
    }
    long found = execution.update(name.mode(), location, update);
    return name.verb() == AccessName.Verb.COMPARE_AND_EXCHANGE
        ? value(execution, kind, found)
        : (Object) update.stores(found);
  }

  private static Update update(AccessName name, Kind kind, long expected, long operand) {
    Op op = name.op();
    if (op == null) {
      throw new IllegalArgumentException("name=" + name);
    }
    boolean real = kind == Kind.FLOAT || kind == Kind.DOUBLE;
    if (real && op == Op.ADD) {
      throw Refused.of("an atomic addition of floating-point numbers", "compare and set them");
    }
    return new Update(op, expected, operand, kind.bits);
  }

  static long number(Execution execution, Kind kind, @Nullable Object value) {
    return kind == Kind.REFERENCE
        ? execution.idOf(value)
        : kind.number(Objects.requireNonNull(value));
  }

  static @Nullable Object value(Execution execution, Kind kind, long number) {
    return kind == Kind.REFERENCE ? execution.objectOf(number) : kind.value(number);
  }
}
