package org.sabring.spec.oracle.steps;

import java.util.List;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import org.sabring.spec.oracle.steps.Action.Counted;
import org.sabring.spec.oracle.steps.Action.Kind;
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

  private enum Wakes {
    THE_OTHER,
    NOBODY,
    NOT_KNOWN
  }

  /** Whether a step can be taken now. */
  enum Verdict {
    READY,
    /** More of the other side's log is needed to tell. */
    OPEN,
    /** The other side must go on first. */
    BLOCKED,
    /** It sleeps, or is about to, and will be woken by the other side or for no reason. */
    ASLEEP
  }

  private static final int SHORT = 1_000;

  private final SideState producer = new SideState(RingSide.PRODUCER);
  private final SideState consumer = producer.peer();
  private final SlotRules rules;
  private final boolean sequentiallyConsistent;
  private final boolean complete;
  private final boolean fromMiddle;
  private final RecentActions recent;
  private boolean begun;
  private boolean guessed;
  private String leftOver = "";

  /**
   * @param header of the recording; under the profile {@code seed} a load returns the newest store
   */
  RingJudge(Cursors cursors, TraceHeader header, RecentActions recent) {
    sequentiallyConsistent = header.profile() == Profile.SEED;
    complete = header.complete();
    fromMiddle = header.ring().fromMiddle();
    this.recent = recent;
    rules = new SlotRules(cursors, producer, header.ring().fromMiddle());
  }

  /** Begins, with the cursors at these positions. */
  void begin(long write, long read, SetUp setUp) {
    if (!begun) {
      begun = true;
      producer.begin(write, read);
      producer.beginCounting(setUp.value(Place.PRODUCED), setUp.value(Place.PRODUCER_WAITS));
      consumer.begin(read, write);
      consumer.beginCounting(setUp.value(Place.CONSUMED), setUp.value(Place.CONSUMER_WAITS));
      rules.begin(write, read);
    }
  }

  /** Whether a story has room for a step that tells nothing, or memory should be kept small. */
  boolean isShort(RingSide side) {
    return side(side).pending.size() < SHORT;
  }

  /** Takes what a line means, and every step that it makes possible. */
  void add(RingSide side, Action action) throws BrokenPromise, Misfit {
    SideState own = side(side);
    boolean waits = own.head() != null;
    own.add(action);
    own.ended = action.kind() == Kind.IMPOSSIBLE;
    if (!waits || own.ended || looksAhead(own.peer())) {
      advance();
    }
  }

  /** Whether more lines of the other side may show what becomes of a side's next step. */
  private boolean looksAhead(SideState side) {
    Action head = side.head();
    return head != null
        && switch (head.kind()) {
          case NOTIFY, SLEEP -> true;
          case MOVE -> sequentiallyConsistent;
          default -> false;
        };
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
  List<SlotRules.Excused> excused() {
    return rules.excused();
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
    Stuck.checkImpossible(this, producer);
    if (complete) {
      new Endings(producer, rules).leftAsleep();
      Stuck.atEnd(this, producer);
      Stuck.atEnd(this, consumer);
      leftOver = rules.leftOver(producer) + rules.leftOver(consumer);
    }
    return Stuck.unjudged(this, producer) + Stuck.unjudged(this, consumer);
  }

  /** Who sleeps at the end although there is something to do; empty if nobody does. */
  String leftOver() {
    return leftOver;
  }

  private void advance() throws BrokenPromise, Misfit {
    while (true) {
      if (step(producer) || step(consumer)) {
        continue;
      }
      if (!wakeSpuriously(producer) && !wakeSpuriously(consumer)) {
        break;
      }
    }
    Stuck.check(this, producer);
  }

  private boolean step(SideState own) throws BrokenPromise, Misfit {
    if (own.head() == null || verdict(own) != Verdict.READY) {
      return false;
    }
    take(own);
    return true;
  }

  private void take(SideState own) throws BrokenPromise, Misfit {
    Action action = own.take();
    Action sleeper = own.peer().head();
    boolean wakes = action.kind() == Kind.NOTIFY && wakes(action, own);
    switch (action.kind()) {
      case WRITE_SLOT, READ_SLOT -> rules.work(action, own);
      case MOVE -> move(action, own);
      case LOOK -> look(action, own);
      case NOT_EQUAL, UNSEEN_WAIT -> own.wake();
      case SLEEP -> wake(action, own);
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

  private void move(Action action, SideState own) throws BrokenPromise, Misfit {
    if (sequentiallyConsistent && sleepsOn(action.word(), own.peer())) {
      own.peer().asleep = true; // it compared before this
    }
    rules.move(action, own);
  }

  private static void wake(Action action, SideState own) {
    boolean told = own.isWoken();
    own.look(action); // it compared equal
    if (action.isForever()) {
      own.neverCameBack = action;
    } else if (told || !action.isTimeout()) {
      own.wake();
    }
  }

  private static void look(Action action, SideState own) {
    SideState peer = own.peer();
    if (!peer.hasStored(action.word(), action.at())) {
      if (action.word() == Counted.ELEMENTS) {
        own.wake(); // no count of this side's own, but it tells something
      }
      return;
    }
    own.look(action);
  }

  /** Whether the first pending step of a side can be taken. */
  Verdict verdict(SideState own) throws BrokenPromise, Misfit {
    SideState peer = own.peer();
    Action action = own.pending.getFirst();
    return switch (action.kind()) {
      case LOOK -> againstLook(action, peer);
      case NOT_EQUAL -> peer.version(action.word()) > action.at() ? Verdict.READY : Verdict.BLOCKED;
      case SLEEP -> own.asleep ? Verdict.ASLEEP : againstSleep(action, peer);
      case NOTIFY -> againstNotify(action, own);
      case MOVE -> sequentiallyConsistent ? againstMove(action, peer) : ready(action, own);
      case WRITE_SLOT, READ_SLOT -> ready(action, own);
      case UNSEEN_WAIT, FENCE, HANDSHAKE, NOTHING -> Verdict.READY;
      case IMPOSSIBLE -> Verdict.BLOCKED;
    };
  }

  /** Who goes by what a wait told it goes on when the other has come as far as it assumes. */
  private Verdict ready(Action action, SideState own) {
    long needs = own.isWoken() ? rules.needs(action, own) : Long.MIN_VALUE;
    return needs <= own.peer().position() ? Verdict.READY : Verdict.BLOCKED;
  }

  /** Whether a load is of a value that the other side has passed without storing it. */
  static boolean isUnstored(Action action, SideState peer) {
    return action.kind() == Kind.LOOK
        && action.word() == Counted.CURSOR
        && peer.version(Counted.CURSOR) >= action.at()
        && !peer.hasStored(Counted.CURSOR, action.at());
  }

  private Verdict againstLook(Action action, SideState peer) {
    long version = peer.version(action.word());
    boolean stale = sequentiallyConsistent && action.word() == Counted.CURSOR;
    if (action.word() != Counted.CURSOR && version < action.at() && peer.head() == null) {
      return !peer.ended ? Verdict.BLOCKED : complete ? Verdict.READY : Verdict.OPEN;
    }
    return version < action.at() || isUnstored(action, peer) || (stale && version > action.at())
        ? Verdict.BLOCKED
        : Verdict.READY;
  }

  private Verdict againstSleep(Action action, SideState peer) throws BrokenPromise {
    if (peer.version(action.word()) < action.at()) {
      return Verdict.BLOCKED;
    }
    if (!peer.hasStored(action.word(), action.at()) && action.word() == Counted.CURSOR) {
      throw new BrokenPromise(
          Rule.RB302, action.access(), "the word never held that value", "not-equal");
    }
    boolean changed =
        sequentiallyConsistent
            ? peer.version(action.word()) > action.at()
            : peer.notified(action.word()) > action.at();
    if (changed) {
      throw new BrokenPromise(
          Rule.RB302,
          action.access(),
          "the word had changed, and that had been notified: " + rules.sleepsOver(action),
          "not-equal, and to go on");
    }
    return action.isTimeout() ? Verdict.READY : Verdict.ASLEEP;
  }

  /**
   * A notification wakes who sleeps on its word: one at most, and nobody only if nobody sleeps.
   * Waits on an older value than the notified one must be over, or be what it ends.
   */
  private Verdict againstNotify(Action action, SideState own) throws BrokenPromise, Misfit {
    SideState peer = own.peer();
    int woken = wakes(action, own) ? Math.max(1, action.access().value()) : 0;
    if (woken > 1) {
      throw new Misfit(action.access(), "more than one thread sleeps there; a side has one thread");
    }
    boolean asleep = sleepsOn(action.word(), peer);
    if (woken == 1 && !asleep) {
      if (fromMiddle && !own.hasWokenUnseen && !canGoOn(peer)) {
        return Verdict.READY; // who slept when the recording began
      }
      if (complete && peer.ended && peer.head() == null) {
        throw new Misfit(action.access(), "nobody sleeps there in what was recorded");
      }
      return peer.head() != null ? Verdict.BLOCKED : peer.ended ? Verdict.READY : Verdict.OPEN;
    }
    int sleeps = asleep && woken == 1 ? 1 : 0; // the first is the one that it ends
    for (Action other : peer.binding) {
      boolean older = other.word() == action.word() && other.at() < own.version(action.word());
      if (older && other.isSleep() && sleeps-- == 0) {
        return passFirst(other, asleep && woken == 0);
      }
      if (other.word() == action.word() && !older) {
        return Verdict.READY;
      }
    }
    return peer.ended ? Verdict.READY : Verdict.OPEN;
  }

  /** Whether it wakes the other side: as it says, or else whoever sleeps on what it changed. */
  private boolean wakes(Action action, SideState own) throws BrokenPromise, Misfit {
    int woken = action.access().value();
    return woken == TraceAccess.NOT_KNOWN
        ? sleepsOn(action.word(), own.peer())
            && own.peer().pending.getFirst().at() < own.version(action.word())
        : woken > 0;
  }

  private boolean canGoOn(SideState side) throws BrokenPromise, Misfit {
    Action head = side.head();
    if (head == null) {
      return !side.ended;
    }
    return head.kind() == Kind.NOTIFY ? !wakes(head, side) : verdict(side) != Verdict.BLOCKED;
  }

  private boolean sleepsOn(Counted word, SideState side) throws BrokenPromise, Misfit {
    Action head = side.head();
    return head != null && head.isSleep() && head.word() == word && verdict(side) == Verdict.ASLEEP;
  }

  private Verdict passFirst(Action sleeper, boolean asleep) throws BrokenPromise {
    if (asleep && sleeper.isForever()) {
      throw new BrokenPromise(
          Rule.RB302,
          sleeper.access(),
          "the word has changed and was notified, and it sleeps on: " + rules.sleepsOver(sleeper),
          "not-equal, or to be woken by that notification");
    }
    return Verdict.BLOCKED;
  }

  /** Sequential consistency: a store waits until the other side has loaded what was there. */
  private Verdict againstMove(Action action, SideState peer) throws BrokenPromise, Misfit {
    if (sleepsOn(action.word(), peer)) {
      return Verdict.READY;
    }
    for (Action look : peer.binding) {
      if (look.word() == action.word() && look.kind() != Kind.NOT_EQUAL) {
        return look.at() >= action.at() ? Verdict.READY : Verdict.BLOCKED;
      }
    }
    return peer.ended ? Verdict.READY : Verdict.OPEN;
  }

  /**
   * When neither side can go on otherwise, one that sleeps, and later came back, woke for no
   * reason.
   */
  private boolean wakeSpuriously(SideState own) throws BrokenPromise, Misfit {
    Action action = own.head();
    if (action == null
        || !action.isSleep()
        || action.isForever()
        || verdict(own) != Verdict.ASLEEP) {
      return false;
    }
    Action other = own.peer().head();
    if (other == null ? !own.peer().ended : !mustWake(own, other)) {
      return false;
    }
    take(own);
    return true;
  }

  /** Whether the other side cannot go on while this one sleeps. */
  private boolean mustWake(SideState own, Action other) throws BrokenPromise, Misfit {
    Verdict others = verdict(own.peer());
    boolean both = others == Verdict.ASLEEP && !other.isForever();
    return both
        ? wakesFirst(wakes(own), wakes(own.peer()))
        : others == Verdict.BLOCKED || others == Verdict.ASLEEP;
  }

  /** Both sleep, and both came back: who goes on to wake the other woke for no reason. */
  private boolean wakesFirst(Wakes own, Wakes peer) {
    if (own == Wakes.NOT_KNOWN || peer == Wakes.NOT_KNOWN) {
      return false;
    }
    guessed |= own == Wakes.THE_OTHER && peer == Wakes.THE_OTHER;
    return own == Wakes.THE_OTHER || peer == Wakes.NOBODY;
  }

  /** Whom a side would wake if it went on before the other does. */
  private static Wakes wakes(SideState own) {
    for (Action action : own.pending) {
      boolean looks = action.kind() == Kind.LOOK || action.kind() == Kind.NOT_EQUAL;
      if (looks && action.at() > own.peer().version(action.word())) {
        return Wakes.NOBODY;
      }
      if (action.kind() == Kind.NOTIFY && action.access().value() > 0) {
        return Wakes.THE_OTHER;
      }
    }
    return own.ended ? Wakes.NOBODY : Wakes.NOT_KNOWN;
  }

  /**
   * Whether both sides slept at once and came back, and it had to be guessed who woke for no
   * reason: what is found afterwards may be the guess's fault.
   */
  boolean guessed() {
    return guessed;
  }
}
