package org.sabring.properties.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sabring.explore.Menu;
import org.sabring.explore.Operation;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingOperations;
import org.sabring.ring.Consumer;
import org.sabring.ring.Producer;

/**
 * The calls that each side may choose from at every moment, as the law has it. The producer puts 1,
 * 2, 3 … in this order, each until it is stored; at any time it may close, and then it calls
 * nothing more. The consumer takes, and may cancel at any time.
 */
final class Menus {

  private final List<List<Operation<Producer>>> puts;
  private final List<Operation<Consumer>> takes;

  /**
   * The menus.
   *
   * @param items how many elements there are to put
   */
  Menus(Ways ways, int items) {
    puts =
        IntStream.rangeClosed(1, items + 1)
            .mapToObj(
                element -> {
                  List<Operation<Producer>> calls = new ArrayList<>();
                  if (element <= items) {
                    calls.addAll(ways.puts(element));
                  }
                  calls.add(RingOperations.close());
                  return List.copyOf(calls);
                })
            .toList();
    List<Operation<Consumer>> calls = new ArrayList<>(ways.takes());
    calls.add(RingOperations.cancel());
    takes = List.copyOf(calls);
  }

  Menu<Producer> producer() {
    return new OfProducer(this, 0);
  }

  Menu<Consumer> consumer() {
    return new OfConsumer(this, false);
  }

  private static final int CLOSED = -1;

  /**
   * The producer's.
   *
   * @param stored how many elements it has stored; {@link #CLOSED} once it has closed
   */
  private record OfProducer(Menus menus, int stored) implements Menu<Producer> {
    @Override
    public List<Operation<Producer>> choices() {
      return stored == CLOSED ? List.of() : menus.puts.get(stored);
    }

    @Override
    public Menu<Producer> after(Operation<Producer> called, Object answer) {
      if (called.call() instanceof RingCall call && call.kind() == RingCall.Kind.CLOSE) {
        return new OfProducer(menus, CLOSED);
      }
      return answer.equals("STORED") ? new OfProducer(menus, stored + 1) : this;
    }
  }

  /** The consumer's. */
  private record OfConsumer(Menus menus, boolean cancelled) implements Menu<Consumer> {
    @Override
    public List<Operation<Consumer>> choices() {
      return cancelled ? List.of() : menus.takes;
    }

    @Override
    public Menu<Consumer> after(Operation<Consumer> called, Object answer) {
      boolean cancels =
          called.call() instanceof RingCall call && call.kind() == RingCall.Kind.CANCEL;
      return cancels ? new OfConsumer(menus, true) : this;
    }
  }
}
