package org.sabring.properties.sample;

import java.util.List;
import java.util.stream.Collectors;
import org.sabring.properties.explore.ring.RingCall;

/**
 * A test sequence for one thread, which makes the calls of both sides of a ring in this order.
 *
 * @param memory that the ring lies in
 * @param padded whether its layout is the padded one
 * @param capacity number of slots
 * @param counted what all four counters stand at
 * @param moves the calls, none of which may wait for ever
 */
public record Sequence(
    MemoryKind memory, boolean padded, int capacity, int counted, List<Move> moves) {

  public Sequence {
    moves = List.copyOf(moves);
  }

  /**
   * A call, and perhaps one of the other side in its gap: after it has decided to wait, and before
   * its wait compares. That is the instant in which wake-ups are lost. Of a call that does not wait
   * it comes right after.
   *
   * @param call the call
   * @param gap what the other side calls meanwhile; empty, or one call
   */
  public record Move(RingCall call, List<RingCall> gap) {
    public Move {
      gap = List.copyOf(gap);
    }

    @Override
    public String toString() {
      return gap.isEmpty() ? call.toString() : call + " (" + gap.get(0) + ")";
    }
  }

  @Override
  public String toString() {
    return "%s %s capacity=%d counters=%d: %s"
        .formatted(
            memory,
            padded ? "padded" : "compact",
            capacity,
            counted,
            moves.stream().map(Move::toString).collect(Collectors.joining(", ")));
  }
}
