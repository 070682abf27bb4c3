package org.sabring.explore.gallery;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.sabring.explore.Code;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.gallery.subject.LockedCounter;
import org.sabring.explore.gallery.subject.MonitorQueue;
import org.sabring.explore.judge.Call;
import org.sabring.explore.judge.Linearizable;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Access.Kind;

/** Monitors, and the JDK's lock: the engine's model of it, and the real one. */
class LocksTest extends GalleryTest {

  private static final String STATE = "AbstractQueuedSynchronizer.state";

  private static final Operation<LockedCounter> NEXT =
      Operation.of(Call.of("next"), LockedCounter::next);

  private static final Operation<MonitorQueue<Box>> TAKE =
      Operation.of(Call.of("take"), queue -> queue.take().value());

  @Override
  Stream<Specimen> specimens() {
    return Stream.of(monitorQueue(), lockModel(), realLock());
  }

  private static Specimen monitorQueue() {
    Sharing<MonitorQueue<Box>> program =
        Program.sharing(() -> new MonitorQueue<Box>(1))
            .side('P', put(1), put(2))
            .side('B', TAKE)
            .side('C', TAKE);
    return Specimen.of("MonitorQueue(1), 2 + 1 + 1", program, Queues.fifo(1))
        .edited(
            "whose put notifies nobody",
            MonitorQueue.class,
            Edits.withoutCall(MonitorQueue.class, "put", "notifyAll"))
        .edited(
            "that notifies one for all",
            MonitorQueue.class,
            Edits.withOtherCall(MonitorQueue.class, "notifyAll", "notify"));
  }

  private static Operation<MonitorQueue<Box>> put(int number) {
    return Operation.of(
        Call.of("put", number),
        queue -> {
          queue.put(new Box(number));
          return null;
        });
  }

  private static Specimen lockModel() {
    Sharing<LockedCounter> program =
        Program.sharing(LockedCounter::new)
            .side('A', NEXT, NEXT)
            .side('B', NEXT, NEXT)
            .side('C', NEXT, NEXT);
    return Specimen.of(
        "ReentrantLock, the model, 2 + 2 + 2",
        program,
        memory -> Linearizable.to(new Models.Counter()));
  }

  /**
   * Two races are meant to be: whether the owner is the own thread is asked without the lock, and a
   * node forgets its thread while another may be about to wake it.
   */
  private static Specimen realLock() {
    Sharing<LockedCounter> program =
        Program.sharing(LockedCounter::new).side('A', NEXT).side('B', NEXT);
    return Specimen.of(
            "ReentrantLock, the real one, 1 + 1",
            program,
            memory -> Linearizable.to(new Models.Counter()))
        .with(
            Code.PLAIN
                .withRealLocks()
                .tolerating("AbstractOwnableSynchronizer.exclusiveOwnerThread", "Node.waiter"))
        .needs(Kind.UPDATE, STATE)
        .needs(Kind.STORE, STATE, EnumSet.of(MemoryModel.TSO, MemoryModel.RA))
        .needs(Kind.LOAD, "Node.status");
  }
}
