package org.sabring.explore.monitor;

import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Operation;
import org.sabring.explore.Operation.Threw;

/**
 * The canonical form in which answers are compared: {@code 1} is {@code 1L}, an array is a list,
 * null is what an operation without an answer says, and of an exception only its class counts.
 */
final class PlainAnswer {

  private PlainAnswer() {}

  static Object of(@Nullable Object answer) {
    if (answer == null) {
      return Operation.DONE;
    }
    if (answer instanceof Byte || answer instanceof Short || answer instanceof Integer) {
      return ((Number) answer).longValue();
    }
    if (answer instanceof Threw threw) {
      return new Threw(threw.exception().split(":", 2)[0]);
    }
    if (answer instanceof List<?> list) {
      return list.stream().map(PlainAnswer::of).toList();
    }
    if (answer.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(answer))
          .mapToObj(index -> of(Array.get(answer, index)))
          .toList();
    }
    return answer;
  }
}
