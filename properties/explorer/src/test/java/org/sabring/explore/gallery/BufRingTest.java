package org.sabring.explore.gallery;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.sabring.explore.Breach;
import org.sabring.explore.Judge;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.gallery.subject.BufRing;
import org.sabring.explore.judge.Call;
import org.sabring.explore.judge.Linearizable;
import org.sabring.explore.judge.SequentialModel;
import org.sabring.explore.runtime.Access.Kind;

/**
 * A benchmark of GenMC, for comparison: three threads enqueue one element and dequeue one. GenMC
 * counts 273 executions under SC and 1,218 under RC11, where waiting in a loop is no execution.
 */
class BufRingTest extends GalleryTest {

  private static final Operation<BufRing<Box>> DEQUEUE =
      Operation.of(Call.of("dequeue"), ring -> Queues.value(ring.dequeue()));

  /** No element comes out twice: of three threads the order would take too long. */
  private record Once(Set<Object> taken) implements Judge {
    @Override
    public Judge returned(int side, Operation<?> operation, Object answer) {
      Judge.super.returned(side, operation, answer);
      if (!(answer instanceof Integer)) {
        return this;
      }
      Set<Object> more = new HashSet<>(taken);
      if (!more.add(answer)) {
        throw new Breach(answer + " comes out twice");
      }
      return new Once(Set.copyOf(more));
    }
  }

  @Override
  Stream<Specimen> specimens() {
    return Stream.of(two(), three());
  }

  private static Specimen two() {
    Sharing<BufRing<Box>> program =
        Program.sharing(() -> new BufRing<Box>(8))
            .side('A', enqueue(1), DEQUEUE)
            .side('B', enqueue(2), DEQUEUE);
    return Specimen.of("BufRing(8), two enqueue and dequeue", program, memory -> inOrder())
        .needs(Kind.STORE, "BufRing.prodTail")
        .needs(Kind.LOAD, "BufRing.prodTail");
  }

  private static Judge inOrder() {
    return Linearizable.to(SequentialModel.boundedFifo(7)).relaxed("dequeue", null);
  }

  private static Specimen three() {
    Sharing<BufRing<Box>> program =
        Program.sharing(() -> new BufRing<Box>(8))
            .side('A', enqueue(1), DEQUEUE)
            .side('B', enqueue(2), DEQUEUE)
            .side('C', enqueue(3), DEQUEUE);
    return Specimen.of(
        "BufRing(8), three enqueue and dequeue", program, memory -> new Once(Set.of()));
  }

  private static Operation<BufRing<Box>> enqueue(int number) {
    return Operation.of(Call.of("enqueue", number), ring -> ring.enqueue(new Box(number)));
  }
}
