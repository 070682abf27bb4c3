package org.sabring.explore.monitor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.ProgramSide;
import org.sabring.explore.Rest;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.search.Search;
import org.sabring.explore.search.State;
import org.sabring.explore.search.Transition;
import org.sabring.explore.search.Transitions;

/**
 * The class under test as its own sequential specification: a fresh object, and one call after the
 * other. What may fail for no reason does not.
 */
public final class OneCallAtATime implements OneAtATime {

  /** Calls that take more steps than this wait for ever. */
  private static final int LONGEST = 50_000;

  /** Hears the answers. */
  private record Answered(List<Object> answers) implements Monitor {
    @Override
    public Monitor returned(int side, Operation<?> operation, Object answer) {
      return new Answered(Stream.concat(answers.stream(), Stream.of(answer)).toList());
    }

    @Override
    public void rested(Rest rest) {}
  }

  private final Program program;
  private final Map<List<Turn>, Object> known = new HashMap<>();

  private OneCallAtATime(Program program) {
    this.program = program;
  }

  /** Of what the sides of a program share. */
  public static OneCallAtATime of(Program program) {
    return new OneCallAtATime(program);
  }

  @Override
  public @Nullable Object answer(List<Turn> before, Turn next) {
    return known.computeIfAbsent(
        Stream.concat(before.stream(), Stream.of(next)).toList(), this::run);
  }

  private Object run(List<Turn> turns) {
    List<Operation<Object>> operations = turns.stream().map(this::operation).toList();
    if (program.shared() == null) {
      throw new IllegalStateException(
          "program=" + program + ", expected sides that share an object");
    }
    Program alone = program.with(List.of(ProgramSide.of('A', operations)));
    Search search = Search.of(alone, MemoryModel.SC, new Answered(List.of()), Options.PLAIN);
    List<Object> answers = search.explore(OneCallAtATime::answers);
    return answers.size() == turns.size() ? answers.get(answers.size() - 1) : BLOCKS;
  }

  private static List<Object> answers(Transitions moves) {
    State state = moves.start();
    for (int step = 0; step < LONGEST; step++) {
      List<Transition> possible = moves.from(state);
      State to = possible.isEmpty() ? null : possible.get(0).to();
      if (to == null || to.equals(state)) {
        break;
      }
      state = to;
    }
    return ((Answered) state.monitor()).answers();
  }

  @SuppressWarnings("unchecked") // all sides use what is shared
  private Operation<Object> operation(Turn turn) {
    for (Operation<?> one : program.sides().get(turn.side()).written()) {
      if (one.call().equals(turn.call())) {
        return Operation.of(one.call(), (Operation.Body<Object>) one.body());
      }
    }
    throw new IllegalArgumentException("side " + turn.side() + " does not call " + turn.call());
  }
}
