package org.sabring.properties.explore.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Code;
import org.sabring.explore.Explorer;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;
import org.sabring.memory.Awaited;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.ExploredInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.RingLayout;
import org.sabring.ring.Taken;

/** Batches of a part of an array, with a time. */
class BatchesTest {

  private static final Operation<CursorRing> PUT =
      Operation.of("put 2 and 3 of 1 2 3 4, a day", ring -> put(ring, TimeUnit.DAYS));

  private static final Operation<CursorRing> TAKE =
      Operation.of("take 2 to 1, a day", ring -> take(ring, TimeUnit.DAYS));

  private static String put(CursorRing ring, TimeUnit unit) throws InterruptedException {
    Offered answer = ring.producer().batches().put(new int[] {1, 2, 3, 4}, 1, 2, 1, unit);
    return answer == Offered.STORED
        ? "stored " + ring.producer().batches().stored()
        : answer.name();
  }

  private static String take(CursorRing ring, TimeUnit unit) throws InterruptedException {
    int[] into = {7, 7, 7, 7};
    Taken answer = ring.consumer().batches().take(into, 1, 2, 1, unit);
    String what = answer == Taken.ELEMENT ? "" + ring.consumer().batches().taken() : answer.name();
    return what + Arrays.toString(into);
  }

  private static SortedSet<String> ends(int capacity, Code code, MemoryModel model)
      throws InterruptedException {
    RingLayout layout = RingLayout.compact(capacity);
    Program program =
        Program.on(layout.length())
            .side('P', words -> CursorRing.attach(new ExploredInts(words), layout), PUT)
            .side('C', words -> CursorRing.attach(new ExploredInts(words), layout), TAKE)
            .with(code);
    return new Explorer(program, model, Answers.of(2), Options.PLAIN).explore().outcomes();
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheGivenPartIsMoved(MemoryModel model) throws InterruptedException {
    assertThat(ends(3, Code.PLAIN, model))
        .containsExactly("stored 2; 2[7, 2, 3, 7]", "stored 2; TIMED_OUT[7, 7, 7, 7]");
    assertThat(ends(2, Code.PLAIN, model))
        .containsExactly("stored 1; 1[7, 2, 7, 7]", "stored 1; TIMED_OUT[7, 7, 7, 7]");
  }

  @ParameterizedTest
  @CsvSource({
    "CursorBatchProducer, 'elements[from + written]', 'elements[written]'",
    "CursorBatchConsumer, 'into[at + count]', 'into[count]'"
  })
  void control_aWrongPartIsFound(String type, String find, String replace) throws Exception {
    Code code = DeadlineTest.edited("ring/" + type + ".java", find, replace);
    assertThat(ends(3, code, MemoryModel.SC)).isNotEqualTo(ends(3, Code.PLAIN, MemoryModel.SC));
  }

  /** A memory where the time of each wait is up, and which tells how long that would have been. */
  private static final class Asked extends ForwardingInts {
    private String asked = "";

    Asked(SharedInts memory) {
      super(memory);
    }

    @Override
    public Awaited await(int index, int expected, long timeoutNanos) {
      asked += timeoutNanos + " ns, ";
      return Awaited.TIMED_OUT;
    }
  }

  @Test
  void theUnitIsTheOneGiven() throws InterruptedException {
    for (TimeUnit unit : TimeUnit.values()) {
      RingLayout layout = RingLayout.compact(2);
      Asked memory = new Asked(SharedInts.heap(layout.length()));
      CursorRing ring = CursorRing.create(memory, layout);
      String all = take(ring, unit) + put(ring, unit) + put(ring, unit);
      String nanos = unit.toNanos(1) + " ns, ";
      assertThat(memory.asked + all)
          .isEqualTo(nanos + nanos + "TIMED_OUT[7, 7, 7, 7]stored 1TIMED_OUT");
    }
  }
}
