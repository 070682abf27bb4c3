package org.sabring.explore.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Reduction;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.reduction.Statement.Verb;

/** Volatile accesses order others, even to what nobody else writes. */
class VolatileTest {

  private static final Statement LOOKS = new Statement(Verb.LOAD_LONG, Mode.VOLATILE, 0);

  @Test
  void aLoadOfWhatNobodyWritesOrdersThoseBeforeAndAfter() throws Exception {
    DataProgram program =
        DataProgram.of(
            List.of(
                new Statement(Verb.STORE, Mode.VOLATILE, 0),
                LOOKS,
                new Statement(Verb.STORE, Mode.OPAQUE, 1)),
            List.of(
                LOOKS,
                new Statement(Verb.LOAD, Mode.OPAQUE, 1),
                new Statement(Verb.LOAD, Mode.VOLATILE, 0)));
    Comparison comparison = new Comparison(10_000);
    comparison.compare(program, List.of(List.of(Reduction.PRIVATE)), true);
    assertThat(comparison.differences()).isEmpty();
  }
}
