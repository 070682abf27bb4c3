package org.sabring.spec.law;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The invariants of {@code CursorRingPromises.tla}, by the same names: what the law promises of
 * every state. Those that speak of a step, and of the middle of a put, are the model's alone;
 * {@code InOrder} is {@code RefinesBoundedFifo} as {@code WeakCursorRingPromises.tla} has it.
 *
 * <p>They are written down a second time, by hand: nothing computes them from the TLA+ text. What
 * is tested is that the names are the law's; that they hold in every state of the machine, which
 * has TLC's states edge for edge, and in which TLC finds the law's to hold; and that each mistaken
 * order of steps breaks one that states a rule which the catalogue names.
 */
public enum Promise {
  InOrder((s, p) -> s.received() == s.taken() && s.taken() <= s.put(), Rule.RB101, Rule.RB103),
  Bounded(
      (s, p) ->
          s.put() - s.taken() == p.layout().distance(s.read(), s.write())
              && s.put() - s.taken() <= p.capacity() - 1,
      Rule.RB104),
  NoDataRaces(
      (s, p) ->
          s.pStep() != RingStep.PWriteSlot
              || s.cStep() != RingStep.CReadSlot
              || MemoryLayout.cursor(s.pWrite()) != MemoryLayout.cursor(s.cRead()),
      Rule.RB201,
      Rule.RB202),
  NoLostWakeup(
      (s, p) -> producerIsTold(s, p) && consumerIsTold(s), Rule.RB301, Rule.RB302, Rule.RB303),
  NoDeadlock((s, p) -> goesOn(s) || isDone(s), Rule.RB304),
  ConsumedNeverAhead(
      (s, p) -> Math.floorMod(s.produced() - s.consumed(), p.modulus()) <= p.capacity(),
      Rule.RB401),
  EndOnlyAfterEverything(
      (s, p) -> !s.ended() || (MemoryLayout.isFlagged(s.write()) && s.taken() == s.put()),
      Rule.RB501),
  CancelFreesProducer(
      (s, p) ->
          s.pStep() != RingStep.PAsleep
              || !MemoryLayout.isFlagged(s.read())
              || s.cStep() == RingStep.CNotify,
      Rule.RB503);

  @SuppressWarnings("ImmutableEnumChecker") // a function of its arguments alone
  private final BiPredicate<RingState, Protocol> holds;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Rule> rules;

  Promise(BiPredicate<RingState, Protocol> holds, Rule... rules) {
    this.holds = holds;
    this.rules = List.of(rules);
  }

  /** The rules that it states. */
  public List<Rule> rules() {
    return rules;
  }

  /** The invariants that do not hold in a state. */
  public static List<Promise> broken(RingState state, Protocol protocol) {
    return Arrays.stream(values()).filter(one -> !one.holds.test(state, protocol)).toList();
  }

  private static boolean producerIsTold(RingState s, Protocol p) {
    boolean full = p.layout().distance(s.read(), s.write()) == p.capacity() - 1;
    return s.pStep() != RingStep.PAsleep
        || s.cStep() == RingStep.CCountConsumed
        || s.cStep() == RingStep.CNotify
        || (full && !MemoryLayout.isFlagged(s.read()));
  }

  private static boolean consumerIsTold(RingState s) {
    boolean empty = MemoryLayout.cursor(s.read()) == MemoryLayout.cursor(s.write());
    return s.cStep() != RingStep.CAsleep
        || s.pStep() == RingStep.PNotify
        || (empty && !MemoryLayout.isFlagged(s.write()));
  }

  private static boolean goesOn(RingState s) {
    return (s.pStep() != RingStep.PAsleep && s.pStep() != RingStep.PDone)
        || (s.cStep() != RingStep.CAsleep && s.cStep() != RingStep.CDone);
  }

  private static boolean isDone(RingState s) {
    return s.pStep() == RingStep.PDone
        && (s.cStep() == RingStep.CDone
            || (s.taken() == s.put() && !MemoryLayout.isFlagged(s.write())));
  }
}
