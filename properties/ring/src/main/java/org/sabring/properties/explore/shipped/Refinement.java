package org.sabring.properties.explore.shipped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.ExploredInts;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

/**
 * A refinement check: programs may end on the shipped memory only as they may on the one whose
 * waits and notifications are one step each: so what is shown on that one holds of the shipped one.
 *
 * <p>The ends are the same, but for programs of several words under release/acquire: the shipped
 * lists have one lock for all words, which tells a side more than a lock for each word would.
 *
 * @param name in the verdict
 * @param words how many words there are
 * @param programs each the calls of its sides
 * @param shipped what else may happen on the shipped memory
 * @param oneStep what else may happen on the other
 */
record Refinement(
    String name,
    int words,
    List<List<List<Operation<SharedInts>>>> programs,
    Options shipped,
    Options oneStep) {

  /**
   * What came of it.
   *
   * @param programs how many were compared
   * @param equal how many of them have the same ends on both
   * @param states how many the shipped memory has in them
   * @param difference the first; null if there is none
   */
  record Result(
      int programs, int equal, long states, double seconds, @Nullable String difference) {}

  /** Every program of three sides with a call each. */
  static Refinement ofThreeSides(int words) {
    List<List<Operation<SharedInts>>> sides = WaitCall.all(words).stream().map(List::of).toList();
    List<List<List<Operation<SharedInts>>>> programs = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      for (int j = i; j < sides.size(); j++) {
        for (int k = j; k < sides.size(); k++) {
          programs.add(List.of(sides.get(i), sides.get(j), sides.get(k)));
        }
      }
    }
    return new Refinement("three sides, one call each", words, programs);
  }

  /** Every program of two sides with two calls each. */
  static Refinement ofTwoSides(int words) {
    return ofTwoSides("two sides, two calls each", words, WaitCall.all(words));
  }

  /** The same, of calls that look whether they were interrupted, and may be. */
  static Refinement ofInterrupts() {
    List<Operation<SharedInts>> calls =
        List.of(
            WaitCall.awaitInterruptibly(0, SharedInts.FOREVER),
            WaitCall.awaitInterrupted(0),
            WaitCall.wake(0, 1),
            WaitCall.store(0));
    return ofTwoSides("two sides that may have been interrupted", 1, calls).withInterrupts(1);
  }

  private static Refinement ofTwoSides(String name, int words, List<Operation<SharedInts>> calls) {
    List<List<Operation<SharedInts>>> sides =
        calls.stream().flatMap(one -> calls.stream().map(two -> List.of(one, two))).toList();
    List<List<List<Operation<SharedInts>>>> programs = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      for (int j = i; j < sides.size(); j++) {
        programs.add(List.of(sides.get(i), sides.get(j)));
      }
    }
    return new Refinement(name, words, programs);
  }

  private Refinement(String name, int words, List<List<List<Operation<SharedInts>>>> programs) {
    this(name + ", words: " + words, words, programs, Options.PLAIN, Options.PLAIN);
  }

  /** One program in so many. */
  Refinement every(int step) {
    List<List<List<Operation<SharedInts>>>> some = new ArrayList<>();
    for (int i = 0; i < programs.size(); i += step) {
      some.add(programs.get(i));
    }
    return new Refinement(name + ", one in " + step, words, some, shipped, oneStep);
  }

  /** Parking may end for no reason; nobody who waits on the shipped memory notices. */
  Refinement withEarlyParking(int times) {
    return new Refinement(
        name + ", early wake-ups", words, programs, shipped.spurious(times), oneStep);
  }

  Refinement withInterrupts(int times) {
    return new Refinement(
        name + ", interrupts",
        words,
        programs,
        shipped.interrupts(times),
        oneStep.interrupts(times));
  }

  /** Compares until there is a difference. */
  Result compared(Code code, MemoryModel model) throws InterruptedException {
    long begun = System.nanoTime();
    long states = 0;
    String difference = null;
    int count = 0;
    int equal = 0;
    boolean exact = words == 1 || model == MemoryModel.SC;
    for (List<List<Operation<SharedInts>>> sides : programs) {
      Exploration onShipped = explored(onShipped(sides).with(code), model, shipped);
      states += onShipped.states();
      count++;
      Exploration onWords = explored(onWords(sides), model, oneStep);
      boolean same = onShipped.outcomes().equals(onWords.outcomes());
      equal += same ? 1 : 0;
      difference = difference(sides, onShipped, onWords);
      if (difference == null && exact && !same) {
        difference = onWords(sides) + ": it never ends as some of " + onWords.outcomes();
      }
      if (difference != null) {
        break;
      }
    }
    return new Result(count, equal, states, (System.nanoTime() - begun) / 1e9, difference);
  }

  private static Exploration explored(Program program, MemoryModel model, Options options)
      throws InterruptedException {
    return new Explorer(program, model, Answers.of(program.count()).orSleeping(), options)
        .explore();
  }

  private Program onShipped(List<List<Operation<SharedInts>>> sides) {
    int length = words;
    Program.Sharing<SharedInts> program = Program.sharing(() -> SharedInts.heap(length));
    char letter = 'A';
    for (List<Operation<SharedInts>> side : sides) {
      program = program.side(letter++, side);
    }
    return program.program();
  }

  private Program onWords(List<List<Operation<SharedInts>>> sides) {
    Program program = Program.on(words);
    char letter = 'A';
    for (List<Operation<SharedInts>> side : sides) {
      program = program.side(letter++, ExploredInts::new, side);
    }
    return program;
  }

  private @Nullable String difference(
      List<List<Operation<SharedInts>>> sides, Exploration onShipped, Exploration onWords) {
    String program = onWords(sides).toString();
    for (Exploration one : List.of(onShipped, onWords)) {
      if (one.status() != Exploration.Status.PASS) {
        return program + ": " + (one.complete() ? one.findings().get(0) : "too many states");
      }
    }
    SortedSet<String> more = new TreeSet<>(onShipped.outcomes());
    more.removeAll(onWords.outcomes());
    return more.isEmpty()
        ? null
        : program + ": it may end as " + more + ", expected one of " + onWords.outcomes();
  }

  String label() {
    return "refinement: " + name;
  }

  Check check(MemoryModel model) throws InterruptedException {
    Result result = compared(Code.PLAIN, model);
    String difference = result.difference();
    return new Check(
            label() + ", " + model,
            false,
            difference == null ? List.of(Rule.RB301, Rule.RB302) : List.of(),
            difference == null ? Status.PASS : Status.FAIL,
            difference == null
                ? "the shipped memory ends as the one may whose waits are one step"
                : difference,
            figures(result),
            null)
        .over(Map.of("memory", model.toString()));
  }

  private static Map<String, Number> figures(Result result) {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("programs", result.programs());
    figures.put("equal", result.equal());
    figures.put("states", result.states());
    figures.put("seconds", Math.round(result.seconds() * 100) / 100.0);
    return figures;
  }
}
