package org.sabring.explore.gallery;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sabring.explore.Breach;
import org.sabring.explore.Judge;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.gallery.subject.SeqLock;
import org.sabring.explore.gallery.subject.SpinLock;
import org.sabring.explore.gallery.subject.SpscRing;
import org.sabring.explore.gallery.subject.TreiberStack;
import org.sabring.explore.judge.Call;
import org.sabring.explore.judge.Linearizable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Access.Kind;

/** Classes without locks, with handles, as a user would bring them. */
class OwnClassesTest extends GalleryTest {

  private static final Operation<TreiberStack<Box>> POP =
      Operation.of(Call.of("pop"), stack -> Queues.value(stack.pop()));

  private static final Operation<TreiberStack<Box>> LAST_POP =
      Operation.of(Call.of("lastPop"), stack -> Queues.value(stack.pop()));

  private static final Operation<SpscRing<Box>> POLL =
      Operation.of(Call.of("poll"), ring -> Queues.value(ring.poll()));

  private static final Operation<SpscRing<Box>> LAST_POLL =
      Operation.of(Call.of(Queues.LAST_POLL), ring -> Queues.value(ring.poll()));

  private static final Operation<SpinLock> NEXT = Operation.of(Call.of("next"), SpinLock::next);

  private static final Operation<SeqLock> READ = Operation.of(Call.of("read"), SeqLock::read);

  /** Every pair that is read was written as a pair. */
  private record Untorn() implements Judge {
    @Override
    public Judge returned(int side, Operation<?> operation, Object answer) {
      if (answer instanceof Integer pair && pair / 10 != pair % 10) {
        throw new Breach("a torn pair is read: " + pair);
      }
      return Judge.super.returned(side, operation, answer);
    }
  }

  @Override
  Stream<Specimen> specimens() {
    return Stream.of(ring(), stack(), spinLock(), seqLock());
  }

  private static Specimen ring() {
    List<Operation<SpscRing<Box>>> offers =
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                n ->
                    Operation.<SpscRing<Box>>of(
                        Call.of("offer", n), ring -> ring.offer(new Box(n))))
            .toList();
    Sharing<SpscRing<Box>> program =
        Program.sharing(() -> new SpscRing<Box>(2))
            .side('P', offers)
            .side('C', POLL, POLL, POLL)
            .last('D', LAST_POLL.repeatedWhile(answer -> !answer.equals(Operation.DONE)));
    return Specimen.of("SpscRing(2), 3 + 3", program, Queues.fifo(2))
        .needs(Kind.STORE, "SpscRing.write")
        .needs(Kind.LOAD, "SpscRing.write")
        .needs(Kind.STORE, "SpscRing.read")
        .needs(Kind.LOAD, "SpscRing.read");
  }

  private static Specimen stack() {
    Sharing<TreiberStack<Box>> program =
        Program.sharing(() -> new TreiberStack<Box>())
            .side('A', push(1), POP)
            .side('B', push(2), POP)
            .side('C', POP)
            .last('D', LAST_POP.repeatedWhile(answer -> !answer.equals(Operation.DONE)));
    return Specimen.of("TreiberStack, three pop what two push", program, OwnClassesTest::lifo)
        .small(
            Program.sharing(() -> new TreiberStack<Box>())
                .side('A', push(1), POP)
                .side('B', push(2), POP))
        .needs(Kind.UPDATE, "TreiberStack.top");
  }

  /** A side that has not synchronized may look at a top that is no longer the newest. */
  private static Judge lifo(MemoryModel memory) {
    Linearizable<?> strict = Linearizable.to(new Models.Lifo());
    return memory == MemoryModel.SC ? strict : strict.relaxed("pop", null);
  }

  private static Operation<TreiberStack<Box>> push(int number) {
    return Operation.of(
        Call.of("push", number),
        stack -> {
          stack.push(new Box(number));
          return null;
        });
  }

  private static Specimen spinLock() {
    Sharing<SpinLock> program =
        Program.sharing(SpinLock::new)
            .side('A', NEXT, NEXT)
            .side('B', NEXT, NEXT)
            .side('C', NEXT, NEXT);
    return Specimen.of(
            "SpinLock, 2 + 2 + 2", program, memory -> Linearizable.to(new Models.Counter()))
        .needs(Kind.UPDATE, "SpinLock.held")
        .needs(Kind.STORE, "SpinLock.held");
  }

  private static Specimen seqLock() {
    Sharing<SeqLock> program =
        Program.sharing(SeqLock::new).side('W', write(1), write(2)).side('Q', READ).side('R', READ);
    return Specimen.of("SeqLock, two writes and two readers", program, memory -> new Untorn())
        .small(Program.sharing(SeqLock::new).side('W', write(1)).side('R', READ))
        .needs(Fence.ACQUIRE)
        .needs(Fence.RELEASE)
        .needs(Kind.LOAD, "SeqLock.sequence")
        .needs(Kind.STORE, "SeqLock.sequence");
  }

  private static Operation<SeqLock> write(int number) {
    return Operation.of(
        Call.of("write", number, number),
        lock -> {
          lock.write(number, number);
          return null;
        });
  }
}
