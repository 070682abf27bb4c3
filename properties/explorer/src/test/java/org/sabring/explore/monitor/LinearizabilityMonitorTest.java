package org.sabring.explore.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Operation.Threw;
import org.sabring.explore.PropertyViolation;

/** What the monitor allows and refuses, and what it says. A is side 0, B is side 1, C is side 2. */
class LinearizabilityMonitorTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;

  private static LinearizabilityMonitor<?> queue(int capacity) {
    return LinearizabilityMonitor.to(SequentialModel.boundedFifo(capacity))
        .letters(side -> (char) ('A' + side));
  }

  private static Hearing hearing() {
    return new Hearing(queue(2));
  }

  @Test
  void aStackIsRefused() {
    Hearing hearing = hearing().did(A, true, "offer", 1).did(A, true, "offer", 2).called(B, "poll");
    assertThat(hearing.found(B, 2, "poll"))
        .isEqualTo(
            "not linearizable: B's poll returned 2; with the calls so far in any order that keeps"
                + " their times, a queue with room for 2 answers 1");
  }

  @Test
  void aLostElementIsRefusedByTheLastSide() {
    Hearing hearing = hearing().did(A, true, "offer", 1).did(A, true, "offer", 2);
    hearing.did(B, 1, "poll").called(C, "poll");
    assertThat(hearing.found(C, null, "poll"))
        .contains("C's poll returned null")
        .contains("answers 2");
  }

  @Test
  void anElementThatIsThereTwiceIsRefused() {
    Hearing hearing = hearing().called(A, "poll").called(B, "poll").did(C, true, "offer", 1);
    hearing.returned(A, 1, "poll");
    assertThat(hearing.found(B, 1, "poll")).contains("answers null");
  }

  @Test
  void anElementOutOfThinAirIsRefused() {
    Hearing hearing = hearing().called(A, "offer", 1).called(B, "poll");
    assertThat(hearing.found(B, 7, "poll")).contains("returned 7").contains("answers 1 or null");
  }

  @Test
  void callsAtTheSameTimeTakeEffectInAnyOrder() {
    for (List<Object> order : List.of(List.<Object>of(1, 2), List.<Object>of(2, 1))) {
      Hearing hearing = hearing().called(A, "offer", 1).called(B, "offer", 2);
      hearing.returned(A, true, "offer", 1).returned(B, true, "offer", 2);
      hearing.did(C, order.get(0), "poll").did(C, order.get(1), "poll").did(C, null, "poll");
    }
  }

  @Test
  void aCallThatNeverReturnsMayHaveHappenedAndMayNot() {
    hearing().called(A, "offer", 1).did(B, null, "poll").did(B, 1, "poll").did(B, null, "poll");
    hearing().called(A, "offer", 1).did(B, null, "poll").did(B, null, "poll");
    assertThat(
            hearing().called(A, "offer", 1).did(B, 1, "poll").called(B, "poll").found(B, 1, "poll"))
        .contains("answers null");
  }

  @Test
  void whatWaitsHasNoAnswer() {
    Hearing full = new Hearing(queue(1)).did(A, null, "put", 1).called(A, "put", 2);
    assertThat(full.found(A, null, "put", 2))
        .contains("A's put 2 has returned; ")
        .endsWith("a queue with room for 1 waits");
    full.did(B, 1, "take").returned(A, null, "put", 2).called(B, "take").called(A, "take");
    full.returned(A, 2, "take");
    assertThat(full.found(B, 2, "take")).endsWith(" waits");
  }

  @Test
  void aCallThatWasInterruptedHasDoneNothing() {
    Hearing hearing = hearing().called(A, "put", 1).returned(A, Operation.INTERRUPTED, "put", 1);
    assertThat(hearing.called(B, "poll").found(B, 1, "poll")).contains("answers null");
    Hearing seen = hearing().called(A, "put", 1).did(B, 1, "poll");
    assertThat(seen.found(A, Operation.INTERRUPTED, "put", 1)).contains("answers null");
  }

  @Test
  void anExceptionIsRightWhereTheModelThrowsIt() {
    Object full = new Threw("java.lang.IllegalStateException: Queue full");
    new Hearing(queue(1)).did(A, true, "add", 1).did(A, full, "add", 2).did(B, 1, "remove");
    assertThat(hearing().called(A, "add", 1).found(A, full, "add", 1))
        .contains("A's add 1 throws java.lang.IllegalStateException: Queue full; ")
        .endsWith("answers true");
    Object broken = new Threw("java.lang.ArrayIndexOutOfBoundsException: 3");
    assertThat(hearing().called(A, "size").found(A, broken, "size")).endsWith("answers 0");
  }

  @Test
  void aFindingNamesTheDeclarationThatItWouldGoAwayBy() {
    Hearing hearing = hearing().called(A, "offer", 1);
    assertThat(hearing.found(A, false, "offer", 1)).endsWith("declare relaxed(\"offer\", false)");
    hearing.returned(A, true, "offer", 1).called(B, "poll");
    assertThat(hearing.found(B, null, "poll")).endsWith("declare relaxed(\"poll\", null)");
    assertThat(hearing.called(A, "size").found(A, 2, "size"))
        .endsWith("declare estimate(\"size\")");
  }

  @Test
  void aFindingThatNoDeclarationMakesGoAwayNamesNone() {
    Hearing hearing = hearing().called(A, "offer", 1).did(B, 1, "poll");
    assertThat(hearing.found(A, false, "offer", 1)).endsWith("answers true");
  }

  @Test
  void aRelaxedAnswerIsRightAtAnyTimeAndChangesNothing() {
    Hearing hearing = new Hearing(queue(2).relaxed("offer", false).relaxed("poll", null));
    hearing
        .did(A, false, "offer", 1)
        .did(A, true, "offer", 2)
        .did(B, null, "poll")
        .called(B, "poll");
    assertThat(hearing.found(B, 1, "poll")).endsWith("answers 2 or null");
    hearing.returned(B, 2, "poll").called(A, "offer", 3).did(B, 3, "poll");
    assertThat(hearing.found(A, false, "offer", 3)).endsWith("answers true");
  }

  @Test
  void anEstimateMayBeAnything() {
    Hearing hearing = new Hearing(queue(2).estimate("size")).did(A, -7, "size");
    assertThat(hearing.called(A, "size").found(A, new Threw("java.lang.Error"), "size"))
        .isEqualTo("size throws java.lang.Error");
  }

  @Test
  void monitorsAreEqualThatHoldTheSameToBePossible() {
    Monitor start = queue(2);
    Hearing all = new Hearing(start).did(A, true, "offer", 1).did(B, 1, "poll");
    assertThat(all.monitor()).isEqualTo(start).hasSameHashCodeAs(start);
    Monitor before = new Hearing(start).called(A, "offer", 1).did(B, null, "poll").monitor();
    Monitor after = new Hearing(start).did(B, null, "poll").called(A, "offer", 1).monitor();
    assertThat(before).isEqualTo(after).hasSameHashCodeAs(after);
    assertThat(new Hearing(start).did(A, true, "offer", 1).monitor()).isNotEqualTo(start);
    assertThat(new Hearing(start).called(A, "offer", 1).monitor()).isNotEqualTo(start);
  }

  @Test
  void aCallThatIsToldOfAgainHasBeenUnderWaySinceTheFirstTime() {
    Hearing hearing = hearing().called(A, "poll").did(B, true, "offer", 1);
    Monitor once = hearing.monitor();
    assertThat(hearing.called(A, "poll").monitor()).isEqualTo(once);
    hearing.returned(A, null, "poll");
  }

  @Test
  void aSideThatCallsTwiceAtOnceIsAMistake() {
    Hearing hearing = hearing().called(A, "poll");
    assertThatThrownBy(() -> hearing.called(A, "size"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("call=size of side 0, expected poll to return first");
  }

  @Test
  void withoutLettersASideIsANumber() {
    Hearing hearing =
        new Hearing(LinearizabilityMonitor.to(SequentialModel.boundedFifo(Integer.MAX_VALUE)));
    assertThat(hearing.called(B, "poll").found(B, 1, "poll"))
        .startsWith("not linearizable: side 1's poll returned 1; ")
        .endsWith("a queue answers null");
  }

  @Test
  void bothOfTwoMonitorsHearEverything() {
    Monitor both = CombinedMonitors.all(queue(2), queue(1));
    Hearing hearing = new Hearing(both).did(A, true, "offer", 1).called(A, "offer", 2);
    assertThat(hearing.found(A, true, "offer", 2)).contains("room for 1 answers false");
    assertThat(hearing.found(A, false, "offer", 2)).contains("room for 2 answers true");
    assertThat(new Hearing(both).did(A, true, "offer", 1).did(B, 1, "poll").monitor())
        .isEqualTo(both);
    assertThatThrownBy(
            () ->
                CombinedMonitors.all(Monitor.NONE, Monitor.NONE)
                    .returned(A, Hearing.operation("poll"), new Threw("java.lang.Error")))
        .isInstanceOf(PropertyViolation.class);
  }
}
