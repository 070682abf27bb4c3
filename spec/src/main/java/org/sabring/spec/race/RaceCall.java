package org.sabring.spec.race;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sabring.spec.Side;

/**
 * One call that a side makes in a race, written as {@code offer 42} or {@code poll or give up}.
 *
 * @param kind what is called
 * @param number the element; 0 for calls without
 * @param orGiveUp whether it is made again for as long as the ring is full or empty, until the side
 *     loses patience; then that is its answer, and the side makes no more calls
 */
public record RaceCall(Kind kind, int number, boolean orGiveUp) {

  /** What can be called. The names are those of {@code sabring explore}, and a few more. */
  public enum Kind {
    OFFER(Side.PRODUCER),
    /** Two elements as one batch, the number and the next; as many of them as there is room for. */
    OFFER_BOTH(Side.PRODUCER),
    PUT(Side.PRODUCER),
    TIMED_PUT(Side.PRODUCER),
    /** Offers, and asks to be told when the ring was full: what a loop does that may not block. */
    ASKING_PUT(Side.PRODUCER),
    CLOSE(Side.PRODUCER),
    POLL(Side.CONSUMER),
    /** As one batch what there is, up to two elements. */
    POLL_BOTH(Side.CONSUMER),
    TAKE(Side.CONSUMER),
    TIMED_TAKE(Side.CONSUMER),
    /** Polls, and asks to be told when the ring was empty. */
    ASKING_TAKE(Side.CONSUMER),
    CANCEL(Side.CONSUMER),
    /** Reads the ring as a stream, to the stream's last event. */
    STREAM(Side.CONSUMER),
    /** The same, and the stream is destroyed with an error when it delivers its first element. */
    FAILING_STREAM(Side.CONSUMER),
    /** Loads PRODUCED. */
    PRODUCED(Side.PRODUCER, Side.CONSUMER),
    /** Loads CONSUMED. */
    CONSUMED(Side.PRODUCER, Side.CONSUMER);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Side> sides;

    Kind(Side... sides) {
      this.sides = List.of(sides);
    }

    private boolean hasNumber() {
      return switch (this) {
        case OFFER, OFFER_BOTH, PUT, TIMED_PUT, ASKING_PUT -> true;
        default -> false;
      };
    }

    private boolean mayGiveUp() {
      return this == OFFER || this == OFFER_BOTH || this == POLL || this == POLL_BOTH;
    }

    private String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private static final String GIVE_UP = " or give up";
  private static final Pattern CALL =
      Pattern.compile("([a-z]+(?: [a-z]+)?)(?: (-?\\d+))?(" + GIVE_UP + ")?");

  /** Whether the side may sleep in it, for a time or until it is woken. */
  boolean mayWait() {
    return switch (kind) {
      case PUT, TIMED_PUT, ASKING_PUT, TAKE, TIMED_TAKE, ASKING_TAKE, STREAM, FAILING_STREAM ->
          true;
      default -> false;
    };
  }

  /**
   * The call that a text says.
   *
   * @throws IllegalArgumentException naming the text, if it is not a call of that side
   */
  static RaceCall of(Side side, String text) {
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      throw unknown(side, text);
    }
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(one -> one.text().equals(call.group(1)) && one.sides.contains(side))
            .findFirst()
            .orElseThrow(() -> unknown(side, text));
    boolean orGiveUp = call.group(3) != null;
    if (kind.hasNumber() != (call.group(2) != null) || (orGiveUp && !kind.mayGiveUp())) {
      throw unknown(side, text);
    }
    int number = kind.hasNumber() ? Integer.parseInt(call.group(2)) : 0;
    return new RaceCall(kind, number, orGiveUp);
  }

  private static IllegalArgumentException unknown(Side side, String text) {
    List<String> known =
        Arrays.stream(Kind.values())
            .filter(kind -> kind.sides.contains(side))
            .map(kind -> kind.text() + (kind.hasNumber() ? " N" : ""))
            .toList();
    return new IllegalArgumentException(
        "races.json: '%s', expected a call of the %s, one of %s, or with%s"
            .formatted(text, side.name().toLowerCase(Locale.ROOT), known, GIVE_UP));
  }

  @Override
  public String toString() {
    return kind.text() + (kind.hasNumber() ? " " + number : "") + (orGiveUp ? GIVE_UP : "");
  }
}
