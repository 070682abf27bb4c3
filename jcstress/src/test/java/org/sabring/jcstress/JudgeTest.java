package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openjdk.jcstress.infra.Status.API_MISMATCH;
import static org.openjdk.jcstress.infra.Status.NORMAL;
import static org.openjdk.jcstress.infra.Status.TEST_ERROR;
import static org.openjdk.jcstress.infra.Status.TIMEOUT_ERROR;
import static org.openjdk.jcstress.infra.Status.VM_ERROR;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.sabring.spec.Rule;
import org.sabring.spec.race.RaceProgram;
import org.sabring.spec.race.RaceRing.Role;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Status;
import org.sabring.spec.verdict.Table;

/** What the layer makes of results, good and bad. */
class JudgeTest {

  private static final Race SHIPPED = Results.named("RB201_Publication.Shipped");
  private static final Race CONTROL = Results.named("RB201_Publication.PublishBeforeWrite");
  private static final Race WEAKENED = Results.named("RB201_Publication.Plain");
  private static final Race HANGING = Results.named("RB301_Termination.Shipped");
  private static final Race HANGS = Results.named("RB301_Termination.NoNotify");
  private static final List<Race> SOME = List.of(SHIPPED, CONTROL, WEAKENED, HANGING, HANGS);

  private static Judge judge(List<TestResult> results) {
    return new Judge(List.of(new Part("some", SOME, results, "")));
  }

  private static Check check(Race race, TestResult other) {
    return judge(Results.with(SOME, other)).check(race);
  }

  @Test
  void passesWhatTheModelAllows() {
    Judge judge = judge(Results.good(SOME));
    for (Race race : SOME) {
      if (race.role() != Role.WEAKENED) {
        assertThat(judge.check(race).status()).as(race.name()).isEqualTo(Status.PASS);
        assertThat(judge.isOpen(race)).isFalse();
      }
    }
    assertThat(judge.check(SHIPPED).detail()).contains("on Plain, where more is allowed: not seen");
  }

  @Test
  void whatDidNotRunIsUnknown() {
    Judge judge = new Judge(List.of(new Part("filtered", Race.all(), List.of(), "")));
    for (Race race : Race.all()) {
      if (race.role() != Role.WEAKENED) {
        Check check = judge.check(race);
        assertThat(check.status()).as(race.name()).isEqualTo(Status.UNKNOWN);
        assertThat(check.detail()).contains(race.name() + " did not run (filtered)");
      }
    }
  }

  @Test
  void aShippedRingWithoutItsWeakenedOneIsUnknown() {
    List<TestResult> without = new ArrayList<>(Results.good(SOME));
    without.removeIf(result -> result.getName().equals(WEAKENED.fullName()));
    Check check = judge(without).check(SHIPPED);
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("RB201_Publication.Plain did not run");
  }

  @Test
  void fewerForksThanTheOthersAreUnknown() {
    List<TestResult> fewer = new ArrayList<>(Results.good(SOME));
    fewer.addAll(Results.good(List.of(CONTROL)));
    Check check = judge(fewer).check(SHIPPED);
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("RB201_Publication.Shipped ran 1 of 2 times");
  }

  @Test
  void aForkWithoutAnIterationIsUnknown() {
    List<TestResult> two = new ArrayList<>(Results.good(SOME));
    two.addAll(Results.with(SOME, Results.of(SHIPPED, NORMAL, "", 0)));
    Check check = judge(two).check(SHIPPED);
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("has 1 iterations in 2 forks");
  }

  @Test
  void aRunThatTellsNothingIsUnknown() {
    assertThat(check(SHIPPED, Results.of(SHIPPED, NORMAL, "", 0)).detail())
        .contains("has no samples");
    for (var trouble : List.of(VM_ERROR, API_MISMATCH)) {
      Check check = check(SHIPPED, Results.of(SHIPPED, trouble, "", 0));
      assertThat(check.status()).isEqualTo(Status.UNKNOWN);
      assertThat(check.detail()).contains(trouble.name());
    }
  }

  @Test
  void aFewSamplesOfTheShippedRingAreUnknown() {
    TestResult few = Results.of(SHIPPED, NORMAL, "42", Judge.ENOUGH - 1);
    Judge judge = judge(Results.with(SOME, few));
    assertThat(judge.check(SHIPPED).status()).isEqualTo(Status.UNKNOWN);
    assertThat(judge.check(SHIPPED).detail()).contains("too few to tell");
    assertThat(judge.isOpen(SHIPPED)).isTrue();
    assertThat(judge.isOpen(CONTROL)).isFalse();
  }

  @Test
  void whatTheModelDoesNotAllowFails() {
    Check check = check(SHIPPED, Results.of(SHIPPED, NORMAL, "0", 3));
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("forbidden [[0] 3 times: The cursor was there");
    assertThat(check.rules()).contains(Rule.RB201);
  }

  @Test
  void anOutcomeThatNobodyThoughtOfFails() {
    assertThat(check(SHIPPED, Results.of(SHIPPED, NORMAL, "7", 1)).status()).isEqualTo(Status.FAIL);
  }

  @Test
  void anExceptionFails() {
    assertThat(check(SHIPPED, Results.of(SHIPPED, TEST_ERROR, "", 0)).status())
        .isEqualTo(Status.FAIL);
  }

  @Test
  void aSideThatStaysAsleepIsAHangAndNamesTestAndRule() {
    Check check = check(HANGING, Results.of(HANGING, NORMAL, RaceProgram.STALE, 1));
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.name()).isEqualTo("RB301_Termination.Shipped");
    assertThat(check.rules()).contains(Rule.RB301);
    assertThat(check.detail()).contains("hung, and was killed", "C: take");
  }

  @Test
  void aForkThatDoesNotEndIsAHang() {
    Check check = check(SHIPPED, Results.of(SHIPPED, TIMEOUT_ERROR, "", 0));
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("hung, and was killed", "TIMEOUT_ERROR");
  }

  @Test
  void theControlHasToHang() {
    Judge judge = judge(Results.good(SOME));
    assertThat(judge.check(HANGS).detail()).startsWith("hung, and was killed, ");
    Check woken = check(HANGS, Results.of(HANGS, NORMAL, RaceProgram.TERMINATED, 100));
    assertThat(woken.status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aControlThatIsNotSeenIsUnknown() {
    Check check = check(CONTROL, Results.of(CONTROL, NORMAL, "42", 1000));
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).startsWith("not seen in 1000 samples");
  }

  @Test
  void aControlThatFailsInAnotherWayFails() {
    Check check = check(CONTROL, Results.of(CONTROL, NORMAL, "END", 1));
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("not as named");
  }

  /** In the model it sleeps on; here its time is up, and the other side sees what it then does. */
  @Test
  void whoWasLeftAsleepMayStillStore() {
    Race control = Results.named("RB301_PutAndTake.NoRoomNotify");
    assertThat(control.allowed()).doesNotContain("STORED ASLEEP, 1 2");
    assertThat(control.isMistake("STORED ASLEEP, 1 2")).isTrue();
    assertThat(control.allows("STORED STORED, 2 1")).isFalse();
    assertThat(Results.named("RB301_PutAndTake.Shipped").allows("STORED ASLEEP, 1 2")).isFalse();
  }

  @Test
  void theTableHoldsModelAgainstMachine() {
    Table table = OutcomeTable.of(SOME, judge(Results.good(SOME)));
    assertThat(table.rows())
        .contains(
            List.of(
                "RB201_Publication",
                "0",
                "forbidden",
                OutcomeTable.NOT_SEEN,
                "PublishBeforeWrite (allowed): 10,000 times; Plain (allowed from RA): "
                    + OutcomeTable.NOT_SEEN),
            List.of("RB201_Publication", "42", "allowed", "10,000 times", ""));
  }
}
