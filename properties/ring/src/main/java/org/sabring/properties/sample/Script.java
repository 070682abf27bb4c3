package org.sabring.properties.sample;

import java.util.List;
import java.util.stream.Collectors;
import org.sabring.explore.Options;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingProgram;
import org.sabring.properties.explore.ring.RingProgram.Start;

/**
 * A test program of two sides of a ring, and what may happen to them meanwhile.
 *
 * @param capacity of the ring
 * @param start where its cursors and counters stand
 * @param producer the producer's calls, in order
 * @param consumer the consumer's calls
 * @param spurious how many wake-ups for no reason there may be
 * @param interrupts how many interrupts
 */
public record Script(
    int capacity,
    Start start,
    List<RingCall> producer,
    List<RingCall> consumer,
    int spurious,
    int interrupts) {

  public Script {
    producer = List.copyOf(producer);
    consumer = List.copyOf(consumer);
  }

  /** For the explorer, on the ring as shipped. */
  public RingProgram program() {
    return RingProgram.of(capacity, producer, consumer, start);
  }

  /** What may happen besides its calls. */
  public Options options() {
    return Options.PLAIN.spurious(spurious).interrupts(interrupts);
  }

  /** What {@code sabring explore} has to be told to run it. */
  @Override
  public String toString() {
    String text =
        "--capacity %d --producer '%s' --consumer '%s'"
            .formatted(capacity, show(producer), show(consumer));
    return text
        + option("at", start.at())
        + option("counted", start.counted())
        + option("spurious", spurious)
        + option("interrupts", interrupts);
  }

  private static String option(String name, int value) {
    return value == 0 ? "" : " --" + name + "=" + value;
  }

  private static String show(List<RingCall> calls) {
    return calls.stream().map(RingCall::toString).collect(Collectors.joining(", "));
  }
}
