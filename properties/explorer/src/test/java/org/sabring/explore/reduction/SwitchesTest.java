package org.sabring.explore.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Reduction;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.reduction.Statement.Verb;
import org.sabring.explore.runtime.Words;

/** Each reduction can be switched off, and then there is more to explore. */
class SwitchesTest {

  private static final Statement PRIVATE = new Statement(Verb.PRIVATE, Mode.PLAIN, 0);
  private static final Statement LOCKED = new Statement(Verb.LOCKED, Mode.PLAIN, 0);
  private static final Statement LOAD = new Statement(Verb.LOAD, Mode.VOLATILE, 0);
  private static final Statement AWAIT = new Statement(Verb.AWAIT, Mode.VOLATILE, 4);
  private static final Statement STORE = new Statement(Verb.STORE, Mode.VOLATILE, 0);

  private static DataProgram shown(Reduction reduction) {
    return switch (reduction) {
      case PRIVATE -> DataProgram.of(List.of(PRIVATE), List.of(PRIVATE));
      case PLAIN -> DataProgram.of(List.of(LOCKED), List.of(LOCKED));
      case LOOPS -> DataProgram.of(List.of(AWAIT), List.of(STORE));
      case GARBAGE ->
          new DataProgram(List.of(List.of(List.of(AWAIT), List.of(LOAD)), List.of(List.of(STORE))));
    };
  }

  private static Exploration explored(DataProgram program, Code code, Options options)
      throws InterruptedException {
    return new Explorer(program.program(code), MemoryModel.RA, Monitor.NONE, options).explore();
  }

  @ParameterizedTest
  @EnumSource(names = {"PRIVATE", "PLAIN", "GARBAGE"})
  void withoutItThereAreMoreStates(Reduction reduction) throws Exception {
    DataProgram program = shown(reduction);
    Code with =
        Code.PLAIN.without(reduction == Reduction.PLAIN ? Reduction.LOOPS : Reduction.PLAIN);
    assertThat(explored(program, with.without(reduction), Options.PLAIN).states())
        .isGreaterThan(explored(program, with, Options.PLAIN).states());
  }

  /** A loop that waits for the other side comes back to where it was, or is another each time. */
  @Test
  void withoutLoopsASpinHasNoEnd() throws Exception {
    Program spins =
        Program.on(1)
            .side('P', words -> words, Operation.of("set", SwitchesTest::set))
            .side('C', words -> words, Operation.of("spin", SwitchesTest::spin));
    assertThat(explored(spins).complete()).isTrue();
    assertThat(explored(spins.with(Code.PLAIN.without(Reduction.LOOPS))).complete()).isFalse();
  }

  private static Object set(Words words) {
    words.store(Mode.VOLATILE, 0, 1);
    return Operation.DONE;
  }

  private static Object spin(Words words) {
    while (words.load(Mode.VOLATILE, 0) == 0) {}
    return Operation.DONE;
  }

  private static Exploration explored(Program program) throws InterruptedException {
    return new Explorer(program, MemoryModel.SC, Monitor.NONE, Options.PLAIN).explore();
  }

  @Test
  void withoutMergingThereAreMoreStates() throws Exception {
    DataProgram program = DataProgram.of(List.of(STORE, STORE), List.of(STORE));
    assertThat(explored(program, Code.PLAIN, Options.PLAIN.unmerged()).states())
        .isGreaterThan(explored(program, Code.PLAIN, Options.PLAIN).states());
  }

  /** Thirteen accesses, to two arrays and two nodes; those to final fields never take a step. */
  @Test
  void unreducedEveryAccessIsAStep() throws Exception {
    DataProgram program = new DataProgram(List.of(List.of(List.of(PRIVATE))));
    assertThat(explored(program, Code.PLAIN, Options.PLAIN).states()).isEqualTo(1);
    assertThat(explored(program, Code.PLAIN.unreduced(), Options.PLAIN).states()).isEqualTo(14);
  }
}
