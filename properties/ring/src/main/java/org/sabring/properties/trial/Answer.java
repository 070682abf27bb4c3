package org.sabring.properties.trial;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.ArrayList;
import java.util.List;
import org.sabring.properties.sample.Call;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Taken;

/**
 * What a call answered.
 *
 * @param says the answer's name; true or false; how many were drained
 * @param taken the elements that came with it, oldest first
 */
record Answer(String says, List<Integer> taken) {

  static Answer of(Object says) {
    return new Answer(says.toString(), List.of());
  }

  static Answer of(Object says, List<Integer> taken) {
    return new Answer(says.toString(), taken);
  }

  /** Makes a call. */
  static Answer from(CursorRing ring, Call call) throws InterruptedException {
    int argument = call.argument();
    return switch (call.kind()) {
      case OFFER -> of(ring.producer().offer(argument));
      case PUT_NOW -> of(ring.producer().put(argument, 0, NANOSECONDS));
      case PUT_BRIEFLY -> of(ring.producer().put(argument, 1, NANOSECONDS));
      case CLOSE -> of(ring.producer().close());
      case POLL -> taken(ring, ring.consumer().poll());
      case TAKE_NOW -> taken(ring, ring.consumer().take(0, NANOSECONDS));
      case TAKE_BRIEFLY -> taken(ring, ring.consumer().take(1, NANOSECONDS));
      case DRAIN -> drained(ring, argument);
      case CANCEL -> of(ring.consumer().cancel());
    };
  }

  private static Answer taken(CursorRing ring, Taken taken) {
    return taken == Taken.ELEMENT ? of(taken, List.of(ring.consumer().element())) : of(taken);
  }

  private static Answer drained(CursorRing ring, int limit) {
    List<Integer> elements = new ArrayList<>();
    return of(ring.consumer().drain(elements::add, limit), elements);
  }

  @Override
  public String toString() {
    return taken.isEmpty() ? says : says + taken;
  }
}
