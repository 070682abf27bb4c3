package org.sabring.tla.smt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sabring.tla.smt.Solver.Answer;

@Tag("any-jdk")
class InterpolTest {

  private static final int TIMES = 20;

  /** More pigeons than holes: nothing satisfies it, and to find that out takes a while. */
  private static String pigeons(int holes) {
    StringBuilder text = new StringBuilder("(push 1)\n");
    for (int pigeon = 0; pigeon <= holes; pigeon++) {
      text.append("(declare-fun p%d () Int)\n".formatted(pigeon));
      text.append("(assert (and (<= 0 p%1$d) (< p%1$d %2$d)))\n".formatted(pigeon, holes));
      for (int other = 0; other < pigeon; other++) {
        text.append("(assert (not (= p%d p%d)))\n".formatted(other, pigeon));
      }
    }
    return text.append("(check-sat)\n").toString();
  }

  private static Set<Answer> answers(int holes, int milliseconds) {
    Set<Answer> answers = EnumSet.noneOf(Answer.class);
    for (int i = 0; i < TIMES; i++) {
      try (Solver solver = new Interpol()) {
        solver.run("(set-option :timeout " + milliseconds + ")\n(set-logic ALL)\n");
        answers.add(solver.check(pigeons(holes)));
      }
    }
    return answers;
  }

  /** Some limits are enough, others are not, and some are reached in the middle. */
  @Test
  void brokenOffItSaysNothing() {
    for (int milliseconds : new int[] {1, 5, 21, 22, 24, 28, 40}) {
      assertThat(answers(5, milliseconds)).doesNotContain(Answer.SAT);
    }
  }

  @Test
  void inTimeItSaysWhatIsSo() {
    assertThat(answers(3, 60_000)).containsExactly(Answer.UNSAT);
  }
}
