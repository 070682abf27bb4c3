package org.sabring.spec.oracle.steps;

import java.util.Collection;
import org.sabring.spec.event.Place;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.oracle.steps.Readiness.Verdict;
import org.sabring.spec.oracle.steps.RingAction.Counted;
import org.sabring.spec.oracle.steps.RingAction.Kind;
import org.sabring.spec.trace.TraceHeader;

/**
 * The law of any ring with two cursors, {@code AnyRing.tla}, and the search for an interleaving of
 * two logs that it explains. There is no common clock, and none is needed: each word has one
 * writer, so what a side has loaded tells how far the other had come.
 *
 * <p>A step is taken as soon as nothing speaks against it. Loads may return older values, so having
 * come further never hinders one; what can be hindered are waits, which compare under the lock of
 * the waiter list and see whatever was notified. So a notification is held back until the other
 * side has passed every wait on an older value. Of the waits that a notification can have ended it
 * ends the earliest: whatever another choice explains, this one does. The steps taken never have to
 * be taken back; what is kept is what has not yet matched.
 */
final class RingJudge {

  static final int SHORT = 1_000;

  private final SideState producer = new SideState(RingSide.PRODUCER);
  private final SideState consumer = producer.peer();
  private final SlotRules rules;
  private final Readiness readiness;
  private final SpuriousWakeups spurious;
  private final boolean complete;
  private final RecentActions recent;
  private boolean begun;
  private String leftOver = "";

  /**
   * @param header of the recording
   */
  RingJudge(Cursors cursors, TraceHeader header, RecentActions recent) {
    complete = header.complete();
    this.recent = recent;
    rules = new SlotRules(cursors, producer, header.ring().fromMiddle());
    readiness = new Readiness(rules, header);
    spurious = new SpuriousWakeups(readiness);
  }

  /** Begins, with the cursors at these positions. */
  void begin(long write, long read, SetUp setUp) {
    begun = true;
    producer.begin(write, read);
    producer.beginCounting(setUp.value(Place.PRODUCED), setUp.value(Place.PRODUCER_WAITS));
    consumer.begin(read, write);
    consumer.beginCounting(setUp.value(Place.CONSUMED), setUp.value(Place.CONSUMER_WAITS));
    rules.begin(write, read);
  }

  /** Whether it is known where the cursors stood at first. */
  boolean hasBegun() {
    return begun;
  }

  /** Whether a story has room for a step that tells nothing, or memory should be kept small. */
  boolean isShort(RingSide side) {
    return side(side).pending.size() < SHORT;
  }

  /** Takes what a line means, and every step that it makes possible. */
  void add(RingSide side, RingAction action) throws BrokenPromise, Misfit {
    SideState own = side(side);
    boolean waits = own.head() != null;
    own.add(action);
    own.ended = action.kind() == Kind.IMPOSSIBLE;
    if (!waits || own.ended || readiness.looksAhead(own.peer())) {
      advance();
    }
  }

  /** Whether many steps of one side wait for those of the other. */
  boolean starves() {
    return !isShort(hungry().peer());
  }

  /** The side with fewer steps that have not matched: reading on there keeps memory small. */
  RingSide hungry() {
    return producer.pending.size() <= consumer.pending.size()
        ? RingSide.PRODUCER
        : RingSide.CONSUMER;
  }

  private SideState side(RingSide side) {
    return side == RingSide.PRODUCER ? producer : consumer;
  }

  /** The races that only words which are no part of the ring may excuse. */
  Collection<Races.Excused> excused() {
    return rules.excused();
  }

  /** Whether the recording holds what a side did after its cursor had come so far. */
  boolean showsMore(RingSide side, long reached) {
    return complete || side(side).position() > reached;
  }

  /** Whether nothing can be told any more of what a side does. */
  boolean isOver(RingSide side) {
    return side(side).ended;
  }

  /**
   * Says that there are no more lines.
   *
   * @return how many steps could not be judged, since the other side's log ends before what they
   *     depend on
   */
  long end() throws BrokenPromise, Misfit {
    producer.ended = true;
    consumer.ended = true;
    advance();
    stuck().checkImpossible(producer);
    if (complete) {
      new Endings(producer, rules).leftAsleep();
      stuck().atEnd(producer);
      stuck().atEnd(consumer);
      leftOver = rules.leftOver(producer) + rules.leftOver(consumer);
    }
    return stuck().unjudged(producer) + stuck().unjudged(consumer);
  }

  /** Who sleeps at the end although there is something to do; empty if nobody does. */
  String leftOver() {
    return leftOver;
  }

  private void advance() throws BrokenPromise, Misfit {
    while (true) {
      if (!step(producer) && !step(consumer) && !wake(producer) && !wake(consumer)) {
        break;
      }
    }
    stuck().check(producer);
  }

  private boolean step(SideState own) throws BrokenPromise, Misfit {
    if (own.head() == null || readiness.verdict(own) != Verdict.READY) {
      return false;
    }
    take(own);
    return true;
  }

  private boolean wake(SideState own) throws BrokenPromise, Misfit {
    boolean wakes = spurious.wakes(own);
    if (wakes) {
      take(own);
    }
    return wakes;
  }

  private Stuck stuck() {
    return new Stuck(readiness, spurious.guessed());
  }

  private void take(SideState own) throws BrokenPromise, Misfit {
    RingAction action = own.take();
    RingAction sleeper = own.peer().head();
    boolean wakes = action.kind() == Kind.NOTIFY && readiness.wakes(action, own);
    switch (action.kind()) {
      case WRITE_SLOT, READ_SLOT -> rules.work(action, own);
      case MOVE -> move(action, own);
      case LOOK -> look(action, own);
      case NOT_EQUAL, UNSEEN_WAIT -> own.wake();
      case SLEEP -> comeBack(action, own);
      case NOTIFY -> {
        own.notified(action);
        own.hasWokenUnseen |= wakes && (sleeper == null || !sleeper.isSleep());
      }
      case FENCE -> own.fence(action, rules.worked(own));
      case HANDSHAKE -> own.handshake(action);
      case NOTHING, IMPOSSIBLE -> {}
    }
    recent.took(action, producer.position(), consumer.position());
    if (wakes && sleeper != null && sleeper.isSleep()) {
      take(own.peer());
    }
  }

  private void move(RingAction action, SideState own) throws BrokenPromise, Misfit {
    if (readiness.isSequentiallyConsistent() && readiness.sleepsOn(action.word(), own.peer())) {
      own.peer().asleep = true; // it compared before this
    }
    rules.move(action, own);
  }

  private static void comeBack(RingAction action, SideState own) {
    boolean told = own.isWoken();
    own.look(action); // it compared equal
    if (action.isForever()) {
      own.neverCameBack = action;
    } else if (told || !action.isTimeout()) {
      own.wake();
    }
  }

  private static void look(RingAction action, SideState own) {
    SideState peer = own.peer();
    if (!peer.hasStored(action.word(), action.at())) {
      if (action.word() == Counted.ELEMENTS) {
        own.wake(); // no count of this side's own, but it tells something
      }
      return;
    }
    own.look(action);
  }
}
