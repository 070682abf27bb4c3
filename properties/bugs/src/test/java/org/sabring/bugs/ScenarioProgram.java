package org.sabring.bugs;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.sabring.explore.Breach;
import org.sabring.explore.Judge;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.Rest;
import org.sabring.explore.judge.Call;

/** A jcstress test as a program: a side for each actor, and one for the arbiter and the outcome. */
public final class ScenarioProgram {

  private static final Call OUTCOME = Call.of("outcome");
  private static final ClassLoader LOADER = Stage.class.getClassLoader();

  private ScenarioProgram() {}

  /** The program of a test. */
  public static Program of(Class<?> test) {
    Parts parts = Parts.of(test);
    List<Object> names = List.of(test.getName(), parts.result().getName());
    Program.Sharing<Object> program = Program.sharing(LOADER, Stage.class.getName(), names);
    char letter = 'A';
    for (Method actor : parts.actors()) {
      program = program.side(letter++, List.of(operation(actor)));
    }
    List<Operation<Object>> last = new ArrayList<>();
    parts.arbiters().forEach(arbiter -> last.add(operation(arbiter)));
    last.add(Operation.named(LOADER, OUTCOME));
    return program.last('Z', last).program();
  }

  private static Operation<Object> operation(Method method) {
    String call = method.getParameterCount() == 0 ? "call" : "callWithResult";
    return Operation.named(LOADER, Call.of(call, method.getName()));
  }

  /**
   * Knows which outcomes are forbidden.
   *
   * @param seen the outcome, in the end
   */
  public record OutcomeJudge(Grading grading, String seen) implements Judge {

    /** That of a test. */
    public static OutcomeJudge of(Class<?> test) {
      return new OutcomeJudge(Grading.of(test), "");
    }

    @Override
    public Judge returned(int side, Operation<?> operation, Object answer) {
      Judge.super.returned(side, operation, answer);
      if (!operation.call().equals(OUTCOME)) {
        return this;
      }
      if (grading.isForbidden(answer.toString())) {
        throw new Breach("the outcome " + answer + " is forbidden");
      }
      return new OutcomeJudge(grading, answer.toString());
    }

    @Override
    public String outcome(Rest rest) {
      return seen;
    }
  }
}
