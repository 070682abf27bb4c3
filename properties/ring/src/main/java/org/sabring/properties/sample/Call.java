package org.sabring.properties.sample;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sabring.spec.Side;

/**
 * One call of one side, none of which can block for long.
 *
 * @param kind which
 * @param argument the element to store or how many to drain; 0 where the call takes none
 */
public record Call(Kind kind, int argument) {

  /** Which call. The brief ones wait for one nanosecond, if they must. */
  public enum Kind {
    OFFER("offer", Side.PRODUCER, true),
    PUT_NOW("put0", Side.PRODUCER, true),
    PUT_BRIEFLY("put1", Side.PRODUCER, true),
    CLOSE("close", Side.PRODUCER, false),
    POLL("poll", Side.CONSUMER, false),
    TAKE_NOW("take0", Side.CONSUMER, false),
    TAKE_BRIEFLY("take1", Side.CONSUMER, false),
    DRAIN("drain", Side.CONSUMER, true),
    CANCEL("cancel", Side.CONSUMER, false);

    private final String label;
    private final Side side;
    private final boolean hasArgument;

    Kind(String label, Side side, boolean hasArgument) {
      this.label = label;
      this.side = side;
      this.hasArgument = hasArgument;
    }

    /** Its name in the text of a program. */
    public String label() {
      return label;
    }

    /** The side whose call it is. */
    public Side side() {
      return side;
    }

    private static Kind labelled(String label) {
      return Arrays.stream(values())
          .filter(kind -> kind.label.equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("call=" + label));
    }
  }

  private static final Pattern TEXT = Pattern.compile("(\\w+)(?:\\((-?\\d+)\\))?");

  /** A call without an argument. */
  public static Call of(Kind kind) {
    return new Call(kind, 0);
  }

  static Call parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("call=" + text + ", expected " + TEXT);
    }
    String argument = matcher.group(2);
    return new Call(
        Kind.labelled(matcher.group(1)), argument == null ? 0 : Integer.parseInt(argument));
  }

  @Override
  public String toString() {
    return kind.hasArgument ? kind.label + "(" + argument + ")" : kind.label;
  }
}
