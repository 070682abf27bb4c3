package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Finding;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.RandomWalks;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.world.Inside;
import org.sabring.ring.Producer;
import org.sabring.spec.law.Rule;

/** Random schedules of a program that is too large to explore. */
class RandomWalksTest {

  private static RingProgram large() {
    List<Operation<Producer>> calls = new ArrayList<>();
    for (int element = 1; element <= 40; element++) {
      calls.add(RingOperations.put(element));
    }
    calls.add(RingOperations.close());
    return new RingProgram(5, calls, List.of(RingOperations.untilEnd(RingOperations.take())));
  }

  private static Exploration walk(RingProgram ring, long seed, int most) throws Exception {
    return RandomWalks.of(
        ring.program(),
        MemoryModel.RA,
        ring.monitor(MemoryModel.RA),
        Options.PLAIN.spurious(3),
        seed,
        most);
  }

  @Test
  void whatIsNotFoundIsUnknown() throws Exception {
    Exploration exploration = walk(large(), 1, 50);
    assertThat(exploration.findings()).isEmpty();
    assertThat(exploration.status()).isEqualTo(Status.UNKNOWN);
    assertThat(exploration.executions()).isEqualTo(50);
    assertThat(exploration.steps()).isGreaterThan(50 * 400);
  }

  @Test
  void aMistakeIsFoundAndTheSameSeedFindsTheSame() throws Exception {
    List<Exploration> walks = Inside.the("CPublishOpaque", Twice.class);
    assertThat(walks.get(0).status()).isEqualTo(Status.FAIL);
    Finding finding = walks.get(0).findings().get(0);
    assertThat(finding.rules()).containsExactly(Rule.RB202);
    assertThat(walks.get(1).findings()).isEqualTo(walks.get(0).findings());
  }

  static final class Twice implements Callable<List<Exploration>> {
    @Override
    public List<Exploration> call() throws Exception {
      return List.of(walk(large(), 7, 1_000), walk(large(), 7, 1_000));
    }
  }
}
