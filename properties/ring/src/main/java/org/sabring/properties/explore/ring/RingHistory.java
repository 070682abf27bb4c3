package org.sabring.properties.explore.ring;

import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB104;
import static org.sabring.spec.law.Rule.RB501;
import static org.sabring.spec.law.Rule.RB502;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.PropertyViolation;
import org.sabring.properties.explore.ring.RingCall.Got;
import org.sabring.properties.explore.ring.RingCall.Kept;
import org.sabring.spec.law.Rule;

/**
 * The ring as its callers see it: a bounded FIFO. It is judged as it goes, from the calls and their
 * answers alone. With one producer and one consumer little has to be remembered: what is stored for
 * certain, and for the call that each side is in what may already have happened in it.
 *
 * <p>On a memory that is not {@code exact} an answer may be out of date: FULL and EMPTY say only
 * what the side could see. Order, loss, doubling and the bound are judged on every memory.
 */
final class RingHistory {

  private final int bound;
  private final boolean exact;

  /** The rules that are not to be noticed. */
  private final Set<Rule> off;

  /** Elements whose call has returned and that have not been taken, oldest first. */
  private List<Integer> stored = new ArrayList<>();

  /** The elements that are being put, of which some may have been taken before the put returns. */
  private List<Integer> offered = List.of();

  private int offeredAndTaken;

  /** How much room there was for certain when the producer's call began. */
  private int room;

  /** How many elements were stored for certain when the consumer's call began. */
  private int due;

  /** How many the consumer's call may have taken already. */
  private int taking;

  private boolean closing;
  private boolean closed;
  private boolean closedBefore;
  private boolean cancelling;
  private boolean cancelled;
  private boolean ended;
  private int puts;
  private int takes;

  /** Computed when first asked for: by then nothing changes any more. */
  private int hash;

  RingHistory(int bound, boolean exact, Set<Rule> off) {
    this.bound = bound;
    this.exact = exact;
    this.off = off;
  }

  RingHistory copy() {
    RingHistory copy = new RingHistory(bound, exact, off);
    copy.stored = new ArrayList<>(stored);
    copy.offered = offered;
    copy.offeredAndTaken = offeredAndTaken;
    copy.room = room;
    copy.due = due;
    copy.taking = taking;
    copy.closing = closing;
    copy.closed = closed;
    copy.closedBefore = closedBefore;
    copy.cancelling = cancelling;
    copy.cancelled = cancelled;
    copy.ended = ended;
    copy.puts = puts;
    copy.takes = takes;
    return copy;
  }

  private List<Object> parts() {
    List<Object> parts = new ArrayList<>(stored);
    parts.add(offered);
    parts.addAll(List.of(offeredAndTaken, room, due, taking, closing, closed, closedBefore));
    parts.addAll(List.of(cancelling, cancelled, ended, puts, takes));
    return parts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof RingHistory history
            && hashCode() == history.hashCode()
            && parts().equals(history.parts()));
  }

  @Override
  public int hashCode() {
    hash = hash == 0 ? parts().hashCode() : hash;
    return hash;
  }

  int puts() {
    return puts;
  }

  int takes() {
    return takes;
  }

  boolean isClosed() {
    return closed;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** How many elements are stored when neither side is in a call that moves one. */
  int size() {
    return stored.size();
  }

  void called(RingCall call) {
    switch (call.kind()) {
      case OFFER, PUT, TIMED_PUT, BRIEF_PUT, INSTANT_PUT -> {
        offered = call.elements();
        room = Math.max(0, bound - stored.size());
      }
      case POLL, TAKE, TIMED_TAKE, BRIEF_TAKE, INSTANT_TAKE, DRAIN -> {
        due = stored.size();
        taking = call.limit();
        closedBefore = closed;
      }
      case CLOSE -> closing = true;
      case CANCEL -> cancelling = true;
    }
  }

  void returned(RingCall call, Object answer) {
    if (call.kind().stores()) {
      Kept kept = answer instanceof Kept batch ? batch : new Kept(answer.toString(), 1);
      stored(call, kept.says(), kept.count());
    } else if (answer instanceof Got got) {
      got(call, got);
    } else if (call.kind().takes()) {
      check(taking > 0, call + " -> " + answer);
      taking = 0;
    } else if (call.kind() == RingCall.Kind.CLOSE) {
      check(answer.equals(!closed), "the second close answers true", RB502);
      closed = true;
    } else {
      check(answer.equals(!cancelled), "the second cancel answers true", RB502);
      cancelled = true;
    }
  }

  private void stored(RingCall call, String answer, int count) {
    int taken = offeredAndTaken;
    List<Integer> given = offered;
    offered = List.of();
    offeredAndTaken = 0;
    if (!answer.equals("STORED")) {
      check(taken == 0, call + " -> " + answer + ", but it was taken", RB103);
      check(!exact || mayRefuse(answer), call + " -> " + answer + " without cause", RB104);
      check(!answer.equals("CLOSED") || closed, "CLOSED, but nobody closed", RB501);
      check(!answer.equals("CANCELLED") || cancelling, "CANCELLED, but nobody cancelled", RB502);
      return;
    }
    check(!closed, call + " is stored after close", RB502);
    boolean enough = !exact || count >= Math.min(room, given.size());
    check(enough, call + " stores " + count + ", with room for " + room, RB104);
    check(taken <= count, call + " stores " + count + ", but " + taken + " were taken", RB103);
    puts += count;
    stored.addAll(given.subList(Math.min(taken, count), count));
    int most = bound + taking;
    check(stored.size() <= most, stored.size() + " stored, expected at most " + most, RB104);
  }

  /** FULL and TIMED_OUT need a ring that was full at some time during the call. */
  private boolean mayRefuse(String answer) {
    return room == 0 || !(answer.equals("FULL") || answer.equals("TIMED_OUT"));
  }

  private void got(RingCall call, Got got) {
    taking = 0;
    for (int element : got.elements()) {
      take(element);
    }
    boolean all = got.elements().size() >= due;
    switch (got.says()) {
      case "END" -> {
        check(closing, "END, but nobody closed", RB501);
        boolean none = stored.isEmpty() && offeredAndTaken == offered.size();
        check(none, "END before " + stored + " was taken", RB102, RB501);
        ended = true;
      }
      case "EMPTY", "TIMED_OUT" -> {
        check(!exact || all, call + " -> " + got + ", but " + stored + " is stored", RB102);
        check(!exact || !closedBefore || !all, call + " -> " + got + " after close", RB501);
        check(!ended, call + " -> " + got + " after END", RB501);
      }
      case "CANCELLED" -> check(cancelled, "CANCELLED, but nobody cancelled", RB502);
      case "DRAINED", "ELEMENT" -> {
        boolean enough = all || cancelled || got.elements().size() == call.limit();
        check(!exact || enough, call + " -> " + got + ", but " + stored + " is stored", RB102);
      }
      default -> {}
    }
  }

  private void take(int element) {
    check(!cancelled, element + " is taken after cancel", RB502);
    check(!ended, element + " is taken after END", RB501);
    takes++;
    if (!stored.isEmpty()) {
      Rule rule = stored.contains(element) ? RB101 : RB103;
      check(stored.get(0) == element, element + " is taken, expected " + stored.get(0), rule);
      stored.remove(0);
      return;
    }
    boolean offers = offeredAndTaken < offered.size() && offered.get(offeredAndTaken) == element;
    check(offers, element + " is taken, but was not put, or was taken before", RB103);
    offeredAndTaken++;
  }

  private void check(boolean holds, String found, Rule... rules) {
    if (!holds && (rules.length == 0 || !off.containsAll(List.of(rules)))) {
      throw new PropertyViolation(found, rules);
    }
  }
}
