package org.sabring.properties.explore.ring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sabring.properties.explore.Operation;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.ring.Consumer;
import org.sabring.ring.Producer;

/**
 * Calls as people write them: {@code put 1, timed put 2, close}, and {@code take*} to take until
 * the end.
 */
final class CallText {

  private static final Pattern CALL = Pattern.compile("([a-z]+(?: [a-z]+)?)(?: (-?\\d+))?(\\*)?");

  private final Kind kind;
  private final int number;
  private final boolean repeated;

  private CallText(String text) {
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      throw unknown(text);
    }
    kind = kind(call.group(1), text);
    number = call.group(2) == null ? 0 : Integer.parseInt(call.group(2));
    repeated = call.group(3) != null;
  }

  private static Kind kind(String name, String text) {
    String constant = name.toUpperCase(Locale.ROOT).replace(' ', '_');
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(constant))
        .findFirst()
        .orElseThrow(() -> unknown(text));
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "', expected 'offer N', 'put N', 'timed put N', 'brief put N' or 'close' for the"
            + " producer, and 'poll', 'take', 'timed take', 'brief take', 'drain N' or 'cancel'"
            + " for the consumer");
  }

  /**
   * The producer's calls.
   *
   * @throws IllegalArgumentException naming what is not one
   */
  static List<Operation<Producer>> producer(String text) {
    return all(text, CallText::ofProducer);
  }

  /**
   * The consumer's calls.
   *
   * @throws IllegalArgumentException naming what is not one
   */
  static List<Operation<Consumer>> consumer(String text) {
    return all(text, CallText::ofConsumer);
  }

  private static <T> List<T> all(String text, Function<String, T> one) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(call -> !call.isEmpty())
        .map(one)
        .toList();
  }

  private static Operation<Producer> ofProducer(String text) {
    CallText call = new CallText(text);
    if (call.repeated) {
      throw unknown(text);
    }
    try {
      return new RingCall(call.kind, call.number).byProducer();
    } catch (IllegalArgumentException e) {
      throw unknown(text);
    }
  }

  private static Operation<Consumer> ofConsumer(String text) {
    CallText call = new CallText(text);
    Operation<Consumer> operation = consumer(new RingCall(call.kind, call.number), text);
    return call.repeated ? RingCall.untilEnd(operation) : operation;
  }

  private static Operation<Consumer> consumer(RingCall call, String text) {
    try {
      return call.byConsumer();
    } catch (IllegalArgumentException e) {
      throw unknown(text);
    }
  }
}
