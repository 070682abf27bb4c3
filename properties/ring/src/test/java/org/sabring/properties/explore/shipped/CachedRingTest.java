package org.sabring.properties.explore.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Words;
import org.sabring.properties.explore.ExploredInts;
import org.sabring.properties.explore.ring.OutsideMonitor;
import org.sabring.properties.explore.ring.RingOperations;
import org.sabring.ring.CachedCursorRing;
import org.sabring.ring.Consumer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Producer;
import org.sabring.ring.RingLayout;

/** The fast ring as it is shipped, under every interleaving and every permitted read. */
@Tag("any-jdk")
class CachedRingTest {

  /** Of a call that does not wait: the three loads of a look, and the four steps of an element. */
  private static final int STEPS = 7;

  /** What the two sides call; each as often as it stands there. */
  enum Case {
    ONE_BY_ONE(
        3,
        List.of(put(1), put(2), put(3)),
        List.of(RingOperations.take(), RingOperations.take(), RingOperations.take())),
    ONE_SLOT_AND_THE_END(
        2,
        List.of(put(1), put(2), RingOperations.close()),
        List.of(RingOperations.take(), RingOperations.take(), RingOperations.take())),
    REUSED_SLOTS(
        2,
        List.of(put(1), put(2), put(3)),
        List.of(RingOperations.take(), RingOperations.take(), RingOperations.take())),
    NEVER_WAITING(
        2, List.of(offer(1), offer(2), RingOperations.close()), List.of(poll(), poll(), poll())),
    CANCELLED(
        3,
        List.of(put(1), put(2), put(3)),
        List.of(RingOperations.take(), RingOperations.cancel(), RingOperations.poll())),
    CLOSED_AND_ASKED_AGAIN(
        3,
        List.of(put(1), RingOperations.close(), put(2)),
        List.of(RingOperations.take(), RingOperations.take())),
    BATCHES(
        3,
        List.of(RingOperations.put(1, 2), RingOperations.put(3, 4)),
        List.of(RingOperations.take(2), RingOperations.take(2)));

    private final int capacity;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final List<Operation<Producer>> producer;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final List<Operation<Consumer>> consumer;

    Case(int capacity, List<Operation<Producer>> producer, List<Operation<Consumer>> consumer) {
      this.capacity = capacity;
      this.producer = producer;
      this.consumer = consumer;
    }

    private static Operation<Producer> put(int element) {
      return RingOperations.put(element);
    }

    private static Operation<Producer> offer(int element) {
      return RingOperations.offer(element, element).within(STEPS);
    }

    private static Operation<Consumer> poll() {
      return RingOperations.poll().within(STEPS);
    }

    Exploration explored(Code code, MemoryModel model) throws InterruptedException {
      RingLayout layout = RingLayout.compact(capacity);
      Program program =
          Program.on(layout.length())
              .side('P', words -> ring(words, layout).producer(), producer)
              .side('C', words -> ring(words, layout).consumer(), consumer)
              .with(code);
      boolean exact = model != MemoryModel.RA && this != CANCELLED;
      return new Explorer(program, model, OutsideMonitor.of(capacity - 1, exact), Options.PLAIN)
          .explore();
    }
  }

  private static CachedCursorRing ring(Words words, RingLayout layout) {
    return CachedCursorRing.attach(new ExploredInts(words), layout);
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleThatCallersSeeIsKept(MemoryModel model) throws InterruptedException {
    for (Case one : Case.values()) {
      Exploration exploration = one.explored(Code.PLAIN, model);
      assertThat(exploration.findings()).as(one.name()).isEmpty();
      assertThat(exploration.status()).as(one.name()).isEqualTo(Exploration.Status.PASS);
    }
  }

  /** Mistakes that this ring could have and the reference could not, beside the layer's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CachedProducer | `    end = read;` | `    end = next(read);` | ONE_BY_ONE | SC",
        "CachedConsumer | `    end = cursor(write);` | `    end = write;` | ONE_SLOT_AND_THE_END | SC",
        "CachedConsumer | if (own == end) { | if (end == 0) { | ONE_BY_ONE | SC",
        "CachedProducer | `    end = next(own);\n    notifyConsumer` | `    notifyConsumer` |"
            + " CLOSED_AND_ASKED_AGAIN | SC",
        "CachedConsumer | `    end = own;\n    notifyProducer` | `    notifyProducer` | CANCELLED | SC",
        "CachedProducer | notify(writeWord | notify(readWord | ONE_BY_ONE | SC",
        "CachedBatchProducer | elements, from + first | elements, from | BATCHES | SC",
      })
  void control_aMistakeIsFound(
      String type, String find, String replace, Case one, MemoryModel model)
      throws IOException, InterruptedException {
    Code code = DeadlineTest.edited("ring/" + type + ".java", find, replace);
    assertThat(one.explored(code, model).findings()).isNotEmpty();
  }

  /** Another ring on the other side: the words and their meaning are the same. */
  @ParameterizedTest
  @EnumSource
  void aSideWorksWithTheReferenceOnTheOtherSide(MemoryModel model) throws InterruptedException {
    RingLayout layout = RingLayout.compact(2);
    Program program =
        Program.on(layout.length())
            .side(
                'P',
                words -> CursorRing.attach(new ExploredInts(words), layout).producer(),
                Case.ONE_SLOT_AND_THE_END.producer)
            .side('C', words -> ring(words, layout).consumer(), Case.ONE_SLOT_AND_THE_END.consumer);
    Exploration exploration =
        new Explorer(program, model, OutsideMonitor.of(1, model != MemoryModel.RA), Options.PLAIN)
            .explore();
    assertThat(exploration.findings()).isEmpty();
    assertThat(exploration.status()).isEqualTo(Exploration.Status.PASS);
  }
}
