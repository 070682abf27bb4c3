package org.sabring.explore.gallery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.gallery.subject.BufRing;
import org.sabring.explore.gallery.subject.MonitorQueue;
import org.sabring.explore.gallery.subject.SeqLock;
import org.sabring.explore.gallery.subject.SpinLock;
import org.sabring.explore.gallery.subject.SpscRing;
import org.sabring.explore.gallery.subject.TreiberStack;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.LinearizabilityMonitor;
import org.sabring.explore.monitor.MethodCall;
import org.sabring.explore.monitor.SequentialModel;
import org.sabring.explore.runtime.Access.Kind;

/** Classes with handles and with monitors, as a user would bring them. */
final class OwnClasses {

  private static final Operation<TreiberStack<Box>> POP =
      Operation.of(MethodCall.of("pop"), stack -> Queues.value(stack.pop()));

  private static final Operation<TreiberStack<Box>> LAST_POP =
      Operation.of(MethodCall.of("lastPop"), stack -> Queues.value(stack.pop()));

  private static final Operation<SpscRing<Box>> POLL =
      Operation.of(MethodCall.of("poll"), ring -> Queues.value(ring.poll()));

  private static final Operation<SpscRing<Box>> LAST_POLL =
      Operation.of(MethodCall.of(Queues.LAST_POLL), ring -> Queues.value(ring.poll()));

  private static final Operation<SpinLock> NEXT =
      Operation.of(MethodCall.of("next"), SpinLock::next);

  private static final Operation<SeqLock> READ = Operation.of(MethodCall.of("read"), SeqLock::read);

  private static final Operation<BufRing<Box>> DEQUEUE =
      Operation.of(MethodCall.of("dequeue"), ring -> Queues.value(ring.dequeue()));

  private static final Operation<MonitorQueue<Box>> TAKE =
      Operation.of(MethodCall.of("take"), queue -> queue.take().value());

  private OwnClasses() {}

  static List<Specimen> specimens() {
    return List.of(ring(), stack(), spinLock(), seqLock(), bufRing(), bufRingOfThree(), monitor());
  }

  private static Specimen ring() {
    return Specimen.of("SpscRing(2)", SpscRing.class, Queues.fifo(2), ring(3))
        .large(ring(5))
        .needs(Kind.STORE, "SpscRing.write")
        .needs(Kind.LOAD, "SpscRing.write")
        .needs(Kind.STORE, "SpscRing.read")
        .needs(Kind.LOAD, "SpscRing.read");
  }

  private static Sharing<SpscRing<Box>> ring(int calls) {
    List<Operation<SpscRing<Box>>> offers =
        IntStream.rangeClosed(1, calls)
            .mapToObj(
                n ->
                    Operation.<SpscRing<Box>>of(
                        MethodCall.of("offer", n), ring -> ring.offer(new Box(n))))
            .toList();
    return Program.sharing(() -> new SpscRing<Box>(2))
        .side('P', offers)
        .side('C', Stream.generate(() -> POLL).limit(calls).toList())
        .last('D', LAST_POLL.repeatedWhile(answer -> !answer.equals(Operation.DONE)));
  }

  private static Specimen stack() {
    Sharing<TreiberStack<Box>> two =
        Program.sharing(() -> new TreiberStack<Box>())
            .side('A', push(1), POP)
            .side('B', push(2), POP);
    return Specimen.of(
            "TreiberStack", TreiberStack.class, new Promise("a LIFO", OwnClasses::lifo), two)
        .large(
            two.side('C', POP, push(3), POP)
                .last('D', LAST_POP.repeatedWhile(answer -> !answer.equals(Operation.DONE))))
        .needs(Kind.UPDATE, "TreiberStack.top");
  }

  /** A side that has not synchronized may look at a top that is no longer the newest. */
  private static Monitor lifo(MemoryModel memory) {
    LinearizabilityMonitor<?> strict = LinearizabilityMonitor.to(new Models.Lifo());
    return memory == MemoryModel.SC ? strict : strict.relaxed("pop", null);
  }

  private static Operation<TreiberStack<Box>> push(int number) {
    return Operation.of(
        MethodCall.of("push", number),
        stack -> {
          stack.push(new Box(number));
          return null;
        });
  }

  private static Specimen spinLock() {
    return Specimen.of(
            "SpinLock",
            SpinLock.class,
            Promise.linearizable("no number twice", new Models.Counter()),
            Program.sharing(SpinLock::new).side('A', NEXT, NEXT).side('B', NEXT, NEXT))
        .large(
            Program.sharing(SpinLock::new)
                .side('A', NEXT, NEXT, NEXT)
                .side('B', NEXT, NEXT, NEXT)
                .side('C', NEXT, NEXT, NEXT))
        .needs(Kind.UPDATE, "SpinLock.held")
        .needs(Kind.STORE, "SpinLock.held");
  }

  private static Specimen seqLock() {
    return Specimen.of(
            "SeqLock",
            SeqLock.class,
            Promise.of("no torn pair", new Models.Untorn()),
            Program.sharing(SeqLock::new).side('W', write(1)).side('R', READ))
        .large(
            Program.sharing(SeqLock::new)
                .side('W', write(1), write(2))
                .side('Q', READ)
                .side('R', READ, READ))
        .needs(Fence.ACQUIRE)
        .needs(Fence.RELEASE)
        .needs(Kind.LOAD, "SeqLock.sequence")
        .needs(Kind.STORE, "SeqLock.sequence");
  }

  private static Operation<SeqLock> write(int number) {
    return Operation.of(
        MethodCall.of("write", number, number),
        lock -> {
          lock.write(number, number);
          return null;
        });
  }

  private static Specimen bufRing() {
    Sharing<BufRing<Box>> two =
        Program.sharing(() -> new BufRing<Box>(8))
            .side('A', enqueue(1), DEQUEUE)
            .side('B', enqueue(2), DEQUEUE);
    Promise promise =
        Promise.of(
            "a FIFO of 7; `dequeue` may miss while others are at work",
            LinearizabilityMonitor.to(SequentialModel.boundedFifo(7)).relaxed("dequeue", null));
    return Specimen.of("BufRing(8), two", BufRing.class, promise, two)
        .large(
            Program.sharing(() -> new BufRing<Box>(8))
                .side('A', enqueue(1), DEQUEUE, enqueue(3), DEQUEUE)
                .side('B', enqueue(2), DEQUEUE, enqueue(4), DEQUEUE))
        .needs(Kind.STORE, "BufRing.prodTail")
        .needs(Kind.LOAD, "BufRing.prodTail");
  }

  /** No element comes out twice: of three threads the order would take too long. */
  private record Once(Set<Object> taken) implements Monitor {
    @Override
    public Monitor returned(int side, Operation<?> operation, Object answer) {
      Monitor.super.returned(side, operation, answer);
      if (!(answer instanceof Integer)) {
        return this;
      }
      Set<Object> more = new HashSet<>(taken);
      if (!more.add(answer)) {
        throw new PropertyViolation(answer + " comes out twice");
      }
      return new Once(Set.copyOf(more));
    }
  }

  /**
   * A benchmark of GenMC, for comparison: three threads enqueue one element and dequeue one. GenMC
   * counts 273 executions under SC and 1,218 under RC11, where waiting in a loop is no execution.
   */
  private static Specimen bufRingOfThree() {
    return Specimen.of(
            "BufRing(8), three",
            BufRing.class,
            Promise.of("nothing comes out twice", new Once(Set.of())),
            Program.sharing(() -> new BufRing<Box>(8))
                .side('A', enqueue(1))
                .side('B', enqueue(2))
                .side('C', DEQUEUE))
        .large(
            Program.sharing(() -> new BufRing<Box>(8))
                .side('A', enqueue(1), DEQUEUE)
                .side('B', enqueue(2), DEQUEUE)
                .side('C', enqueue(3), DEQUEUE))
        .needs(Kind.STORE, "BufRing.prodTail")
        .needs(Kind.LOAD, "BufRing.prodTail");
  }

  private static Operation<BufRing<Box>> enqueue(int number) {
    return Operation.of(MethodCall.of("enqueue", number), ring -> ring.enqueue(new Box(number)));
  }

  private static Specimen monitor() {
    Sharing<MonitorQueue<Box>> program =
        Program.sharing(() -> new MonitorQueue<Box>(1))
            .side('P', put(1), put(2))
            .side('B', TAKE)
            .side('C', TAKE);
    return Specimen.of("MonitorQueue(1)", MonitorQueue.class, Queues.fifo(1), program)
        .large(
            Program.sharing(() -> new MonitorQueue<Box>(1))
                .side('P', put(1), put(2), put(3), put(4))
                .side('Q', put(5), put(6))
                .side('B', TAKE, TAKE, TAKE)
                .side('C', TAKE, TAKE, TAKE))
        .needsCall(MonitorQueue.class, "put", "notifyAll")
        .needsCallOf(MonitorQueue.class, "notifyAll", "notify");
  }

  private static Operation<MonitorQueue<Box>> put(int number) {
    return Operation.of(
        MethodCall.of("put", number),
        queue -> {
          queue.put(new Box(number));
          return null;
        });
  }
}
