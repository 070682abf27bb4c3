package org.sabring.jcstress;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.sabring.spec.Rule;

/**
 * One jcstress test.
 *
 * @param test its class, nested in the class that tells what the race is about
 * @param role what it is for
 * @param rules the rules that it watches or breaks; none for a weakened one
 * @param mistakes the causes, as its own outcomes describe them, that a control must show and a
 *     weakened one may show
 */
record Race(Class<?> test, Role role, List<Rule> rules, Set<String> mistakes) {

  /** What a test is for. */
  enum Role {
    /** The shipped ring: nothing forbidden may be seen. */
    SHIPPED,
    /** The shipped ring on a memory that plants a mistake: its forbidden outcome must be seen. */
    CONTROL,
    /** The shipped ring on weaker memory accesses: what the machine makes of them is luck. */
    WEAKENED
  }

  /** The classes that tell what the races are about: what must run, whatever jcstress finds. */
  private static final List<Class<?>> RACES =
      List.of(
          RB201_Publication.class,
          RB202_Reuse.class,
          RB301_WakeUp.class,
          RB401_Counters.class,
          RB501_CloseAgainstTake.class,
          RB503_CancelAgainstPut.class);

  Race {
    rules = List.copyOf(rules);
    mistakes = Set.copyOf(mistakes);
  }

  /** All tests, race by race, the shipped ring first in each. */
  static List<Race> all() {
    return RACES.stream().flatMap(Race::nestedIn).toList();
  }

  private static Stream<Race> nestedIn(Class<?> race) {
    return Arrays.stream(race.getDeclaredClasses())
        .filter(nested -> nested.isAnnotationPresent(JCStressTest.class))
        .map(Race::of)
        .sorted(Comparator.comparing(Race::role).thenComparing(Race::name));
  }

  private static Race of(Class<?> test) {
    Rules rules = test.getAnnotation(Rules.class);
    Set<String> own =
        Arrays.stream(test.getDeclaredAnnotationsByType(Outcome.class))
            .filter(outcome -> outcome.expect() != Expect.ACCEPTABLE)
            .map(Outcome::desc)
            .collect(Collectors.toSet());
    if (rules == null) {
      return new Race(test, Role.WEAKENED, List.of(), own);
    }
    Role role = test.getSimpleName().equals("Shipped") ? Role.SHIPPED : Role.CONTROL;
    return new Race(test, role, List.of(rules.value()), own);
  }

  /** For people: the race and the test in it. */
  String name() {
    return test.getDeclaringClass().getSimpleName() + "." + test.getSimpleName();
  }

  /** What jcstress calls it. */
  String fullName() {
    return test.getPackageName() + "." + name();
  }

  /** Whether another is about the same race. */
  boolean isBeside(Race other) {
    return test.getDeclaringClass() == other.test.getDeclaringClass();
  }
}
