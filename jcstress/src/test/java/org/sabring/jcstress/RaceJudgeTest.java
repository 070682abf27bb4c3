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
import org.sabring.jcstress.RaceTrial.Role;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

/** What the layer makes of results, good and bad. */
class RaceJudgeTest {

  private static final RaceTrial SHIPPED = Results.named("RB201_Publication.Shipped");
  private static final RaceTrial CONTROL = Results.named("RB201_Publication.PublishBeforeWrite");
  private static final RaceTrial WEAKENED = Results.named("RB201_Publication.AllPlain");
  private static final RaceTrial HANGING = Results.named("RB301_Termination.Shipped");
  private static final RaceTrial HANGS = Results.named("RB301_Termination.NoNotify");
  private static final List<RaceTrial> SOME = List.of(SHIPPED, CONTROL, WEAKENED, HANGING, HANGS);

  private static RaceJudge judge(List<TestResult> results) {
    return new RaceJudge(List.of(new RunResult("some", SOME, results, "")));
  }

  private static Check check(RaceTrial trial, TestResult other) {
    return judge(Results.with(SOME, other)).check(trial);
  }

  @Test
  void passesWhatTheModelAllows() {
    RaceJudge judge = judge(Results.good(SOME));
    for (RaceTrial trial : SOME) {
      if (trial.role() != Role.WEAKENED) {
        assertThat(judge.check(trial).status()).as(trial.name()).isEqualTo(Status.PASS);
        assertThat(judge.isOpen(trial)).isFalse();
      }
    }
    assertThat(judge.check(SHIPPED).detail()).contains("on AllPlain: not seen");
  }

  @Test
  void whatDidNotRunIsUnknown() {
    RaceJudge judge =
        new RaceJudge(List.of(new RunResult("filtered", RaceTrial.all(), List.of(), "")));
    for (RaceTrial trial : RaceTrial.all()) {
      if (trial.role() != Role.WEAKENED) {
        Check check = judge.check(trial);
        assertThat(check.status()).as(trial.name()).isEqualTo(Status.UNKNOWN);
        assertThat(check.detail()).contains(trial.name() + " did not run (filtered)");
      }
    }
  }

  @Test
  void aShippedRingWithoutItsWeakenedOneIsUnknown() {
    List<TestResult> without = new ArrayList<>(Results.good(SOME));
    without.removeIf(result -> WEAKENED.isOf(result));
    Check check = judge(without).check(SHIPPED);
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("RB201_Publication.AllPlain did not run");
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
    TestResult few = Results.of(SHIPPED, NORMAL, "42", RaceJudge.ENOUGH - 1);
    RaceJudge judge = judge(Results.with(SOME, few));
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
    Check check = check(HANGING, Results.of(HANGING, NORMAL, "STALE", 1));
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.name()).isEqualTo("RB301_Termination.Shipped");
    assertThat(check.rules()).contains(Rule.RB301);
    assertThat(check.detail()).contains("hung, and was killed");
  }

  @Test
  void aForkThatDoesNotEndIsAHang() {
    Check check = check(SHIPPED, Results.of(SHIPPED, TIMEOUT_ERROR, "", 0));
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("hung, and was killed", "TIMEOUT_ERROR");
  }

  @Test
  void theControlHasToHang() {
    RaceJudge judge = judge(Results.good(SOME));
    assertThat(judge.check(HANGS).detail()).startsWith("hung, and was killed, ");
    Check woken = check(HANGS, Results.of(HANGS, NORMAL, "TERMINATED", 100));
    assertThat(woken.status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aControlThatIsNotSeenIsUnknown() {
    Check check = check(CONTROL, Results.of(CONTROL, NORMAL, "42", 1000));
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).startsWith("not seen in 1000 samples");
  }

  @Test
  void aControlThatIsSeenOnceIsUnknownAndTwiceIsNot() {
    TestResult once = Results.of(CONTROL, NORMAL, "0", 1);
    RaceJudge judge = judge(Results.with(SOME, once));
    assertThat(judge.check(CONTROL).status()).isEqualTo(Status.UNKNOWN);
    assertThat(judge.check(CONTROL).detail()).startsWith("seen only once in 1 samples");
    assertThat(judge.isOpen(CONTROL)).isTrue();
    assertThat(check(CONTROL, Results.of(CONTROL, NORMAL, "0", 2)).status()).isEqualTo(Status.PASS);
  }

  @Test
  void aControlThatThrowsIsNotSeen() {
    Check check = check(CONTROL, Results.of(CONTROL, TEST_ERROR, "", 0));
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("TEST_ERROR");
  }

  @Test
  void aResultBelongsToItsMutantAlone() {
    RaceJudge judge = judge(List.of(Results.of(CONTROL, NORMAL, "0", 3)));
    assertThat(judge.tally(CONTROL).samples()).isEqualTo(3);
    assertThat(judge.tally(SHIPPED).samples()).isZero();
    assertThat(judge.tally(WEAKENED).samples()).isZero();
  }
}
