package org.sabring.explore.monitor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Monitor;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Refusal.Order;

/**
 * A monitor of linearizability: each call takes effect at once, at some moment between its first
 * step and its return, and the answers are those that a sequential model gives in that order.
 *
 * <p><b>How.</b> It remembers every {@link Configuration} that the calls so far may have led to. A
 * call that has begun may take effect at any moment, or never; this is worked out when a call
 * returns, and those configurations are kept in which it has got the answer that it returned. If
 * there is none left, that is a {@link org.sabring.explore.PropertyViolation}. Of the
 * configurations that are kept, those that others may still become are left out, so that two
 * monitors are equal exactly if they hold the same configurations to be possible.
 *
 * <p><b>What is right by default.</b> A call that was interrupted has done nothing. An exception is
 * right where the model throws it, whatever its message. Nobody may sleep for ever, even if the
 * model would wait too; say {@link #orSleeping} if that is to be right.
 *
 * <p><b>Lost elements.</b> An answer alone does not tell that an element is lost: nobody may have
 * asked for it yet. So give the program a last side ({@link
 * org.sabring.explore.Program.Sharing#last}) that polls until nothing is left; it is watched like
 * any other, and begins when all others have returned.
 *
 * <p><b>On weak memories</b> no side can tell that another's call has returned, and this is too
 * much to ask: use {@link #on}.
 *
 * <p><b>What it costs.</b> With k other calls under way, a return tries each order of each choice
 * of them: e·k! at most, for each configuration that is remembered.
 *
 * @param <S> a state of the model
 */
public final class LinearizabilityMonitor<S> extends CallMonitor<S> {

  /** The configurations that no other may become. */
  private final Set<Configuration<S>> sources;

  private LinearizabilityMonitor(
      Contract<S> contract, Map<Integer, Object> pending, Set<Configuration<S>> sources) {
    super(contract, pending, List.of(sources));
    this.sources = sources;
  }

  private static <S> LinearizabilityMonitor<S> from(Contract<S> contract) {
    Configuration<S> start = new Configuration<>(contract.model().start(), Map.of());
    return new LinearizabilityMonitor<>(contract, Map.of(), Set.of(start));
  }

  /** Holds a program to a model; it has heard of nothing. */
  public static <S> LinearizabilityMonitor<S> to(SequentialModel<S> model) {
    return from(Contract.of(model));
  }

  /**
   * The same from the start, and calls of a method may have that answer at any time, and have done
   * nothing then: an offer that says false while others offer too, a poll that says null.
   */
  public LinearizabilityMonitor<S> relaxed(String method, @Nullable Object answer) {
    return from(contract.relaxed(method, PlainAnswer.of(answer)));
  }

  /** The same from the start, and a method may answer anything; it is taken to do nothing. */
  public LinearizabilityMonitor<S> estimate(String method) {
    return from(contract.estimate(method));
  }

  /** The same from the start, and sides may sleep for ever. */
  public LinearizabilityMonitor<S> orSleeping() {
    return from(contract.orSleeping());
  }

  /** The same from the start, with names for the sides: {@code letters(program::letter)}. */
  public LinearizabilityMonitor<S> letters(IntFunction<Character> letter) {
    return from(contract.naming(side -> String.valueOf(letter.apply(side))));
  }

  /**
   * The monitor of a program on a memory, by the same contract, who asks for what correct code
   * keeps there: this one where memory is sequentially consistent, and {@link #seenLate} where it
   * is not.
   */
  public Monitor on(MemoryModel memory, Program program) {
    return memory == MemoryModel.SC ? letters(program::letter) : seenLate(program);
  }

  /** The monitor by the same contract who asks for one order that keeps each side's own. */
  public ProgramOrderMonitor<S> inProgramOrder(Program program) {
    return ProgramOrderMonitor.on(naming(program), Order.OF_PROGRAM, program);
  }

  /** The monitor by the same contract who asks for one order for each side. */
  public ProgramOrderMonitor<S> seenLate(Program program) {
    return ProgramOrderMonitor.on(naming(program), Order.OF_EACH, program);
  }

  private Contract<S> naming(Program program) {
    return contract.naming(side -> String.valueOf(program.letter(side)));
  }

  @Override
  LinearizabilityMonitor<S> with(Map<Integer, Object> underWay) {
    return new LinearizabilityMonitor<>(contract, underWay, sources);
  }

  @Override
  LinearizabilityMonitor<S> returned(
      int side, Object call, Object answer, Map<Integer, Object> others) {
    Object plain = PlainAnswer.of(answer);
    boolean miss = contract.isMiss(call, plain);
    Set<Configuration<S>> possible = Configuration.closure(sources, contract.model(), pending);
    Set<Configuration<S>> kept =
        possible.stream()
            .filter(one -> plain.equals(one.answer(side)) || (miss && one.isUntouched(side)))
            .map(one -> one.without(side))
            .collect(Collectors.toSet());
    if (kept.isEmpty()) {
      throw refusal(side, call, possible).of(answer);
    }
    return new LinearizabilityMonitor<>(
        contract, others, Configuration.sources(kept, contract.model(), others));
  }

  private Refusal refusal(int side, Object call, Set<Configuration<S>> possible) {
    Set<Object> right =
        possible.stream()
            .map(one -> one.answer(side))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    boolean mayBeUntouched = possible.stream().anyMatch(one -> one.isUntouched(side));
    return new Refusal(contract, Order.OF_TIME, side, call, right, mayBeUntouched);
  }

  @Override
  public String toString() {
    return "linearizable to " + contract.model() + ": " + sources + ", under way " + pending;
  }
}
