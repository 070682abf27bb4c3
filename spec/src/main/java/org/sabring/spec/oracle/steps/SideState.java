package org.sabring.spec.oracle.steps;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.oracle.steps.RingAction.Counted;

/**
 * What one side has done so far, in the interleaving that is being looked for, and what it knows of
 * the other.
 */
final class SideState {

  /**
   * Of a counter so many values are known by when they were stored; of a cursor all that matter.
   */
  private static final int COUNTS_KEPT = 1024;

  final RingSide side;
  final Deque<RingAction> pending = new ArrayDeque<>();
  final Deque<RingAction> binding = new ArrayDeque<>(); // those of pending that bind

  private final CountedWord cursor = new CountedWord(Integer.MAX_VALUE);
  private final CountedWord elements = new CountedWord(COUNTS_KEPT);
  private final CountedWord waits = new CountedWord(COUNTS_KEPT);
  boolean ended; // no more lines will come
  boolean asleep; // its next step is a wait that has compared, and sleeps
  @Nullable RingAction neverCameBack; // a wait that a notification ended, and that has no answer

  private long position; // its own cursor
  private long fenced; // how far its work had come at its last release fence

  private long seen; // how far it has seen the other's cursor come
  private long acquired; // how far it knows it in the order of happens-before
  private long unfenced; // how far it would, after an acquire fence
  private @Nullable RingAction unordered; // why it has not acquired what it has seen
  private @Nullable Integer handshake; // what it has loaded of a word that is no part of the ring
  private long excused; // how far it would know it if that was released by the other side
  private int excuse; // that value
  boolean hasWokenUnseen; // a notification of its has woken a sleeper that was not recorded
  private long start; // its own cursor at first
  private boolean woken; // a wait has told it that something happened, and not what

  private final SideState peer;

  /** A side, and with it its peer. */
  SideState(RingSide side) {
    this.side = side;
    peer = new SideState(this);
  }

  private SideState(SideState peer) {
    this.side = peer.side.peer();
    this.peer = peer;
  }

  /** The other side. */
  SideState peer() {
    return peer;
  }

  /** Begins: the own cursor here, the other's there. */
  void begin(long own, long peers) {
    position = own;
    fenced = own;
    seen = peers;
    acquired = peers;
    unfenced = peers;
    cursor.begin(RingAction.version(own, false), own);
    start = own;
  }

  /** Its counters begin with these values. */
  void beginCounting(int elements, int waits) {
    this.elements.begin(Integer.toUnsignedLong(elements), start);
    this.waits.begin(Integer.toUnsignedLong(waits), start);
  }

  void add(RingAction action) {
    pending.addLast(action);
    if (action.binds()) {
      binding.addLast(action);
    }
  }

  @Nullable RingAction head() {
    return pending.peekFirst();
  }

  RingAction take() {
    RingAction action = pending.removeFirst();
    if (action.binds()) {
      binding.removeFirst();
    }
    asleep = false;
    return action;
  }

  private CountedWord word(Counted word) {
    return switch (word) {
      case CURSOR -> cursor;
      case ELEMENTS -> elements;
      case WAITS -> waits;
    };
  }

  long position() {
    return position;
  }

  long version(Counted word) {
    return word(word).version();
  }

  long notified(Counted word) {
    return word(word).notified();
  }

  /**
   * Stores one of its words.
   *
   * @param worked how far its work has come
   */
  void move(RingAction action, long worked) {
    CountedWord word = word(action.word());
    long reached = position;
    if (action.word() == Counted.CURSOR) {
      position = RingAction.position(action.at());
      reached = position;
    } else if (action.word() == Counted.ELEMENTS) {
      // Where the count is stored before the cursor, it is what hands over.
      reached = Math.max(position, Math.min(worked, start + action.at() - word.first()));
    }
    long shows = action.access().mode().releases() ? reached : Math.min(reached, fenced);
    word.store(action.at(), reached, shows);
  }

  void notified(RingAction action) {
    word(action.word()).notifyNewest();
  }

  /** A release fence: what it has worked on so far is shown by whatever it stores from now on. */
  void fence(RingAction action, long worked) {
    if (action.access().mode().releases()) {
      fenced = Math.max(position, worked);
    }
    if (action.access().mode().acquires()) {
      acquired = Math.max(acquired, unfenced);
    }
  }

  /** Whether it has ever stored this version, or it is from before the recording. */
  boolean hasStored(Counted counted, long version) {
    return word(counted).has(version);
  }

  /** Loads a word of the other side. */
  void look(RingAction action) {
    CountedWord.Stored stored = peer.word(action.word()).load(action.at());
    long shows = stored.shows();
    boolean cursor = action.word() == Counted.CURSOR;
    seen = Math.max(seen, cursor ? RingAction.position(action.at()) : stored.reached());
    if (handshake != null) {
      excuse = handshake;
      handshake = null;
      excused = Math.max(excused, seen);
    }
    if (action.access().mode().acquires()) {
      acquired = Math.max(acquired, shows);
    } else {
      unfenced = Math.max(unfenced, shows);
    }
    if (acquired < seen) {
      unordered = action;
    }
    woken = false;
  }

  /**
   * A load of a word that is no part of the ring: whatever the other side did before it released
   * that word is known now. How far that was, the next load of a cursor tells.
   */
  void handshake(RingAction action) {
    handshake = action.access().value();
    excuse = handshake;
    excused = Math.max(excused, seen);
  }

  /** How far it knows it if the other side has released what it last loaded of another word. */
  long excused() {
    return excused;
  }

  /** What it last loaded of another word before that. */
  int excuse() {
    return excuse;
  }

  /** A wait has come back: the word may have changed, and how far is not known. */
  void wake() {
    woken = true;
  }

  boolean isWoken() {
    return woken;
  }

  /** It goes by what a wait told it: the other's cursor has passed a position. */
  void assume(long reached) {
    seen = Math.max(seen, reached);
    acquired = Math.max(acquired, reached);
  }

  /** How far it knows that the other's cursor has come, in whatever way. */
  long known() {
    return Math.max(seen, acquired);
  }

  /** How far it knows it in the order of happens-before. */
  long acquired() {
    return acquired;
  }

  /** The load that did not acquire what it saw. */
  @Nullable RingAction unordered() {
    return unordered;
  }
}
