package org.sabring.properties.explore.ring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sabring.explore.Operation;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.ring.Consumer;
import org.sabring.ring.Producer;

/**
 * Calls as people write them: {@code put 1, timed put 2, close}; {@code put 1 to 3} and {@code take
 * 2} for a batch of three and one of up to two; {@code take*} to take until the end.
 */
final class CallText {

  private static final Pattern CALL =
      Pattern.compile("([a-z]+(?: [a-z]+)?)(?: (-?\\d+))?(?: to (-?\\d+))?(\\*)?");

  private final RingCall call;
  private final boolean repeated;

  private CallText(String text) {
    Matcher parts = CALL.matcher(text);
    if (!parts.matches()) {
      throw unknown(text);
    }
    Kind kind = kind(parts.group(1), text);
    int number = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    boolean limited = number > 0 && (kind == Kind.POLL || kind == Kind.TAKE);
    int last = parts.group(3) == null ? number : Integer.parseInt(parts.group(3));
    try {
      this.call =
          limited ? new RingCall(kind, 0, number) : new RingCall(kind, number, last - number + 1);
    } catch (IllegalArgumentException e) {
      throw unknown(text);
    }
    repeated = parts.group(4) != null;
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
            + "', expected 'offer N', 'put N', 'timed put N', 'brief put N', 'instant put N',"
            + " 'offer N to M',"
            + " 'put N to M' or 'close' for the producer, and 'poll', 'take', 'poll N', 'take N',"
            + " 'timed take', 'brief take', 'instant take', 'drain N' or 'cancel' for the consumer");
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
      return call.call.byProducer();
    } catch (IllegalArgumentException e) {
      throw unknown(text);
    }
  }

  private static Operation<Consumer> ofConsumer(String text) {
    CallText call = new CallText(text);
    Operation<Consumer> operation = consumer(call.call, text);
    return call.repeated ? RingOperations.untilEnd(operation) : operation;
  }

  private static Operation<Consumer> consumer(RingCall call, String text) {
    try {
      return call.byConsumer();
    } catch (IllegalArgumentException e) {
      throw unknown(text);
    }
  }
}
