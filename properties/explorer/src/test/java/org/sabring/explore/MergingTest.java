package org.sabring.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.monitor.Answers;
import org.sabring.explore.runtime.Words;

/** Merging equal states loses nothing: the same outcomes, the same findings, in fewer states. */
@Tag("any-jdk")
class MergingTest {

  private static final int X = 0;
  private static final int Y = 1;

  /** One step each, so that all programs of two by two can be run. */
  private static final List<Operation<Words>> ACTIONS =
      List.of(
          Operation.of("x := 1", does(m -> m.store(Mode.RELEASE, X, 1))),
          Operation.of("x?", m -> m.load(Mode.ACQUIRE, X)),
          Operation.of("y := 1", does(m -> m.store(Mode.PLAIN, Y, 1))),
          Operation.of("y?", m -> m.load(Mode.PLAIN, Y)),
          Operation.of("x + 1", m -> m.addOpaque(X, 1)),
          Operation.of("await x", m -> m.await(X, 0, Words.FOREVER)),
          Operation.of("notify x", m -> m.notify(X, 1)));

  private interface Does extends Serializable {
    void run(Words memory);
  }

  private static Operation.Body<Words> does(Does does) {
    return m -> {
      does.run(m);
      return Operation.DONE;
    };
  }

  /** Everything that was told apart. */
  private record Seen(Set<String> outcomes, Set<String> findings) {}

  private static long merged;
  private static long unmerged;

  @ParameterizedTest
  @EnumSource
  void allProgramsOfTwoStepsASideComeToTheSame(MemoryModel model) throws Exception {
    merged = 0;
    unmerged = 0;
    int differ = 0;
    int pairs = ACTIONS.size() * ACTIONS.size();
    for (int first = 0; first < pairs; first++) {
      for (int second = 0; second <= first; second++) {
        Program program =
            Program.on(2).side('P', m -> m, pair(first)).side('C', m -> m, pair(second));
        differ += compare(program, model) ? 0 : 1;
      }
    }
    assertThat(differ).isZero();
    assertThat(merged).isLessThan(unmerged * 3 / 4);
  }

  private static List<Operation<Words>> pair(int number) {
    return List.of(ACTIONS.get(number / ACTIONS.size()), ACTIONS.get(number % ACTIONS.size()));
  }

  private static boolean compare(Program program, MemoryModel model) throws InterruptedException {
    Exploration with = explore(program, model, Options.PLAIN);
    Exploration without = explore(program, model, Options.PLAIN.unmerged());
    assertThat(with.complete() && without.complete()).isTrue();
    if (with.findings().isEmpty()) {
      assertThat(with.executions()).isEqualTo(without.executions());
    }
    merged += with.states();
    unmerged += without.states();
    return seen(with).equals(seen(without));
  }

  private static Exploration explore(Program program, MemoryModel model, Options options)
      throws InterruptedException {
    return new Explorer(program, model, Answers.of(2, X, Y).orSleeping(), options)
        .until(findings -> false)
        .explore();
  }

  private static Seen seen(Exploration exploration) {
    Set<String> findings = new TreeSet<>();
    exploration.findings().forEach(finding -> findings.add(finding.found()));
    return new Seen(exploration.outcomes(), findings);
  }

  @Test
  void control_mergingWithoutTheAnswersLosesOutcomes() throws Exception {
    Program program =
        Program.on(2)
            .side('P', m -> m, ACTIONS.get(0), ACTIONS.get(0))
            .side('C', m -> m, ACTIONS.get(1));
    Exploration blind =
        new Explorer(program, MemoryModel.SC, Monitor.NONE, Options.PLAIN).explore();
    Exploration seeing = explore(program, MemoryModel.SC, Options.PLAIN);
    assertThat(blind.outcomes()).hasSize(1);
    assertThat(seeing.outcomes()).hasSize(2);
    assertThat(blind.states()).isLessThan(seeing.states());
  }
}
