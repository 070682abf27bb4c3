package org.sabring.properties.explore.ring;

import java.util.List;
import java.util.stream.Collectors;
import org.sabring.properties.explore.Judge;
import org.sabring.properties.explore.Operation;
import org.sabring.properties.explore.Program;
import org.sabring.properties.explore.memory.MemoryModel;
import org.sabring.properties.trial.Mutation;
import org.sabring.ring.Consumer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Producer;
import org.sabring.ring.RingLayout;

/**
 * What the two sides of a ring do. Each side attaches to the memory by itself, as two processes
 * would: so what a mistake in between holds belongs to one side.
 *
 * @param capacity of the ring
 * @param producer the producer's calls
 * @param consumer the consumer's calls
 * @param mutation what is planted under the shipped code
 */
record RingProgram(
    int capacity,
    List<Operation<Producer>> producer,
    List<Operation<Consumer>> consumer,
    Mutation mutation) {

  static final int PRODUCER = 0;
  static final int CONSUMER = 1;

  RingProgram {
    producer = List.copyOf(producer);
    consumer = List.copyOf(consumer);
  }

  /** The ring as shipped. */
  RingProgram(
      int capacity, List<Operation<Producer>> producer, List<Operation<Consumer>> consumer) {
    this(capacity, producer, consumer, Mutation.NONE);
  }

  RingProgram with(Mutation planted) {
    return new RingProgram(capacity, producer, consumer, planted);
  }

  RingLayout layout() {
    return RingLayout.compact(capacity);
  }

  /** As the explorer runs it. */
  Program program() {
    RingLayout layout = layout();
    return Program.on(layout.length())
        .naming(word -> nameOf(layout, word))
        .namingSteps((side, access) -> StepName.of(layout, side, access))
        .side(
            'P',
            memory -> CursorRing.attach(mutation.plant(memory, layout), layout).producer(),
            producer)
        .side(
            'C',
            memory -> CursorRing.attach(mutation.plant(memory, layout), layout).consumer(),
            consumer);
  }

  /**
   * What it promises on a memory: everything, but that answers are up to date only where they can
   * be.
   */
  Judge judge(MemoryModel model) {
    return judge(model, true);
  }

  /** The same, and whether the sides' own steps are watched too. */
  Judge judge(MemoryModel model, boolean inside) {
    RingHistory history = new RingHistory(capacity - 1, model != MemoryModel.RA);
    return new RingJudge(history, new RingWords(layout()), inside);
  }

  private static String nameOf(RingLayout layout, int word) {
    return switch (word) {
      case 0 -> "WRITE";
      case 1 -> "READ";
      case 2 -> "PRODUCED";
      case 3 -> "CONSUMED";
      case 4 -> "P_WAITS";
      case 5 -> "C_WAITS";
      default -> "slot" + (word - layout.data());
    };
  }

  @Override
  public String toString() {
    return "capacity %d; P: %s; C: %s".formatted(capacity, names(producer), names(consumer));
  }

  private static <T> String names(List<Operation<T>> operations) {
    return operations.stream().map(o -> o.call().toString()).collect(Collectors.joining(", "));
  }
}
