package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sabring.explore.PropertyViolation;
import org.sabring.properties.explore.ring.RingCall.Got;
import org.sabring.properties.explore.ring.RingCall.Kept;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.spec.law.Rule;

/** Every promise that callers have, kept and broken. */
class RingHistoryTest {

  private static final Got EMPTY = new Got("EMPTY", List.of());
  private static final Got END = new Got("END", List.of());

  private final RingHistory history = new RingHistory(2, true, Set.of());

  private void call(RingCall call, Object answer) {
    history.called(call);
    history.returned(call, answer);
  }

  private void put(int element, String answer) {
    call(new RingCall(Kind.OFFER, element), answer);
  }

  private void poll(Object answer) {
    call(new RingCall(Kind.POLL, 0), answer);
  }

  private void close(boolean answer) {
    call(new RingCall(Kind.CLOSE, 0), answer);
  }

  private void cancel(boolean answer) {
    call(new RingCall(Kind.CANCEL, 0), answer);
  }

  private static Got element(int element) {
    return new Got("ELEMENT", List.of(element));
  }

  private static void breaks(Runnable last, Rule... rules) {
    PropertyViolation breach = catchThrowableOfType(PropertyViolation.class, last::run);
    assertThat(breach).isNotNull();
    assertThat(breach.rules()).containsExactly(rules);
  }

  @Test
  void whatARingDoesIsAllowed() {
    assertThatCode(
            () -> {
              poll(EMPTY);
              put(1, "STORED");
              put(2, "STORED");
              put(3, "FULL");
              poll(element(1));
              close(true);
              close(false);
              put(3, "CLOSED");
              poll(element(2));
              poll(END);
              cancel(true);
              poll(new Got("CANCELLED", List.of()));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void anElementMayBeTakenBeforeItsPutReturns() {
    RingCall put = new RingCall(Kind.PUT, 1);
    history.called(put);
    poll(element(1));
    history.returned(put, "STORED");
    assertThat(history.size()).isZero();
    assertThat(history.puts()).isEqualTo(history.takes());
  }

  @Test
  void required_RB101_oldestFirst() {
    put(1, "STORED");
    put(2, "STORED");
    breaks(() -> poll(element(2)), Rule.RB101);
  }

  @Test
  void required_RB102_storedElementsAreSeen() {
    put(1, "STORED");
    breaks(() -> poll(EMPTY), Rule.RB102);
    RingHistory loose = new RingHistory(2, false, Set.of());
    RingCall put = new RingCall(Kind.PUT, 1);
    loose.called(put);
    loose.returned(put, "STORED");
    RingCall poll = new RingCall(Kind.POLL, 0);
    loose.called(poll);
    assertThatCode(() -> loose.returned(poll, EMPTY)).doesNotThrowAnyException();
  }

  @Test
  void required_RB102_drainingTakesWhatIsStored() {
    put(1, "STORED");
    put(2, "STORED");
    breaks(() -> call(new RingCall(Kind.DRAIN, 2), new Got("DRAINED", List.of(1))), Rule.RB102);
  }

  @Test
  void required_RB103_nothingIsInventedOrDoubled() {
    breaks(() -> poll(element(1)), Rule.RB103);
    put(1, "STORED");
    poll(element(1));
    breaks(() -> poll(element(1)), Rule.RB103);
  }

  @Test
  void required_RB103_whatWasTakenIsStored() {
    RingCall put = new RingCall(Kind.OFFER, 1);
    history.called(put);
    poll(element(1));
    breaks(() -> history.returned(put, "FULL"), Rule.RB103);
  }

  @Test
  void required_RB104_theBound() {
    put(1, "STORED");
    put(2, "STORED");
    breaks(() -> put(3, "STORED"), Rule.RB104);
  }

  @Test
  void required_RB104_fullOnlyWhenFull() {
    put(1, "STORED");
    breaks(() -> put(2, "FULL"), Rule.RB104);
  }

  @Test
  void required_RB501_theEndComesAfterCloseAndEverything() {
    breaks(() -> poll(END), Rule.RB501);
    put(1, "STORED");
    close(true);
    breaks(() -> poll(END), Rule.RB102, Rule.RB501);
  }

  @Test
  void required_RB501_afterCloseItIsNotEmpty() {
    close(true);
    breaks(() -> poll(EMPTY), Rule.RB501);
  }

  @Test
  void required_RB501_closedOnlyAfterClose() {
    breaks(() -> put(1, "CLOSED"), Rule.RB501);
  }

  @Test
  void required_RB502_closingAndCancellingAreFinal() {
    close(true);
    breaks(() -> close(true), Rule.RB502);
    breaks(() -> put(1, "STORED"), Rule.RB502);
    breaks(() -> put(1, "CANCELLED"), Rule.RB502);
    cancel(true);
    breaks(() -> cancel(true), Rule.RB502);
    breaks(() -> poll(element(1)), Rule.RB502);
  }

  @Test
  void whatABatchDoesIsAllowed() {
    RingCall three = new RingCall(Kind.PUT, 1, 3);
    RingCall two = new RingCall(Kind.TAKE, 0, 2);
    assertThatCode(
            () -> {
              call(three, new Kept("STORED", 2));
              call(two, new Got("ELEMENT", List.of(1, 2)));
              history.called(two);
              history.called(three);
              history.returned(two, new Got("ELEMENT", List.of(1)));
              history.returned(three, new Kept("STORED", 3));
              call(new RingCall(Kind.OFFER, 4, 2), new Kept("FULL", 0));
              call(two, new Got("ELEMENT", List.of(2, 3)));
            })
        .doesNotThrowAnyException();
    assertThat(List.of(history.puts(), history.takes())).containsExactly(5, 5);
  }

  @Test
  void control_whatABatchMayNotDoIsFound() {
    RingCall two = new RingCall(Kind.PUT, 1, 2);
    breaks(() -> call(two, new Kept("STORED", 1)), Rule.RB104);
    call(two, new Kept("STORED", 2));
    RingCall take = new RingCall(Kind.TAKE, 0, 2);
    breaks(() -> call(take, new Got("ELEMENT", List.of(1))), Rule.RB102);
    breaks(() -> call(take, new Got("ELEMENT", List.of(1, 2))), Rule.RB103);
  }
}
