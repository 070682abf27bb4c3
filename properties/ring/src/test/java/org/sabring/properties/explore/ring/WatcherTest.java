package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.Exploration;
import org.sabring.properties.explore.Explorer;
import org.sabring.properties.explore.Operation;
import org.sabring.properties.explore.Options;
import org.sabring.properties.explore.Program;
import org.sabring.properties.explore.memory.MemoryModel;
import org.sabring.ring.RingLayout;

/**
 * What a third thread sees of PRODUCED - CONSUMED, loading one after the other: the verdicts of
 * {@code WatchedRing.tla}. The rule RB401 is about one moment; who watches has none.
 */
class WatcherTest {

  private static final RingProgram RING =
      new RingProgram(
          2,
          List.of(RingCall.offer(1), RingCall.offer(2)),
          List.of(RingCall.poll(), RingCall.poll()));

  private static SortedSet<Integer> seen(MemoryModel model, boolean consumedFirst)
      throws InterruptedException {
    RingLayout layout = RING.layout();
    Operation<SharedInts> watch =
        Operation.of(
            "watch",
            memory -> {
              int first = memory.getOpaque(consumedFirst ? layout.consumed() : layout.produced());
              int second = memory.getOpaque(consumedFirst ? layout.produced() : layout.consumed());
              return consumedFirst ? second - first : first - second;
            });
    Program watched = RING.program().side('W', memory -> memory, watch);
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
