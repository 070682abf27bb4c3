package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.jcstress.StressVerdict;
import org.sabring.explore.jcstress.StressVerdict.Grade;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.jcstress.RaceTrial.Role;

/**
 * What the races' annotations say is what the explorer computes of their class files, on the ring
 * as shipped and on every mutant. The races of streams take minutes: {@code -Dsabring.full=true}
 * asks of them too.
 */
@Tag("any-jdk")
class DoorTest {

  private static final Door DOOR = new Door(Boolean.getBoolean("sabring.full"));

  static Stream<RaceTrial> shipped() {
    return trials(Role.SHIPPED);
  }

  static Stream<RaceTrial> controls() {
    return trials(Role.CONTROL);
  }

  static Stream<RaceTrial> weakened() {
    return trials(Role.WEAKENED);
  }

  private static Stream<RaceTrial> trials(Role role) {
    return RaceTrial.all().stream().filter(trial -> trial.role() == role);
  }

  private static StressVerdict verdict(RaceTrial trial) throws Exception {
    assumeThat(DOOR.isAsked(trial.race()))
        .as("%s takes minutes: with -Dsabring.full=true", trial.name())
        .isTrue();
    return DOOR.verdict(trial.race(), trial.mutant());
  }

  /** Each acceptable outcome is possible, and no other is, nor that a side throws or sleeps on. */
  @ParameterizedTest
  @MethodSource("shipped")
  void theAnnotationsAreWhatReleaseAcquireAllows(RaceTrial trial) throws Exception {
    StressVerdict verdict = verdict(trial);
    assertThat(verdict.grade()).as("%s", verdict.results()).isEqualTo(Grade.AGREES);
  }

  /** A mistake that any machine shows is possible on the strongest memory. */
  @ParameterizedTest
  @MethodSource("controls")
  void aControlMayDoWhatIsForbiddenOnEveryMemory(RaceTrial trial) throws Exception {
    StressVerdict verdict = verdict(trial);
    assertThat(forbidden(verdict, MemoryModel.SC).size() + verdict.broken().size())
        .as("%s, %s", verdict.results(), verdict.broken())
        .isPositive();
  }

  /** What a machine need not honour is possible on some memory, and not on the strongest. */
  @ParameterizedTest
  @MethodSource("weakened")
  void weakerAccessesMayDoWhatIsForbiddenOnAWeakMemoryAlone(RaceTrial trial) throws Exception {
    StressVerdict verdict = verdict(trial);
    assertThat(verdict.complete()).contains(MemoryModel.SC);
    assertThat(forbidden(verdict, MemoryModel.SC)).isEmpty();
    assertThat(forbidden(verdict, MemoryModel.RA)).as("%s", verdict.results()).isNotEmpty();
  }

  private static Set<String> forbidden(StressVerdict verdict, MemoryModel memory) {
    Set<String> forbidden = new TreeSet<>();
    verdict
        .results()
        .forEach(
            (result, on) -> {
              if (on.contains(memory) && !verdict.expectationOf(result).isAllowed()) {
                forbidden.add(result);
              }
            });
    return forbidden;
  }
}
