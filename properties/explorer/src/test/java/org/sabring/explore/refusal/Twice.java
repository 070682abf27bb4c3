package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Explorer;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;
import org.sabring.explore.runtime.Refused;

/**
 * A program that is explored again and again: what it leaves in classes, in objects or in the
 * engine must not change what comes of it.
 */
final class Twice {

  private final Supplier<Program> program;
  private final int sides;
  private MemoryModel model = MemoryModel.SC;
  private Options options = Options.PLAIN;
  private @Nullable Monitor monitor;

  private Twice(Supplier<Program> program) {
    this.program = program;
    this.sides = program.get().count();
  }

  static Twice of(Supplier<Sharing<?>> program) {
    return new Twice(() -> program.get().program());
  }

  /** One side makes one call. */
  static <S> Twice alone(Program.Source<S> shared, Operation.Body<S> call) {
    return of(() -> Program.sharing(shared).side('A', Operation.of("call", call)));
  }

  /** Two sides make a call each. */
  static <S> Twice both(
      Program.Source<S> shared, Operation.Body<S> first, Operation.Body<S> second) {
    return of(
        () ->
            Program.sharing(shared)
                .side('A', Operation.of("first", first))
                .side('B', Operation.of("second", second)));
  }

  Twice on(MemoryModel memory) {
    model = memory;
    return this;
  }

  Twice with(Options more) {
    options = more;
    return this;
  }

  Twice judged(Monitor by) {
    monitor = by;
    return this;
  }

  /** What was told apart, of a program that breaks no promise. */
  SortedSet<String> outcomes() throws InterruptedException {
    Exploration explored = explored();
    assertThat(explored.findings()).isEmpty();
    assertThat(explored.complete()).isTrue();
    return explored.outcomes();
  }

  /** The texts of all findings. */
  List<String> findings() throws InterruptedException {
    return explored().findings().stream().map(finding -> finding.found()).toList();
  }

  Exploration explored() throws InterruptedException {
    Program first = program.get();
    Exploration result = explored(first);
    assertSame(result, explored(first));
    assertSame(result, explored(program.get()));
    return result;
  }

  /** The same, once, for what takes long. */
  Status status() throws InterruptedException {
    return explored(program.get()).status();
  }

  private Exploration explored(Program which) throws InterruptedException {
    Monitor by = monitor == null ? Answers.of(sides) : monitor;
    return new Explorer(which, model, by, options).until(findings -> false).explore();
  }

  private static void assertSame(Exploration one, Exploration other) {
    assertThat(other.outcomes()).isEqualTo(one.outcomes());
    assertThat(other.findings().toString()).isEqualTo(one.findings().toString());
    assertThat(other.states()).isEqualTo(one.states());
    assertThat(other.steps()).isEqualTo(one.steps());
  }

  /** The message with which it is refused, each time it is explored. */
  String refusal() {
    Throwable first = catchThrowable(() -> explored(program.get()));
    Throwable second = catchThrowable(() -> explored(program.get()));
    assertThat(first).isInstanceOf(Refused.class);
    assertThat(second).isInstanceOf(Refused.class).hasMessage(first.getMessage());
    return String.valueOf(first.getMessage());
  }
}
