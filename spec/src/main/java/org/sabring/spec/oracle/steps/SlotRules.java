package org.sabring.spec.oracle.steps;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import org.sabring.spec.oracle.steps.RingAction.Counted;
import org.sabring.spec.scalar.Scalar;

/**
 * The promises about slots and cursors: a slot is read only when it was handed over and before it
 * is freed, is written only when it was freed, and a cursor hands over exactly the slots that were
 * worked on.
 */
final class SlotRules {

  private final Cursors cursors;
  private final SideState producer;
  private final SideState consumer;
  private final boolean fromMiddle;
  private final Elements elements = new Elements();

  private final Races races = new Races();

  private long firstWrite; // before these positions, nothing is known
  private long firstRead;
  private long written; // all positions before it were written
  private long read;
  private @Nullable Scalar lastTaken;

  SlotRules(Cursors cursors, SideState producer, boolean fromMiddle) {
    this.cursors = cursors;
    this.producer = producer;
    this.consumer = producer.peer();
    this.fromMiddle = fromMiddle;
  }

  void begin(long write, long readAt) {
    firstWrite = write;
    firstRead = readAt;
    written = write;
    read = readAt;
    elements.begin(readAt);
  }

  /** How far a side's work on slots has come without a gap. */
  long worked(SideState side) {
    return side.side == RingSide.PRODUCER ? written : read;
  }

  /** How far the other side must have come for a step that goes by what a wait has told. */
  long needs(RingAction action, SideState own) {
    boolean produces = own.side == RingSide.PRODUCER;
    long needed =
        switch (action.kind()) {
          case WRITE_SLOT -> action.at() - cursors.capacity() + 1;
          case READ_SLOT -> action.at() + 1;
          case MOVE -> {
            long to = RingAction.position(action.at());
            yield action.word() != Counted.CURSOR || to == own.position()
                ? Long.MIN_VALUE
                : produces ? to - cursors.bound() : to;
          }
          default -> Long.MIN_VALUE;
        };
    return needed <= own.known() ? Long.MIN_VALUE : needed;
  }

  /** A side works on a slot. */
  void work(RingAction action, SideState own) throws BrokenPromise {
    goByTheWait(action, own);
    if (own.side == RingSide.PRODUCER) {
      write(action);
    } else {
      read(action);
    }
  }

  /** Who was told by a wait that something happened takes it to be what the step needs. */
  private void goByTheWait(RingAction action, SideState own) {
    long needed = own.isWoken() ? needs(action, own) : Long.MIN_VALUE;
    if (needed > Long.MIN_VALUE) {
      own.assume(needed);
    }
  }

  private void write(RingAction action) throws BrokenPromise {
    long position = action.at();
    long before = position - cursors.capacity();
    if (before >= producer.known()) {
      throw new BrokenPromise(
          Rule.RB202,
          action.access(),
          element(before, 0) + " may not have been read: it is overwritten, and lost",
          "to wait until READ has passed that slot; it last saw it at " + seen(producer));
    }
    races.check(
        Rule.RB202,
        action,
        before,
        producer,
        () -> "the consumer may still be reading " + element(before, 0));
    elements.write(position, action.access().part(), action.access().element());
    while (elements.isWritten(written)) {
      written++;
    }
  }

  private void read(RingAction action) throws BrokenPromise {
    long position = action.at();
    TraceAccess access = action.access();
    if (position >= consumer.known()) {
      boolean freed = position - cursors.capacity() >= firstRead;
      throw new BrokenPromise(
          Rule.RB201,
          access,
          "the slot has not been handed over"
              + (freed ? " again since it was freed" : "")
              + ": an element is taken before it was published, or a second time",
          "to wait until WRITE has passed that slot; it last saw it at " + seen(consumer));
    }
    races.check(
        Rule.RB201, action, position, consumer, () -> "it may take what was in the slot before");
    if (access.kind() == TraceAccess.Kind.STORE) {
      elements.write(position, access.part(), access.element()); // it clears what it has read
      return;
    }
    Scalar stored = elements.value(position, access.part());
    Scalar loaded = access.element();
    if (position >= firstWrite && stored != null && loaded != null && !stored.equals(loaded)) {
      throw wrongElement(access, position, stored, loaded);
    }
    if (loaded != null) {
      lastTaken = loaded;
    }
    elements.read(position);
    while (elements.isRead(read)) {
      read++;
    }
  }

  private BrokenPromise wrongElement(
      TraceAccess access, long position, Scalar stored, Scalar loaded) {
    long other = elements.find(loaded, access.part());
    String lost = stored + " was stored there";
    if (other > position) {
      return new BrokenPromise(
          Rule.RB101, access, loaded + " comes before its turn; " + lost, "" + stored);
    }
    String doubled = loaded.equals(lastTaken) ? loaded + " comes twice; " : "";
    return new BrokenPromise(Rule.RB103, access, doubled + lost + ", and is lost", "" + stored);
  }

  /** The races that only words which are no part of the ring may excuse. */
  Collection<Races.Excused> excused() {
    return races.excused();
  }

  /** A side moves one of its words. */
  void move(RingAction action, SideState own) throws BrokenPromise {
    if (action.word() == Counted.CURSOR) {
      long to = RingAction.position(action.at());
      goByTheWait(action, own);
      if (own.side == RingSide.PRODUCER) {
        publish(action, to);
      } else {
        free(action, to);
      }
    }
    own.move(action, worked(own));
  }

  private void publish(RingAction action, long to) throws BrokenPromise {
    long from = producer.position();
    long stored = to - producer.known();
    if (to > from && stored > cursors.bound()) {
      throw new BrokenPromise(
          Rule.RB104,
          action.access(),
          stored
              + " elements are stored in a ring that holds "
              + cursors.bound()
              + (stored == cursors.capacity() ? ": it looks empty, and all of them are lost" : ""),
          "to wait for room; it last saw READ at " + seen(producer));
    }
    int done = 0;
    for (long position = from; position < to; position++) {
      done += elements.isWritten(position) || isBefore(position, firstWrite) ? 1 : 0;
    }
    if (done < to - from) {
      throw new BrokenPromise(
          done == 0 ? Rule.RB201 : Rule.RB204,
          action.access(),
          (to - from - done)
              + " of the "
              + (to - from)
              + " slots handed over were not written:"
              + " the consumer takes what was in them before",
          "to write the slots first",
          BrokenPromise.unlessUnseen(RingSide.PRODUCER));
    }
  }

  /** Which slots were worked on before a recording that begins in the middle is not known. */
  private boolean isBefore(long position, long first) {
    return fromMiddle && position < first + cursors.capacity();
  }

  private void free(RingAction action, long to) throws BrokenPromise {
    long from = consumer.position();
    if (to > consumer.known()) {
      throw new BrokenPromise(
          Rule.RB204,
          action.access(),
          (to - consumer.known())
              + " slots are freed that were not handed over: what is put into"
              + " them is lost",
          "at most what was handed over; it last saw WRITE at " + seen(consumer));
    }
    int done = 0;
    for (long position = from; position < to; position++) {
      done += elements.isRead(position) || isBefore(position, firstRead) ? 1 : 0;
    }
    if (done < to - from) {
      long unread = from;
      while (elements.isRead(unread)) {
        unread++;
      }
      throw new BrokenPromise(
          done == 0 ? Rule.RB202 : Rule.RB204,
          action.access(),
          element(unread, 0) + " is freed before it was read: it is overwritten, and lost",
          "to read the slots first",
          BrokenPromise.unlessUnseen(RingSide.CONSUMER));
    }
    elements.forget(Math.min(to, producer.position())); // a count may come before the cursor
  }

  /** What a side does not hear of while it sleeps. */
  String sleepsOver(RingAction sleeper) {
    boolean produces = sleeper.access().thread().side() == RingSide.PRODUCER;
    long stored = producer.position() - consumer.position();
    if (produces) {
      return "the producer sleeps over " + (cursors.bound() - stored) + " free slots";
    }
    return stored == 0
        ? "the consumer does not hear of the end"
        : "the consumer sleeps over "
            + (stored == 1 ? element(consumer.position(), 0) : stored + " stored elements");
  }

  /** What a side that sleeps at the end has seen, and leaves: right only if it waits for more. */
  String leftOver(SideState sleeper) {
    RingAction head = sleeper.head();
    long stored = producer.position() - consumer.position();
    boolean produces = sleeper.side == RingSide.PRODUCER;
    boolean some = produces ? stored < cursors.bound() : stored > 0;
    return head != null && head.isForever() && some
        ? "At the end " + sleepsOver(head) + ", which is right only if it waits for more. "
        : "";
  }

  private String element(long position, int part) {
    Scalar value = elements.value(position, part);
    return value == null ? "what is in the slot" : "element " + value;
  }

  private String seen(SideState side) {
    return "slot " + Math.floorMod(side.known(), (long) cursors.capacity());
  }
}
