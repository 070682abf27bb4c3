package org.sabring.jcstress;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.infra.StateCase;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestList;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.race.RB101_TimedTakeAgainstPut;
import org.sabring.jcstress.race.RB103_EmptyAtTheWrap;
import org.sabring.jcstress.race.RB104_FullAtTheWrap;
import org.sabring.jcstress.race.RB104_TimedPutAgainstPoll;
import org.sabring.jcstress.race.RB201_BatchPublish;
import org.sabring.jcstress.race.RB201_Publication;
import org.sabring.jcstress.race.RB202_BatchFree;
import org.sabring.jcstress.race.RB202_Reuse;
import org.sabring.jcstress.race.RB301_PutAndTake;
import org.sabring.jcstress.race.RB301_PutWokenByTake;
import org.sabring.jcstress.race.RB301_TakeWokenByPut;
import org.sabring.jcstress.race.RB301_Termination;
import org.sabring.jcstress.race.RB302_AskAgainstPut;
import org.sabring.jcstress.race.RB302_AskForRoom;
import org.sabring.jcstress.race.RB401_ConsumerCounts;
import org.sabring.jcstress.race.RB401_ProducerCounts;
import org.sabring.jcstress.race.RB501_AskAgainstClose;
import org.sabring.jcstress.race.RB501_CloseAgainstPoll;
import org.sabring.jcstress.race.RB501_CloseAgainstTake;
import org.sabring.jcstress.race.RB501_CloseWakesTake;
import org.sabring.jcstress.race.RB501_StreamEnd;
import org.sabring.jcstress.race.RB502_CancelAgainstOffer;
import org.sabring.jcstress.race.RB503_CancelAgainstPut;
import org.sabring.jcstress.race.RB503_StreamError;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.law.Rule;

/**
 * A trial: a race on one ring, the shipped one or a mutant of it.
 *
 * @param race the jcstress test
 * @param role what it is run for
 * @param mutant the mutant of the catalogue; empty for none
 */
record RaceTrial(Class<?> race, Role role, String mutant) {

  /** What a race is run for. */
  enum Role {
    /** The ring as shipped: nothing that the test forbids may be seen. */
    SHIPPED,
    /** A mistake that any machine shows: something that the test forbids must be seen. */
    CONTROL,
    /** Weaker accesses, which a machine need not honour: what it makes of them is luck. */
    WEAKENED
  }

  /** The system property that tells a fork its mutant, and its results whose they are. */
  private static final String PROPERTY = "sabring.mutant";

  /** The races: what must run, whatever jcstress finds. */
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

  /** All trials, race by race, the shipped ring first in each. */
  static List<RaceTrial> all() {
    return RACES.stream().flatMap(RaceTrial::of).toList();
  }

  private static Stream<RaceTrial> of(Class<?> race) {
    RingRace about = about(race);
    return Stream.of(
            Stream.of(new RaceTrial(race, Role.SHIPPED, "")),
            Arrays.stream(about.controls()).map(m -> new RaceTrial(race, Role.CONTROL, m)),
            Arrays.stream(about.weakened()).map(m -> new RaceTrial(race, Role.WEAKENED, m)))
        .flatMap(trials -> trials);
  }

  private static RingRace about(Class<?> race) {
    return Objects.requireNonNull(race.getAnnotation(RingRace.class), race.getName());
  }

  /** The rules that it watches or breaks; none on weaker accesses. */
  List<Rule> rules() {
    Stream<Rule> watched = Arrays.stream(about(race).rules());
    return switch (role) {
      case SHIPPED -> watched.toList();
      case CONTROL -> watched.filter(planted().rules()::contains).toList();
      case WEAKENED -> List.of();
    };
  }

  /**
   * The mutant of the catalogue.
   *
   * @throws java.util.NoSuchElementException for the shipped ring
   */
  Mutant planted() {
    return Mutants.named(mutant).orElseThrow();
  }

  /** Whether the outcome is only that both sides come to their end, and a failure is a hang. */
  boolean terminates() {
    JCStressTest test = Objects.requireNonNull(race.getAnnotation(JCStressTest.class));
    return test.value() == Mode.Termination;
  }

  /** For people: the race, and on which ring. */
  String name() {
    return race.getSimpleName() + "." + ring();
  }

  /** For people: the mutant, or that it is the shipped ring. */
  String ring() {
    return mutant.isEmpty() ? "Shipped" : mutant;
  }

  /** Whether another is the same race on another ring. */
  boolean isBeside(RaceTrial other) {
    return race == other.race && !equals(other);
  }

  /** The JVM argument that tells its forks the mutant. */
  String property() {
    return "-D" + PROPERTY + "=" + mutant;
  }

  /** Whether a result is of this. */
  boolean isOf(TestResult result) {
    return result.getName().equals(race.getName())
        && result.getConfig().jvmArgs.contains(property());
  }

  /** What the test says of an outcome, as jcstress grades it: names first, then what matches. */
  Expect expect(String outcome) {
    TestInfo test = TestList.getInfo(race.getName());
    Collection<StateCase> cases = test.cases();
    return Stream.concat(
            cases.stream().filter(one -> one.matchesExactly(outcome)),
            cases.stream().filter(one -> one.matches(outcome)))
        .findFirst()
        .map(StateCase::expect)
        .orElseGet(() -> test.unmatched().expect());
  }
}
