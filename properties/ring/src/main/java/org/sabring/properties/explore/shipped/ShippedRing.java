package org.sabring.properties.explore.shipped;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.ring.OutsideMonitor;
import org.sabring.properties.explore.ring.RingOperations;
import org.sabring.properties.world.ExploredCase;
import org.sabring.ring.Consumer;
import org.sabring.ring.Producer;
import org.sabring.ring.Ring;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.Rule;

/**
 * A program of a whole ring as it is shipped: its memory is on the heap, and nothing of it is taken
 * for granted. What callers see is judged.
 *
 * @param name in the verdict
 * @param kind which ring
 * @param capacity of the ring
 * @param producer the calls of the one side
 * @param consumer the calls of the other
 */
record ShippedRing(
    String name,
    ShippedKind kind,
    int capacity,
    List<Operation<Producer>> producer,
    List<Operation<Consumer>> consumer)
    implements ExploredCase {

  /** An element, and the end. */
  static final ShippedRing ELEMENT_AND_END =
      new ShippedRing(
          "an element and the end",
          ShippedKind.CURSOR,
          2,
          List.of(RingOperations.put(1), RingOperations.close()),
          List.of(RingOperations.take(), RingOperations.take()));

  /** The second put waits for room, if the element before it has not been taken. */
  static final ShippedRing TWO_ELEMENTS =
      new ShippedRing(
          "two elements, one slot",
          ShippedKind.CURSOR,
          2,
          List.of(RingOperations.put(1), RingOperations.put(2)),
          List.of(RingOperations.take(), RingOperations.take()));

  /** The third put writes the slot that the first take has read. */
  static final ShippedRing ROUND =
      new ShippedRing(
          "once around",
          ShippedKind.CURSOR,
          2,
          List.of(RingOperations.put(1), RingOperations.put(2), RingOperations.put(3)),
          List.of(RingOperations.take(), RingOperations.take()));

  static final ShippedRing CANCELLED =
      new ShippedRing(
          "cancelled while it is full",
          ShippedKind.CURSOR,
          2,
          List.of(RingOperations.put(1), RingOperations.put(2)),
          List.of(RingOperations.cancel()));

  /** The programs, of each kind of ring; once around takes long, and goes with one. */
  static List<ShippedRing> all() {
    List<ShippedRing> all = new ArrayList<>();
    for (ShippedKind kind : ShippedKind.values()) {
      for (ShippedRing one : List.of(ELEMENT_AND_END, TWO_ELEMENTS, CANCELLED)) {
        all.add(one.on(kind));
      }
    }
    all.add(ROUND.on(ShippedKind.CACHED));
    return all;
  }

  /** The same program of another ring. */
  ShippedRing on(ShippedKind other) {
    return new ShippedRing(name, other, capacity, producer, consumer);
  }

  @Override
  public Program explored() {
    return kind.making(capacity)
        .side('P', of(producer, Ring::producer))
        .side('C', of(consumer, Ring::consumer))
        .program();
  }

  /** The same calls on the memory whose waits are one step. */
  Program onWords() {
    RingLayout layout = RingLayout.compact(capacity);
    return Program.on(layout.length())
        .side('P', kind.attaching(layout), of(producer, Ring::producer))
        .side('C', kind.attaching(layout), of(consumer, Ring::consumer));
  }

  /** A side of a ring. */
  private interface Side<T> extends Function<Ring, T>, java.io.Serializable {}

  private static <T> List<Operation<Ring>> of(List<Operation<T>> calls, Side<T> side) {
    return calls.stream().map(call -> of(call, side)).toList();
  }

  private static <T> Operation<Ring> of(Operation<T> call, Side<T> side) {
    Operation.Body<T> body = call.body();
    return new Operation<>(call.call(), ring -> body.run(side.apply(ring)), call.again(), 0);
  }

  @Override
  public String name() {
    return kind.text() + ": " + name;
  }

  @Override
  public OptionalInt slots() {
    return OptionalInt.of(capacity);
  }

  @Override
  public Monitor monitor(MemoryModel model) {
    return OutsideMonitor.of(capacity - 1, model != MemoryModel.RA);
  }

  @Override
  public Options options() {
    return Options.PLAIN;
  }

  @Override
  public Set<Rule> rules(MemoryModel model) {
    Set<Rule> rules =
        EnumSet.of(Rule.RB101, Rule.RB102, Rule.RB103, Rule.RB104, Rule.RB301, Rule.RB304);
    if (model == MemoryModel.RA) {
      rules.addAll(EnumSet.of(Rule.RB201, Rule.RB202));
    }
    return rules;
  }

  @Override
  public String says() {
    return Stream.of(producer, consumer)
        .map(side -> side.stream().map(call -> call.call().toString()).toList())
        .map(calls -> String.join(", ", calls))
        .reduce((one, other) -> "capacity " + capacity + "; P: " + one + "; C: " + other)
        .orElseThrow();
  }
}
