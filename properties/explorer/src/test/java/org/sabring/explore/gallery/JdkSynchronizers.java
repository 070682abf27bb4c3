package org.sabring.explore.gallery;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.IntStream;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.Program.Source;
import org.sabring.explore.gallery.subject.LatchedBox;
import org.sabring.explore.gallery.subject.LockedCounter;
import org.sabring.explore.gallery.subject.LockedPair;
import org.sabring.explore.gallery.subject.Meeting;
import org.sabring.explore.gallery.subject.SemaphoreCounter;
import org.sabring.explore.gallery.subject.StampedCounter;
import org.sabring.explore.gallery.subject.StampedPair;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.monitor.MethodCall;
import org.sabring.explore.runtime.Access.Kind;

/** What threads of the JDK wait for: locks and the like, as they are. */
final class JdkSynchronizers {

  private static final String STATE = "AbstractQueuedSynchronizer.state";

  private static final Promise COUNTER =
      Promise.linearizable("no number twice", new Models.Counter());

  private static final Promise PAIR = Promise.of("no torn pair", new Models.Untorn());

  private static final Promise MEETING = Promise.of("both get the other's", new Models.Met());

  private static final String FORGETS =
      "a node forgets its thread while another may be about to wake it";

  private static final Operation<LockedCounter> LOCKED =
      Operation.of(MethodCall.of("next"), LockedCounter::next);

  private static final Operation<SemaphoreCounter> PERMITTED =
      Operation.of(MethodCall.of("next"), SemaphoreCounter::next);

  private static final Operation<StampedCounter> STAMPED =
      Operation.of(MethodCall.of("next"), StampedCounter::next);

  private static final Operation<LockedPair> READ =
      Operation.of(MethodCall.of("read"), LockedPair::read);

  private static final Operation<StampedPair> OPTIMISTIC =
      Operation.of(MethodCall.of("read"), StampedPair::read);

  private JdkSynchronizers() {}

  static List<Specimen> specimens() {
    return List.of(
        lock(),
        readWriteLock(),
        stampedLock(),
        semaphore(),
        latch(),
        barrier(),
        phaser(),
        stampedReference());
  }

  private static Specimen lock() {
    return Specimen.of(
            "ReentrantLock",
            ReentrantLock.class,
            COUNTER,
            Program.sharing(() -> new LockedCounter(new ReentrantLock()))
                .side('A', LOCKED)
                .side('B', LOCKED))
        .large(
            Program.sharing(() -> new LockedCounter(new ReentrantLock()))
                .side('A', LOCKED, LOCKED)
                .side('B', LOCKED))
        .withRealLocks()
        .tolerating(
            "whether the owner is the own thread is asked without the lock; " + FORGETS,
            "AbstractOwnableSynchronizer.exclusiveOwnerThread",
            "Node.waiter")
        .needs(Kind.UPDATE, STATE)
        .needs(Kind.STORE, STATE, Specimen.WEAK)
        .needs(Kind.LOAD, "Node.status")
        .needsCall(AbstractQueuedSynchronizer.class, "signalNext", "unpark");
  }

  private static Specimen readWriteLock() {
    return Specimen.of(
            "ReentrantReadWriteLock",
            ReentrantReadWriteLock.class,
            PAIR,
            Program.sharing(() -> new LockedPair(new ReentrantReadWriteLock()))
                .side('W', write(1))
                .side('R', READ))
        .large(
            Program.sharing(() -> new LockedPair(new ReentrantReadWriteLock()))
                .side('W', write(1))
                .side('R', READ, READ))
        .tolerating(
            "whether the owner is the own thread is asked without the lock; " + FORGETS,
            "AbstractOwnableSynchronizer.exclusiveOwnerThread",
            "Node.waiter")
        .needs(Kind.UPDATE, STATE)
        .needsCall(AbstractQueuedSynchronizer.class, "signalNext", "unpark");
  }

  private static Operation<LockedPair> write(int digit) {
    return Operation.of(
        MethodCall.of("write", digit),
        pair -> {
          pair.write(digit);
          return null;
        });
  }

  private static Specimen stampedLock() {
    return Specimen.of(
            "StampedLock",
            StampedLock.class,
            PAIR,
            Program.sharing(StampedPair::new).side('W', stamped(1)).side('R', OPTIMISTIC))
        .large(
            Program.sharing(StampedPair::new)
                .side('W', stamped(1), stamped(2))
                .side('R', OPTIMISTIC))
        .tolerating(
            "an optimistic reader looks before it asks; " + FORGETS,
            "StampedPair.first",
            "StampedPair.second",
            "Node.waiter",
            "ReaderNode.waiter")
        .needs(Fence.ACQUIRE)
        .needs(Kind.UPDATE, "StampedLock.state")
        .needs(Kind.STORE, "StampedLock.state", Specimen.WEAK)
        .needs(Kind.STORE, "Node.status", Specimen.WEAK)
        .needsCall(StampedLock.class, "signalNext", "unpark");
  }

  private static Operation<StampedPair> stamped(int digit) {
    return Operation.of(
        MethodCall.of("write", digit),
        pair -> {
          pair.write(digit);
          return null;
        });
  }

  private static Specimen semaphore() {
    return Specimen.of(
            "Semaphore(1)",
            Semaphore.class,
            COUNTER,
            Program.sharing(SemaphoreCounter::new).side('A', PERMITTED).side('B', PERMITTED))
        .large(
            Program.sharing(SemaphoreCounter::new)
                .side('A', PERMITTED, PERMITTED)
                .side('B', PERMITTED))
        .tolerating(FORGETS, "Node.waiter")
        .needs(Kind.UPDATE, STATE)
        .needsCall(AbstractQueuedSynchronizer.class, "signalNext", "unpark");
  }

  private static Specimen latch() {
    Operation<LatchedBox> sum = Operation.of(MethodCall.of("sum"), LatchedBox::sum);
    return Specimen.of(
            "CountDownLatch(1)",
            CountDownLatch.class,
            Promise.of("the sum of what was set", new Models.Always(1)),
            Program.sharing(() -> new LatchedBox(1)).side('A', set(0, 1)).side('W', sum))
        .large(
            Program.sharing(() -> new LatchedBox(4))
                .side('A', set(0, 1), set(1, 0))
                .side('B', set(2, 0))
                .side('C', set(3, 0))
                .side('W', sum))
        .tolerating(FORGETS, "Node.waiter")
        .needs(Kind.UPDATE, STATE)
        .needs(Kind.LOAD, STATE)
        .needsCall(AbstractQueuedSynchronizer.class, "signalNext", "unpark");
  }

  private static Operation<LatchedBox> set(int which, int number) {
    return Operation.of(
        MethodCall.of("set", which, number),
        box -> {
          box.set(which, number);
          return null;
        });
  }

  private static Specimen barrier() {
    Source<Meeting> source =
        () -> {
          CyclicBarrier barrier = new CyclicBarrier(2);
          return new Meeting(barrier::await);
        };
    return Specimen.of("CyclicBarrier(2)", CyclicBarrier.class, MEETING, meeting(source, 1))
        .large(meeting(source, 9))
        .needsCall(CyclicBarrier.class, "nextGeneration", "signalAll");
  }

  private static Specimen phaser() {
    Source<Meeting> source =
        () -> {
          Phaser phaser = new Phaser(2);
          return new Meeting(phaser::arriveAndAwaitAdvance);
        };
    return Specimen.of("Phaser(2)", Phaser.class, MEETING, meeting(source, 1))
        .large(meeting(source, 2))
        .needs(Kind.UPDATE, "Phaser.state")
        .needs(Kind.UPDATE, "AtomicReference.value")
        .needsCall(Phaser.class, "releaseWaiters", "unpark");
  }

  private static Sharing<Meeting> meeting(Source<Meeting> source, int times) {
    return Program.sharing(source)
        .side('A', IntStream.rangeClosed(1, times).mapToObj(n -> meet(0, n, n)).toList())
        .side('B', IntStream.rangeClosed(1, times).mapToObj(n -> meet(1, n, 10 * n)).toList());
  }

  private static Operation<Meeting> meet(int self, int number, int value) {
    return Operation.of(MethodCall.of("meet", value), meeting -> meeting.meet(self, number, value));
  }

  private static Specimen stampedReference() {
    return Specimen.of(
            "AtomicStampedReference",
            AtomicStampedReference.class,
            COUNTER,
            Program.sharing(StampedCounter::new).side('A', STAMPED).side('B', STAMPED))
        .large(
            Program.sharing(StampedCounter::new)
                .side('A', STAMPED, STAMPED)
                .side('B', STAMPED)
                .side('C', STAMPED))
        .needs(Kind.STORE, "AtomicStampedReference.pair");
  }
}
