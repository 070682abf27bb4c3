package org.sabring.explore.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Options;
import org.sabring.explore.Reduction;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.monitor.Answers;
import org.sabring.explore.reduction.Statement.Verb;

/** Garbage is forgotten where it lay, and a new object in its place knows nothing of it. */
class GarbageTest {

  private static final Statement TRY = new Statement(Verb.TRY_PUBLISH, Mode.VOLATILE, 1);
  private static final Statement FOLLOW = new Statement(Verb.FOLLOW, Mode.VOLATILE, 0);

  /** The node of a call is garbage on one path, and seen by both sides on another. */
  @ParameterizedTest
  @EnumSource
  void aNewObjectIsEmptyThoughGarbageWasShared(MemoryModel model) throws Exception {
    DataProgram program =
        new DataProgram(
            List.of(List.of(List.of(TRY), List.of(TRY)), List.of(List.of(TRY), List.of(FOLLOW))));
    for (Code code : List.of(Code.PLAIN, Code.PLAIN.without(Reduction.GARBAGE))) {
      Exploration all =
          new Explorer(program.program(code), model, Answers.of(2), Options.PLAIN)
              .until(findings -> false)
              .explore();
      assertThat(all.outcomes())
          .containsExactlyInAnyOrder("0  0; 1  122", "1  0; 0  122", "1  0; 1  122");
    }
  }
}
