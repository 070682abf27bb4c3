package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Words;
import org.sabring.ring.RingLayout;

/**
 * What a third thread sees of PRODUCED - CONSUMED, loading one after the other: the verdicts of
 * {@code WatchedRing.tla}. The rule RB401 is about one moment; who watches has none.
 */
class WatcherTest {

  private static final RingProgram RING =
      new RingProgram(
          2,
          List.of(RingOperations.offer(1), RingOperations.offer(2)),
          List.of(RingOperations.poll(), RingOperations.poll()));

  private static int firstOf(RingLayout layout, boolean consumedFirst) {
    return consumedFirst ? layout.consumed() : layout.produced();
  }

  private static SortedSet<Integer> seen(MemoryModel model, boolean consumedFirst)
      throws InterruptedException {
    RingLayout layout = RING.layout();
    Operation<Words> watch =
        Operation.of(
            "watch",
            words -> {
              int first = words.load(Mode.OPAQUE, firstOf(layout, consumedFirst));
              int second = words.load(Mode.OPAQUE, firstOf(layout, !consumedFirst));
              return consumedFirst ? second - first : first - second;
            });
    Program watched = RING.program().side('W', words -> words, watch);
    Exploration exploration = new Explorer(watched, model, new Watched(), Options.PLAIN).explore();
    assertThat(exploration.complete()).isTrue();
    SortedSet<Integer> seen = new TreeSet<>();
    exploration.outcomes().forEach(outcome -> seen.add(Integer.valueOf(outcome)));
    return seen;
  }

  @Test
  void whoLoadsConsumedFirstNeverSeesItAheadOnAMachine() throws Exception {
    assertThat(seen(MemoryModel.SC, true)).containsExactly(0, 1, 2);
    assertThat(seen(MemoryModel.TSO, true)).containsExactly(0, 1, 2);
  }

  @Test
  void whoLoadsProducedFirstMay() throws Exception {
    assertThat(seen(MemoryModel.SC, false)).contains(-1, -2).allMatch(ahead -> ahead <= 2);
  }

  @Test
  void onReleaseAcquireMemoryConsumedMayBeAheadEitherWay() throws Exception {
    assertThat(seen(MemoryModel.RA, true)).contains(-2, -1, 0, 1, 2);
  }
}
