package org.sabring.properties.explore.anyclass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sabring.explore.monitor.MethodCall;

/**
 * A call as people write it: {@code offer 1}, {@code poll}, {@code poll 1 SECONDS}, and {@code
 * poll*} to call it until it answers nothing.
 */
record CallWords(MethodCall call, boolean repeated) {

  /**
   * The calls of a side.
   *
   * @throws IllegalArgumentException naming what is no call
   */
  static List<CallWords> all(String text) {
    List<CallWords> calls = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      String call = one.strip();
      if (!call.matches("[\\p{Alpha}_$][\\w$]*( .+)?\\*?")) {
        throw new IllegalArgumentException(
            "'%s', expected a method and its arguments, as in 'offer 1, poll'".formatted(call));
      }
      boolean repeated = call.endsWith("*");
      String[] words = (repeated ? call.substring(0, call.length() - 1) : call).split(" +", -1);
      Object[] values = Arrays.stream(words).skip(1).map(CallWords::value).toArray();
      calls.add(new CallWords(MethodCall.of(words[0], values), repeated));
    }
    return calls;
  }

  /** A number, a truth value, or a word. */
  static Object value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (text.matches("-?\\d{1,9}")) {
      return Integer.valueOf(text);
    }
    if (text.matches("-?\\d{1,18}L?")) {
      return Long.valueOf(text.replace("L", ""));
    }
    if (text.matches("-?\\d+\\.\\d+")) {
      return Double.valueOf(text);
    }
    return text;
  }
}
