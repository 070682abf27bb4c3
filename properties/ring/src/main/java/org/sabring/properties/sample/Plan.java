package org.sabring.properties.sample;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two threads do to a ring. The k-th element is {@code first + k * stride}, modulo 2^32; with
 * an odd stride no two are equal. The producer closes after the last element.
 *
 * @param setup the ring
 * @param elements how many the producer stores before it closes
 * @param first the element numbered 0
 * @param stride odd
 * @param cancelAfter after how many elements the consumer cancels; {@link #NEVER} if it does not
 * @param producer what the producer does, over and over; no DRAIN
 * @param consumer what the consumer does, over and over
 */
public record Plan(
    Setup setup,
    int elements,
    int first,
    int stride,
    int cancelAfter,
    List<Turn> producer,
    List<Turn> consumer) {

  /** The consumer takes all there is. */
  public static final int NEVER = -1;

  private static final Pattern TEXT =
      Pattern.compile(
          "(.*); (\\d+) elements from (-?\\d+) by (-?\\d+), cancel after (-?\\d+); P (.*); C (.*)");

  public Plan {
    producer = List.copyOf(producer);
    consumer = List.copyOf(consumer);
    if (stride % 2 == 0) {
      throw new IllegalArgumentException("stride=" + stride + ", expected odd");
    }
  }

  /** The plan that {@link #toString} wrote. */
  public static Plan parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("plan=" + text + ", expected " + TEXT);
    }
    return new Plan(
        Setup.parse(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        Integer.parseInt(matcher.group(4)),
        Integer.parseInt(matcher.group(5)),
        Turn.parse(matcher.group(6)),
        Turn.parse(matcher.group(7)));
  }

  /** The element with a number, from 0. */
  public int element(int number) {
    return first + number * stride;
  }

  @Override
  public String toString() {
    return "%s; %d elements from %d by %d, cancel after %d; P %s; C %s"
        .formatted(
            setup, elements, first, stride, cancelAfter, Turn.show(producer), Turn.show(consumer));
  }
}
