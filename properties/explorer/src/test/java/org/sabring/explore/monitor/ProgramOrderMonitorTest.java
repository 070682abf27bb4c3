package org.sabring.explore.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.memory.MemoryModel;

/** What the monitor allows and refuses, and what it says. A and B are sides, C is the last. */
class ProgramOrderMonitorTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;

  private static final MethodCall POLL = MethodCall.of("poll");
  private static final LinearizabilityMonitor<?> QUEUE =
      LinearizabilityMonitor.to(SequentialModel.boundedFifo(2));

  private static MethodCall offer(int element) {
    return MethodCall.of("offer", element);
  }

  /** A offers 1, 2 and 3, B polls twice, and C in the end. */
  private static Program queue() {
    return LateHistories.program(
        List.of(List.of(offer(1), offer(2), offer(3)), List.of(POLL, POLL), List.of(POLL, POLL)));
  }

  private static Hearing late() {
    return new Hearing(QUEUE.seenLate(queue()));
  }

  @Test
  void aCallMayNotHaveBeenHeardOf() {
    late().did(A, true, "offer", 1).did(B, null, "poll").did(B, 1, "poll");
    assertThat(new Hearing(QUEUE).did(A, true, "offer", 1).called(B, "poll").found(B, null, "poll"))
        .startsWith("not linearizable: ");
  }

  @Test
  void bothSidesMayBeLate() {
    Hearing each = late().did(A, true, "offer", 1).did(A, true, "offer", 2).did(B, 1, "poll");
    each.did(B, null, "poll").did(A, false, "offer", 3);
    Hearing one = new Hearing(QUEUE.inProgramOrder(queue()));
    one.did(A, true, "offer", 1).did(A, true, "offer", 2).did(B, 1, "poll").did(B, null, "poll");
    assertThat(one.called(A, "offer", 3).found(A, false, "offer", 3))
        .isEqualTo(
            "not sequentially consistent: A's offer 3 returned false; with the calls so far in any"
                + " order that keeps each side's own, a queue with room for 2 answers true; if that"
                + " may be said at any time while others are at work, declare relaxed(\"offer\","
                + " false)");
  }

  @Test
  void aSideCannotContradictItself() {
    Hearing hearing = late().called(A, "offer", 1);
    assertThat(hearing.found(A, false, "offer", 1))
        .startsWith("not explained by stores that are seen late: A's offer 1 returned false; ")
        .contains(" answers true");
  }

  @Test
  void aStackIsRefused() {
    Hearing hearing = late().did(A, true, "offer", 1).did(A, true, "offer", 2).called(B, "poll");
    assertThat(hearing.found(B, 2, "poll")).contains("answers 1 or null");
  }

  @Test
  void whatOthersMayYetExplainIsHeardOutToTheEnd() {
    late().did(B, 1, "poll").did(A, true, "offer", 1);
    Hearing never = late().did(B, 1, "poll");
    assertThatThrownBy(((ProgramOrderMonitor<?>) never.monitor())::atRest)
        .isInstanceOf(PropertyViolation.class)
        .hasMessageContaining("the calls that have returned");
    assertThat(late().called(B, "poll").found(B, 7, "poll"))
        .contains("answers 1 or 2 or 3 or null");
    assertThat(late().did(B, 1, "poll").called(A, "offer", 1).found(A, false, "offer", 1))
        .contains("answers true");
  }

  @Test
  void theLastSideComesAfterAllOthers() {
    Hearing hearing = late().did(A, true, "offer", 1).did(A, true, "offer", 2);
    hearing.did(B, null, "poll").did(B, 1, "poll").called(C, "poll");
    Monitor stepped = LateHistories.stepped(hearing.monitor(), C);
    assertThat(new Hearing(stepped).found(C, null, "poll")).contains("C's poll returned null");
    new Hearing(stepped).returned(C, 2, "poll").did(C, null, "poll");
  }

  @Test
  void aCallThatWasInterruptedHasDoneNothing() {
    Hearing hearing = late().did(A, Operation.INTERRUPTED, "offer", 1);
    assertThat(hearing.called(B, "poll").found(B, 1, "poll")).contains("answers 2 or 3 or null");
  }

  @Test
  void aRelaxedAnswerChangesNothingAndAnEstimateMayBeAnything() {
    LinearizabilityMonitor<?> relaxed = QUEUE.relaxed("offer", false).estimate("poll");
    for (Monitor monitor : List.of(relaxed.seenLate(queue()), relaxed.inProgramOrder(queue()))) {
      Hearing hearing = new Hearing(monitor).did(A, false, "offer", 1);
      assertThat(hearing.did(B, 77, "poll").monitor()).isEqualTo(hearing.monitor());
      assertThat(hearing.called(A, "offer", 2).found(A, null, "offer", 2))
          .endsWith("answers false or true");
    }
  }

  @Test
  void aCallThatTheProgramDoesNotMakeIsAMistake() {
    assertThatThrownBy(() -> late().did(A, null, "poll"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("call=poll, expected one of [offer 1, offer 2, offer 3]");
    assertThatThrownBy(() -> late().called(B, "poll").called(B, "size"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("call=size of side 1, expected poll to return first");
  }

  @Test
  void theMemorySaysWhichOrderIsAskedFor() {
    assertThat(QUEUE.on(MemoryModel.SC, queue())).isInstanceOf(LinearizabilityMonitor.class);
    assertThat(QUEUE.on(MemoryModel.TSO, queue())).isInstanceOf(ProgramOrderMonitor.class);
    assertThat(QUEUE.on(MemoryModel.RA, queue())).isInstanceOf(ProgramOrderMonitor.class);
  }
}
