package org.sabring.explore.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Rest;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.monitor.Placement.Heard;
import org.sabring.explore.monitor.Refusal.Order;

/**
 * A monitor for memories on which sides cannot tell the time: the calls have some order that keeps
 * each side's own, and in which a sequential model answers as they did. Calls of the last sides
 * ({@link Program.Sharing#last}) come after all others that have returned.
 *
 * <p><b>One order for all</b> ({@link LinearizabilityMonitor#inProgramOrder}) is sequential
 * consistency (Lamport 1979), of calls instead of accesses. With release and acquire, and with
 * store buffers, it is more than a correct queue keeps: its producer may still find it full, and go
 * on, while its consumer has taken an element and then finds it empty. No order explains both.
 *
 * <p><b>One order for each side</b> ({@link LinearizabilityMonitor#seenLate}) is what such a queue
 * keeps. Each side's order has all calls in it, but for those of others that have changed nothing:
 * they answered by what these had seen so far. So each element is taken once, in order, and none is
 * lost; and {@code null} or {@code false} is right if an order explains it to the side that was
 * told. What changes nothing, the model says: {@link SequentialModel#changesNothing}.
 *
 * <p><b>What it sees.</b> A lost element, if a last side polls until nothing is left; an element
 * that is there twice, or was never offered; elements that come out in another order than one side
 * has put them in; and what a side's own calls contradict, as a null from a queue that this side
 * alone takes from, when it has filled it itself.
 *
 * <p><b>What it cannot see.</b> That a side knows of another's call, by what they share or by other
 * words of the program. A poll may say null although an offer happened before it; an offer may say
 * false for ever; elements of two sides may come out in any order of the two, even if one side has
 * told the other when it was done.
 *
 * <p><b>How.</b> It remembers each {@link Placement} from which calls to come may go on, and leaves
 * out those in which no calls that the program may still make could let all be placed that has
 * returned. If none is left, that is a {@link PropertyViolation}: at once, unless calls could come
 * that explain the answer; at the end at the latest. A call that never returns may have had its
 * effect.
 *
 * <p><b>What it costs.</b> With k sides of n calls there are (n + 1)^k ways to be under way, for
 * each state that the model can have there; at each return it looks at those within reach, once for
 * each order that is asked for.
 *
 * @param <S> a state of the model
 */
public final class ProgramOrderMonitor<S> extends CallMonitor<S> {

  private final Order order;
  private final CallAgenda agenda;

  /** The placements: one set for all sides, or one for each. */
  private final List<Set<Placement<S>>> placements;

  /** What has come of returns so far: there are few, and each comes on many ways. */
  private final Map<Returned<S>, ProgramOrderMonitor<S>> known;

  private record Returned<S>(ProgramOrderMonitor<S> before, int side, Object answer) {}

  private ProgramOrderMonitor(
      Contract<S> contract,
      Order order,
      CallAgenda agenda,
      Map<Integer, Object> pending,
      List<Set<Placement<S>>> placements,
      Map<Returned<S>, ProgramOrderMonitor<S>> known) {
    super(contract, pending, List.of(order, agenda, placements));
    this.order = order;
    this.agenda = agenda;
    this.placements = placements;
    this.known = known;
  }

  /** Of a program that nobody has begun. */
  static <S> ProgramOrderMonitor<S> on(Contract<S> contract, Order order, Program program) {
    CallAgenda agenda = CallAgenda.of(program).without(contract::isEstimate);
    Set<Placement<S>> start = Set.of(Placement.start(contract.model(), program.count()));
    int orders = order == Order.OF_EACH ? Math.max(1, agenda.others()) : 1;
    return new ProgramOrderMonitor<>(
        contract,
        order,
        agenda,
        Map.of(),
        Collections.nCopies(orders, start),
        new ConcurrentHashMap<>());
  }

  private ProgramOrderMonitor<S> with(
      CallAgenda left, Map<Integer, Object> underWay, List<Set<Placement<S>>> placed) {
    return new ProgramOrderMonitor<>(contract, order, left, underWay, placed, known);
  }

  @Override
  ProgramOrderMonitor<S> with(Map<Integer, Object> underWay) {
    return with(agenda, underWay, placements);
  }

  /** By the first step of a last side the others have ended. What needs no step is no sign. */
  @Override
  public ProgramOrderMonitor<S> stepped(Step step, Memory after) {
    if (agenda.closed() || !step.isAccess() || !agenda.isLast(step.side())) {
      return this;
    }
    CallAgenda closed = agenda.closed(pending);
    return with(closed, pending, placed(closed));
  }

  /** What is left of the placements when there are fewer calls to come. */
  private List<Set<Placement<S>>> placed(CallAgenda left) {
    Outlook<S> outlook = new Outlook<>(contract.model(), left);
    List<Set<Placement<S>>> placed = placements.stream().map(outlook::frontier).toList();
    if (placed.stream().anyMatch(Set::isEmpty)) {
      throw order.breach("the calls that have returned", contract.model() + " answers otherwise");
    }
    return placed;
  }

  @Override
  ProgramOrderMonitor<S> returned(
      int side, Object call, Object answer, Map<Integer, Object> others) {
    Returned<S> returned = new Returned<>(this, side, PlainAnswer.of(answer));
    ProgramOrderMonitor<S> next = known.get(returned);
    if (next == null) {
      next = placed(side, call, answer, others);
      known.put(returned, next);
    }
    return next;
  }

  private ProgramOrderMonitor<S> placed(
      int side, Object call, Object answer, Map<Integer, Object> others) {
    CallAgenda after = agenda.after(side, call);
    Outlook<S> outlook = new Outlook<>(contract.model(), after);
    List<Set<Placement<S>>> placed = new ArrayList<>();
    for (int which = 0; which < placements.size(); which++) {
      placed.add(outlook.frontier(heard(which, side, call, PlainAnswer.of(answer))));
    }
    if (placed.stream().anyMatch(Set::isEmpty)) {
      throw refusal(side, call, outlook).of(answer);
    }
    return with(after, others, placed);
  }

  /** What becomes of the placements of an order when a call has returned. */
  private Set<Placement<S>> heard(int which, int side, Object call, Object answer) {
    boolean isLate = order == Order.OF_EACH && which != side && !agenda.isLast(side);
    if (answer.equals(Operation.INTERRUPTED)
        || (isLate && contract.model().changesNothing(call, answer))) {
      return placements.get(which);
    }
    boolean miss = contract.isMiss(call, answer) || (isLate && answer.equals(false));
    Set<Placement<S>> heard = new HashSet<>(miss ? placements.get(which) : Set.of());
    for (Placement<S> one : placements.get(which)) {
      heard.add(one.with(side, new Heard(call, answer, miss)));
    }
    return heard;
  }

  private Refusal refusal(int side, Object call, Outlook<S> after) {
    Outlook<S> now = new Outlook<>(contract.model(), agenda.only(side, call));
    Set<Object> right = new HashSet<>();
    placements.forEach(some -> right.addAll(now.answers(some, side)));
    right.removeIf(answer -> !canAnswer(side, call, answer, after));
    boolean mayBeUntouched = canAnswer(side, call, Operation.INTERRUPTED, after);
    return new Refusal(contract, order, side, call, right, mayBeUntouched);
  }

  private boolean canAnswer(int side, Object call, Object answer, Outlook<S> after) {
    for (int which = 0; which < placements.size(); which++) {
      if (heard(which, side, call, answer).stream().noneMatch(after::canEnd)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void rested(Rest rest) {
    super.rested(rest);
    atRest();
  }

  /** When no calls come any more: what was returned is placed by what is under way alone. */
  void atRest() {
    placed(agenda.atRest(pending));
  }

  @Override
  public String toString() {
    return "%s, %s: %s, under way %s".formatted(contract.model(), order, placements, pending);
  }
}
