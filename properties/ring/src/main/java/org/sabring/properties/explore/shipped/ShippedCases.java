package org.sabring.properties.explore.shipped;

import static org.sabring.memory.SharedInts.ALL;
import static org.sabring.memory.SharedInts.FOREVER;
import static org.sabring.properties.explore.shipped.ShippedCase.on;
import static org.sabring.properties.explore.shipped.WaitCall.await;
import static org.sabring.properties.explore.shipped.WaitCall.awaitADay;
import static org.sabring.properties.explore.shipped.WaitCall.awaitInView;
import static org.sabring.properties.explore.shipped.WaitCall.awaitInterruptibly;
import static org.sabring.properties.explore.shipped.WaitCall.store;
import static org.sabring.properties.explore.shipped.WaitCall.untilWaiting;
import static org.sabring.properties.explore.shipped.WaitCall.wake;

import java.util.List;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.memory.SharedInts;
import org.sabring.memory.WaitStrategy;

/** The programs that are explored of the shipped waiter lists. */
final class ShippedCases {

  private static final String[] TOLD_OR_NOT_WAITING = {"OK; 1", "NOT_EQUAL; 0"};

  static final ShippedCase NOT_LOST =
      ShippedCase.of(
          "no wake-up is lost",
          on(1, List.of(await(0)), List.of(store(0), wake(0, 1))),
          TOLD_OR_NOT_WAITING);

  /** Who wakes takes the lock only if it sees the flag of who waits. */
  static final ShippedCase NOT_LOST_WITH_FENCES =
      ShippedCase.of(
          "no wake-up is lost, with a flag and fences",
          on(
              Program.sharing(() -> SharedInts.heap(1, WaitStrategy.FENCE)),
              List.of(await(0)),
              List.of(store(0), wake(0, 1))),
          TOLD_OR_NOT_WAITING);

  static final ShippedCase EARLY =
      ShippedCase.of(
              "parking that ends for no reason",
              on(2, List.of(await(0)), List.of(wake(1, ALL))),
              "-; 0")
          .with(Options.PLAIN.spurious(2));

  /** The wake-up of a wait may come when it is over, and then end the next one's parking. */
  static final ShippedCase LATE =
      ShippedCase.of(
          "a wake-up that comes late",
          on(1, List.of(await(0), await(0)), List.of(wake(0, 1))),
          "-; 0",
          "OK -; 1");

  static final ShippedCase IN_ORDER =
      ShippedCase.of(
          "first in, first out",
          on(
              1,
              List.of(await(0)),
              List.of(untilWaiting(0, 1), await(0)),
              List.of(untilWaiting(0, 2), wake(0, 1))),
          "OK; ready -; ready 1");

  static final ShippedCase AS_MANY =
      ShippedCase.of(
          "as many as it says",
          on(
              1,
              List.of(await(0)),
              List.of(await(0)),
              List.of(await(0)),
              List.of(untilWaiting(0, 3), wake(0, 2))),
          "OK; OK; -; ready 2",
          "OK; -; OK; ready 2",
          "-; OK; OK; ready 2");

  static final ShippedCase TWO_WORDS =
      ShippedCase.of(
          "two words",
          on(
              2,
              List.of(await(0)),
              List.of(await(1)),
              List.of(untilWaiting(0, 1), untilWaiting(1, 1), wake(1, ALL))),
          "-; OK; ready ready 1");

  static final ShippedCase TWO_VIEWS =
      ShippedCase.of(
          "two views of one memory",
          on(2, List.of(awaitInView(1)), List.of(store(1), wake(1, 1))),
          TOLD_OR_NOT_WAITING);

  static final ShippedCase TIMED =
      ShippedCase.of(
              "a time that is up when it is notified",
              on(1, List.of(awaitADay(0)), List.of(wake(0, 1))),
              "TIMED_OUT; 0",
              "OK; 1")
          .with(Options.PLAIN.spurious(1));

  static final ShippedCase INTERRUPTED =
      ShippedCase.of(
              "interrupted when it is notified",
              on(1, List.of(awaitInterruptibly(0, FOREVER)), List.of(wake(0, 1))),
              "-; 0",
              "OK; 1",
              "OK!; 1; interrupted",
              "INTERRUPTED; 0; interrupted")
          .with(Options.PLAIN.interrupts(1));

  private static final Operation<Asking> CHANGE = Operation.of("change", Asking::change);

  /** Once it is told, or was taken back: not both, and not neither. */
  static final ShippedCase CANCELLED =
      ShippedCase.of(
          "taken back when it is notified",
          Program.sharing(() -> new Asking(SharedInts.heap(1)))
              .side('A', Operation.of("ask", Asking::ask), Operation.of("cancel", Asking::cancel))
              .side('B', CHANGE)
              .last('D', Operation.of("told", Asking::told))
              .program(),
          "false false; 0; 0 times, 0",
          "true true; 0; 0 times, 0",
          "true false; 1; 1 times, 2");

  private ShippedCases() {}

  static List<ShippedCase> all() {
    return List.of(
        NOT_LOST,
        NOT_LOST_WITH_FENCES,
        EARLY,
        LATE,
        IN_ORDER,
        AS_MANY,
        TWO_WORDS,
        TWO_VIEWS,
        TIMED,
        INTERRUPTED,
        CANCELLED);
  }
}
