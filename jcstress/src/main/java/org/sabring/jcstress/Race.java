package org.sabring.jcstress;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.sabring.spec.Rule;
import org.sabring.spec.mutant.Mutant;
import org.sabring.spec.mutant.Mutants;
import org.sabring.spec.race.RaceProgram;
import org.sabring.spec.race.RaceRing;
import org.sabring.spec.race.RaceRing.Role;
import org.sabring.spec.race.Races;

/**
 * One jcstress test.
 *
 * @param test its class, nested in the class that tells what the race is about
 * @param program what the two sides do
 * @param ring the ring on which they do it
 * @param causes what its own outcomes, those that are not allowed on the shipped ring, come of
 */
record Race(Class<?> test, RaceProgram program, RaceRing ring, Set<String> causes) {

  /** The classes that tell what the races are about: what must run, whatever jcstress finds. */
  private static final List<Class<?>> RACES =
      List.of(
          RB201_Publication.class,
          RB202_Reuse.class,
          RB201_BatchPublish.class,
          RB202_BatchFree.class,
          RB104_FullAtTheWrap.class,
          RB103_EmptyAtTheWrap.class,
          RB401_ConsumerCounts.class,
          RB401_ProducerCounts.class,
          RB501_CloseAgainstTake.class,
          RB501_CloseAgainstPoll.class,
          RB501_CloseWakesTake.class,
          RB503_CancelAgainstPut.class,
          RB502_CancelAgainstOffer.class,
          RB301_TakeWokenByPut.class,
          RB301_PutWokenByTake.class,
          RB301_PutAndTake.class,
          RB101_TimedTakeAgainstPut.class,
          RB104_TimedPutAgainstPoll.class,
          RB302_AskAgainstPut.class,
          RB501_AskAgainstClose.class,
          RB302_AskForRoom.class,
          RB501_StreamEnd.class,
          RB503_StreamError.class,
          RB301_Termination.class);

  Race {
    causes = Set.copyOf(causes);
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
    Cast cast = Cast.of(test);
    Set<String> causes =
        Arrays.stream(test.getDeclaredAnnotationsByType(Outcome.class))
            .filter(outcome -> outcome.expect() != Expect.ACCEPTABLE)
            .map(Outcome::desc)
            .collect(Collectors.toSet());
    return new Race(test, cast.program, cast.ring, causes);
  }

  Role role() {
    return ring.role();
  }

  /** The rules that it watches or breaks; none on weaker accesses. */
  List<Rule> rules() {
    return switch (role()) {
      case SHIPPED -> program.rules();
      case CONTROL -> program.rules().stream().filter(mutant().rules()::contains).toList();
      case WEAKENED -> List.of();
    };
  }

  /** What is planted. */
  Mutant mutant() {
    return Mutants.named(ring.mutant()).orElseThrow();
  }

  /** What may come of it. */
  SortedSet<String> allowed() {
    return Races.allowed(program, ring, Races.WEAKEST);
  }

  /** What may come of it, and not of the shipped ring. */
  SortedSet<String> mistakes() {
    return Races.mistakes(program, ring);
  }

  /** Whether an outcome may come of it. */
  boolean allows(String outcome) {
    return isAmong(allowed(), outcome);
  }

  /** Whether it is an outcome that may come of it, and not of the shipped ring. */
  boolean isMistake(String outcome) {
    return isAmong(mistakes(), outcome);
  }

  /**
   * Who is left asleep in the model sleeps on; here its time is up, and then it may still store or
   * take, for the other side to see. So where somebody may be left asleep, the rest is free.
   */
  private static boolean isAmong(SortedSet<String> outcomes, String outcome) {
    return outcomes.contains(outcome)
        || (outcome.contains(RaceProgram.ASLEEP)
            && outcomes.stream().anyMatch(one -> one.contains(RaceProgram.ASLEEP)));
  }

  /** For people: the race and the test in it. */
  String name() {
    return program.name() + "." + ring.name();
  }

  /** What jcstress calls it. */
  String fullName() {
    return test.getPackageName() + "." + name();
  }

  /** Whether another is about the same race. */
  boolean isBeside(Race other) {
    return program.name().equals(other.program.name());
  }
}
