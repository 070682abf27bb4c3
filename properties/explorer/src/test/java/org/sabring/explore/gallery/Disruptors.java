package org.sabring.explore.gallery;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.LiteBlockingWaitStrategy;
import com.lmax.disruptor.LiteTimeoutBlockingWaitStrategy;
import com.lmax.disruptor.MultiProducerSequencer;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.TimeoutBlockingWaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.Program.Source;
import org.sabring.explore.gallery.subject.DisruptorRing;
import org.sabring.explore.gallery.subject.SequencedNumbers;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.monitor.MethodCall;
import org.sabring.explore.runtime.Access.Kind;

/** The ring of the Disruptor, with each way to wait. */
final class Disruptors {

  private static final String CURSOR = "a sequence is a plain field between fences";

  private static final Operation<DisruptorRing> POLL =
      Operation.of(MethodCall.of("poll"), DisruptorRing::poll);

  private static final Operation<DisruptorRing> LAST_POLL =
      Operation.of(MethodCall.of(Queues.LAST_POLL), DisruptorRing::poll);

  private static final Operation<DisruptorRing> TAKE =
      Operation.of(MethodCall.of("take"), DisruptorRing::take);

  private static final Operation<DisruptorRing> TAKE_IN_TIME =
      Operation.of(MethodCall.of("poll"), DisruptorRing::takeInTime);

  private Disruptors() {}

  static List<Specimen> specimens() {
    return List.of(
        sequence(),
        ring(),
        multiProducer(),
        waiting(
            "BusySpinWaitStrategy",
            BusySpinWaitStrategy.class,
            60,
            () -> new DisruptorRing(2, new BusySpinWaitStrategy())),
        waiting(
            "YieldingWaitStrategy",
            YieldingWaitStrategy.class,
            6,
            () -> new DisruptorRing(2, new YieldingWaitStrategy())),
        waiting(
            "SleepingWaitStrategy(2)",
            SleepingWaitStrategy.class,
            60,
            () -> new DisruptorRing(2, new SleepingWaitStrategy(2))),
        waiting(
                "BlockingWaitStrategy",
                BlockingWaitStrategy.class,
                40,
                () -> new DisruptorRing(2, new BlockingWaitStrategy()))
            .needsCall(BlockingWaitStrategy.class, "signalAllWhenBlocking", "notifyAll"),
        waiting(
                "LiteBlockingWaitStrategy",
                LiteBlockingWaitStrategy.class,
                20,
                () -> new DisruptorRing(2, new LiteBlockingWaitStrategy()))
            .needs(Kind.UPDATE, "AtomicBoolean.value")
            .needsCall(LiteBlockingWaitStrategy.class, "signalAllWhenBlocking", "notifyAll"),
        inTime(
            "TimeoutBlockingWaitStrategy",
            TimeoutBlockingWaitStrategy.class,
            () -> new DisruptorRing(4, new TimeoutBlockingWaitStrategy(5, TimeUnit.NANOSECONDS))),
        inTime(
            "LiteTimeoutBlockingWaitStrategy",
            LiteTimeoutBlockingWaitStrategy.class,
            () ->
                new DisruptorRing(
                    4, new LiteTimeoutBlockingWaitStrategy(5, TimeUnit.NANOSECONDS))));
  }

  private static Specimen sequence() {
    return Specimen.of(
            "Sequence",
            Sequence.class,
            Promise.of("the last to count sees all", new Models.Always(7)),
            Program.sharing(() -> new SequencedNumbers(2))
                .side('A', set(0, 3))
                .side('B', set(1, 4)))
        .large(
            Program.sharing(() -> new SequencedNumbers(9))
                .side('A', set(0, 1), set(1, 1), set(2, 1))
                .side('B', set(3, 1), set(4, 1), set(5, 1))
                .side('C', set(6, 1), set(7, 0), set(8, 0)))
        .needs(Kind.UPDATE, "Value.value");
  }

  private static Operation<SequencedNumbers> set(int which, int number) {
    return Operation.of(MethodCall.of("set", which, number), numbers -> numbers.set(which, number));
  }

  private static Specimen ring() {
    return Specimen.of("RingBuffer(2), single producer", RingBuffer.class, Queues.fifo(2), pair(3))
        .large(pair(7))
        .tolerating(CURSOR, "Value.value")
        .needs(Fence.ACQUIRE)
        .needs(Fence.RELEASE);
  }

  private static Sharing<DisruptorRing> pair(int calls) {
    return Program.sharing(() -> new DisruptorRing(2, new BusySpinWaitStrategy()))
        .side('P', IntStream.rangeClosed(1, calls).mapToObj(Disruptors::offer).toList())
        .side('C', Stream.generate(() -> POLL).limit(calls).toList())
        .last('D', LAST_POLL.repeatedWhile(answer -> !answer.equals(Operation.DONE)));
  }

  private static Operation<DisruptorRing> offer(int number) {
    return Operation.of(MethodCall.of("offer", number), ring -> ring.offer(number));
  }

  private static Operation<DisruptorRing> put(int number) {
    return Operation.of(
        MethodCall.of("put", number),
        ring -> {
          ring.put(number);
          return null;
        });
  }

  private static Specimen multiProducer() {
    return Specimen.of(
            "MultiProducerSequencer(2)", MultiProducerSequencer.class, Queues.fifo(2), ofTwo(1))
        .large(ofTwo(4))
        .tolerating(CURSOR, "Value.value")
        .needs(Kind.STORE, "MultiProducerSequencer.availableBuffer[]")
        .needs(Kind.LOAD, "MultiProducerSequencer.availableBuffer[]");
  }

  private static Sharing<DisruptorRing> ofTwo(int calls) {
    return Program.sharing(() -> DisruptorRing.ofManyProducers(2, new BusySpinWaitStrategy()))
        .side('P', IntStream.range(11, 11 + calls).mapToObj(Disruptors::put).toList())
        .side('Q', put(21))
        .side('C', Stream.generate(() -> TAKE).limit(calls + 1).toList());
  }

  private static Specimen waiting(
      String name, Class<?> type, int calls, Source<DisruptorRing> source) {
    return Specimen.of(name, type, Queues.fifo(2), waiting(source, 1))
        .large(waiting(source, calls))
        .tolerating(CURSOR, "Value.value")
        .needs(Fence.ACQUIRE)
        .needs(Fence.RELEASE);
  }

  private static Sharing<DisruptorRing> waiting(Source<DisruptorRing> source, int calls) {
    return Program.sharing(source)
        .side('P', IntStream.rangeClosed(1, calls).mapToObj(Disruptors::put).toList())
        .side('C', Stream.generate(() -> TAKE).limit(calls).toList());
  }

  /** Who waits too long answers that there is nothing, on any memory. */
  private static Specimen inTime(String name, Class<?> type, Source<DisruptorRing> source) {
    return Specimen.of(name, type, Queues.relaxedFifo(4), inTime(source, 1))
        .large(inTime(source, 4))
        .tolerating(CURSOR, "Value.value")
        .needs(Fence.ACQUIRE)
        .needs(Fence.RELEASE);
  }

  private static Sharing<DisruptorRing> inTime(Source<DisruptorRing> source, int calls) {
    return Program.sharing(source)
        .side('P', IntStream.rangeClosed(1, calls).mapToObj(Disruptors::put).toList())
        .side('C', Stream.generate(() -> TAKE_IN_TIME).limit(calls).toList())
        .last('D', LAST_POLL.repeatedWhile(answer -> !answer.equals(Operation.DONE)));
  }
}
