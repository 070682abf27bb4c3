package org.sabring.properties.explore.ring;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sabring.explore.Menu;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.ExploredInts;
import org.sabring.ring.Consumer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Producer;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.Rule;

/**
 * A program of the two sides of a ring. Each side attaches to the memory by itself, as two
 * processes would.
 *
 * @param capacity of the ring
 * @param producer the producer's calls
 * @param consumer the consumer's calls
 * @param start how the memory begins
 */
public record RingProgram(
    int capacity,
    List<Operation<Producer>> producer,
    List<Operation<Consumer>> consumer,
    Start start) {

  /** The number of the producer's side. */
  public static final int PRODUCER = 0;

  /** The number of the consumer's side. */
  public static final int CONSUMER = 1;

  /**
   * An empty ring, as its words are when the program begins.
   *
   * @param at where both cursors stand
   * @param counted what all four counters stand at
   */
  public record Start(int at, int counted) {

    /** A ring that was just made. */
    public static final Start ZERO = new Start(0, 0);

    /** The words of such a ring. */
    public int[] words(RingLayout layout) {
      int[] words = new int[layout.length()];
      words[layout.write()] = at;
      words[layout.read()] = at;
      words[layout.produced()] = counted;
      words[layout.consumed()] = counted;
      words[layout.producerWaits()] = counted;
      words[layout.consumerWaits()] = counted;
      return words;
    }
  }

  public RingProgram {
    producer = List.copyOf(producer);
    consumer = List.copyOf(consumer);
  }

  /** The ring as shipped. */
  RingProgram(
      int capacity, List<Operation<Producer>> producer, List<Operation<Consumer>> consumer) {
    this(capacity, producer, consumer, Start.ZERO);
  }

  /** The same program, whose calls may take any number of steps: a mutant has steps of its own. */
  public RingProgram unbounded() {
    return new RingProgram(
        capacity,
        producer.stream().map(operation -> operation.within(0)).toList(),
        consumer.stream().map(operation -> operation.within(0)).toList(),
        start);
  }

  /** The same program on a ring that has been in use. */
  RingProgram from(Start other) {
    return new RingProgram(capacity, producer, consumer, other);
  }

  /**
   * The calls of both sides, on the ring as shipped.
   *
   * @throws IllegalArgumentException naming a call that is not its side's
   */
  public static RingProgram of(
      int capacity, List<RingCall> producer, List<RingCall> consumer, Start start) {
    return new RingProgram(
            capacity,
            producer.stream().map(RingCall::byProducer).toList(),
            consumer.stream().map(RingCall::byConsumer).toList())
        .from(start);
  }

  /** Where its words lie. */
  public RingLayout layout() {
    return RingLayout.compact(capacity);
  }

  /** As the explorer runs it. */
  public Program program() {
    return program(layout(), Menu.inOrder(producer), Menu.inOrder(consumer))
        .starting(start.words(layout()));
  }

  /** Two sides of one ring, P and C, that do what is on their menus. */
  public static Program program(
      RingLayout layout, Menu<Producer> producer, Menu<Consumer> consumer) {
    return Program.on(layout.length())
        .naming(word -> nameOf(layout, word))
        .namingSteps((side, access) -> StepName.of(layout, side, access))
        .side('P', words -> CursorRing.attach(new ExploredInts(words), layout).producer(), producer)
        .side(
            'C', words -> CursorRing.attach(new ExploredInts(words), layout).consumer(), consumer);
  }

  /**
   * What it promises on a memory: everything, but that answers are up to date only where they can
   * be.
   */
  Monitor monitor(MemoryModel model) {
    return monitor(model, true);
  }

  /** The same, and whether the sides' own steps are watched too. */
  public Monitor monitor(MemoryModel model, boolean inside) {
    return monitor(model, inside, Set.of());
  }

  /** The same, and which rules are not to be noticed. */
  Monitor monitor(MemoryModel model, boolean inside, Set<Rule> off) {
    RingHistory history = new RingHistory(capacity - 1, model != MemoryModel.RA, off);
    int freed = largest(consumer);
    boolean batches = freed > 1 || largest(producer) > 1;
    RingWords words = new RingWords(layout(), start, off, batches, Math.min(freed, capacity - 1));
    return new RingMonitor(history, words, inside, off);
  }

  /** How many elements a call moves at once, at most. */
  private static <T> int largest(List<Operation<T>> operations) {
    return operations.stream()
        .mapToInt(operation -> ((RingCall) operation.call()).count())
        .max()
        .orElse(1);
  }

  /** What a word of a ring is called. */
  public static String nameOf(RingLayout layout, int word) {
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
