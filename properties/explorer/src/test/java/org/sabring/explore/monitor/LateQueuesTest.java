package org.sabring.explore.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Explorer;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.Program.Source;
import org.sabring.explore.gallery.subject.SpscRing;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Weakening;

/**
 * Queues with release and acquire alone are right on every memory, and their mistakes are found.
 */
class LateQueuesTest {

  private static final MethodCall POLL = MethodCall.of("poll");

  private static final LinearizabilityMonitor<?> QUEUE =
      LinearizabilityMonitor.to(SequentialModel.boundedFifo(2));

  private static <Q extends Queue<Integer>> Operation<Q> poll() {
    return Operation.of(POLL, queue -> queue.poll());
  }

  private static <Q extends Queue<Integer>> List<Operation<Q>> polls(int count) {
    return Stream.generate(LateQueuesTest::<Q>poll).limit(count).toList();
  }

  private static <Q extends Queue<Integer>> List<Operation<Q>> offers(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(n -> Operation.<Q>of(MethodCall.of("offer", n), queue -> queue.offer(n)))
        .toList();
  }

  private static <Q extends Queue<Integer>> List<Operation<Q>> drain() {
    return List.of(
        LateQueuesTest.<Q>poll().repeatedWhile(answer -> !answer.equals(Operation.DONE)));
  }

  private static final Operation<SpscRing<Integer>> RING_POLL =
      Operation.of(POLL, ring -> ring.poll());

  private static Sharing<SpscRing<Integer>> ring() {
    List<Operation<SpscRing<Integer>>> offers =
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                n ->
                    Operation.<SpscRing<Integer>>of(
                        MethodCall.of("offer", n), ring -> ring.offer(n)))
            .toList();
    return Program.sharing(() -> new SpscRing<Integer>(2))
        .side('P', offers)
        .side('C', RING_POLL, RING_POLL)
        .last('D', RING_POLL.repeatedWhile(answer -> !answer.equals(Operation.DONE)));
  }

  private static <Q extends Queue<Integer>> Program oneToOne(Source<Q> source) {
    return Program.sharing(source)
        .side('P', offers(1, 3))
        .side('C', polls(2))
        .last('D', drain())
        .program();
  }

  private static <Q extends Queue<Integer>> Program manyToMany(Source<Q> source) {
    return Program.sharing(source)
        .side('P', offers(1, 1))
        .side('Q', offers(11, 1))
        .side('B', polls(1))
        .side('C', polls(1))
        .last('D', drain())
        .program();
  }

  private static Exploration explore(Program program, MemoryModel memory, Monitor monitor)
      throws InterruptedException {
    Exploration explored = new Explorer(program, memory, monitor, Options.PLAIN).explore();
    System.out.printf(
        "%s %s: %s, %,d states, %.2f s%s%n",
        memory,
        program,
        explored.status(),
        explored.states(),
        explored.seconds(),
        explored.findings().isEmpty() ? "" : ", " + explored.findings().get(0).found());
    return explored;
  }

  private static Exploration explore(Program program, MemoryModel memory)
      throws InterruptedException {
    return explore(program, memory, QUEUE.on(memory, program));
  }

  @ParameterizedTest
  @EnumSource
  void aQueueForOneProducerAndOneConsumerIsRight(MemoryModel memory) throws InterruptedException {
    Program program = ring().program();
    assertThat(explore(program, memory).status()).isEqualTo(Status.PASS);
    Program jcTools = oneToOne(() -> new SpscArrayQueue<Integer>(4));
    Monitor monitor = LinearizabilityMonitor.to(SequentialModel.boundedFifo(4)).on(memory, jcTools);
    assertThat(explore(jcTools, memory, monitor).status()).isEqualTo(Status.PASS);
    Monitor itself =
        LinearizabilityMonitor.to(SequentialModel.ofItself(OneCallAtATime.of(program)))
            .on(memory, program);
    assertThat(explore(program, memory, itself).status()).isEqualTo(Status.PASS);
  }

  @ParameterizedTest
  @EnumSource
  void aQueueForManyIsRight(MemoryModel memory) throws InterruptedException {
    Program program = manyToMany(() -> new MpmcArrayQueue<Integer>(2));
    assertThat(explore(program, memory).status()).isEqualTo(Status.PASS);
  }

  /** Its producer finds it full, and its consumer empty, and no order explains both. */
  @ParameterizedTest
  @EnumSource(names = {"TSO", "RA"})
  void itIsNeitherLinearizableNorSequentiallyConsistent(MemoryModel memory)
      throws InterruptedException {
    Program program = ring().program();
    assertThat(explore(program, memory, QUEUE).findings().get(0).found())
        .startsWith("not linearizable: ");
    assertThat(explore(program, memory, QUEUE.inProgramOrder(program)).findings().get(0).found())
        .startsWith("not sequentially consistent: ");
  }

  @ParameterizedTest
  @CsvSource({"STORE, write", "LOAD, write", "STORE, read", "LOAD, read"})
  void anOpaqueIndexIsFound(Kind kind, String field) throws InterruptedException {
    Code code = Code.PLAIN.weakened(Weakening.of(kind, "SpscRing." + field, Mode.OPAQUE));
    Program program = ring().with(code).program();
    assertThat(explore(program, MemoryModel.RA).status()).isEqualTo(Status.FAIL);
    assertThat(explore(program, MemoryModel.SC).status()).isEqualTo(Status.PASS);
  }

  /** Without races there are only wrong answers. */
  @Test
  void anOpaqueIndexIsFoundByAnswersAlone() throws InterruptedException {
    Weakening opaque = Weakening.of(Kind.STORE, "SpscRing.write", Mode.OPAQUE);
    Program program =
        ring().with(Code.PLAIN.weakened(opaque).tolerating("SpscRing.slots[]")).program();
    assertThat(explore(program, MemoryModel.RA).findings().get(0).found())
        .startsWith("not explained by stores that are seen late: ");
  }

  @ParameterizedTest
  @CsvSource({"SC, LOSES", "TSO, LOSES", "RA, LOSES", "SC, DOUBLES", "TSO, DOUBLES", "RA, DOUBLES"})
  void whatIsLostOrThereTwiceIsFound(MemoryModel memory, Careless.How how)
      throws InterruptedException {
    assertThat(careless(memory, how)).contains("D's poll returned ");
  }

  @ParameterizedTest
  @EnumSource
  void aStackIsFound(MemoryModel memory) throws InterruptedException {
    assertThat(careless(memory, Careless.How.STACKS)).contains("'s poll returned ");
  }

  private static String careless(MemoryModel memory, Careless.How how) throws InterruptedException {
    Program program =
        Program.sharing(() -> new Careless(how.name()))
            .side(
                'P',
                operation(queue -> queue.offer(1), MethodCall.of("offer", 1)),
                operation(queue -> queue.offer(2), MethodCall.of("offer", 2)))
            .side('C', operation(Careless::poll, POLL))
            .last('D', operation(Careless::poll, POLL), operation(Careless::poll, POLL))
            .program();
    return explore(program, memory).findings().get(0).found();
  }

  private static Operation<Careless> operation(Operation.Body<Careless> body, MethodCall call) {
    return Operation.of(call, body);
  }

  /** A queue under a lock that makes a mistake. */
  static final class Careless {
    enum How {
      LOSES,
      DOUBLES,
      STACKS
    }

    private final int[] elements = new int[4];
    private final String how;
    private int from;
    private int to;

    Careless(String how) {
      this.how = how;
    }

    synchronized boolean offer(int element) {
      elements[to] = element;
      boolean loses = how.equals("LOSES") && to == 1;
      to += loses ? 0 : 1;
      return true;
    }

    synchronized @Nullable Integer poll() {
      if (from == to) {
        return null;
      }
      if (how.equals("STACKS")) {
        return elements[--to];
      }
      boolean doubles = how.equals("DOUBLES") && from == 1;
      return elements[doubles ? from : from++];
    }
  }
}
