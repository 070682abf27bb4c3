package org.sabring.spec.oracle.steps;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.oracle.steps.Action.Counted;

/**
 * What one side has done so far, in the interleaving that is being looked for, and what it knows of
 * the other.
 */
final class SideState {

  /**
   * A value of a word.
   *
   * @param version which
   * @param reached how far this side had come
   * @param shows how far whoever acquires it knows that it had come
   */
  private record Stored(long version, long reached, long shows) {}

  /** A word that this side writes. */
  private static final class WordState {
    final Deque<Stored> stores = new ArrayDeque<>(); // those that the other may still load
    long first;
    long version;
    long notified; // the newest version that was notified
  }

  final RingSide side;
  final Deque<Action> pending = new ArrayDeque<>();
  final Deque<Action> binding = new ArrayDeque<>(); // those of pending that bind

  /**
   * So many values of a counter are known by when they were stored; of a cursor all that matter.
   */
  private static final int COUNTS_KEPT = 1024;

  private final WordState cursor = new WordState();
  private final WordState elements = new WordState();
  private final WordState waits = new WordState();
  boolean ended; // no more lines will come
  long taken;
  boolean asleep; // its next step is a wait that has compared, and sleeps
  @Nullable Action neverCameBack; // a wait that a notification ended, and that has no answer

  private long position; // its own cursor
  private long fenced; // how far its work had come at its last release fence

  private long seen; // how far it has seen the other's cursor come
  private long acquired; // how far it knows it in the order of happens-before
  private long unfenced; // how far it would, after an acquire fence
  private @Nullable Action unordered; // why it has not acquired what it has seen
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
    cursor.version = Action.version(own, false);
    cursor.first = cursor.version;
    cursor.notified = cursor.version;
    cursor.stores.add(new Stored(cursor.version, own, own));
    start = own;
  }

  /** Its counters begin with these values. */
  void beginCounting(int elements, int waits) {
    beginCounting(Counted.ELEMENTS, Integer.toUnsignedLong(elements));
    beginCounting(Counted.WAITS, Integer.toUnsignedLong(waits));
  }

  private void beginCounting(Counted word, long count) {
    WordState counter = word(word);
    counter.version = count;
    counter.first = count;
    counter.notified = count;
    counter.stores.add(new Stored(count, start, start));
  }

  void add(Action action) {
    pending.addLast(action);
    if (action.binds()) {
      binding.addLast(action);
    }
  }

  @Nullable Action head() {
    return pending.peekFirst();
  }

  Action take() {
    Action action = pending.removeFirst();
    if (action.binds()) {
      binding.removeFirst();
    }
    taken++;
    asleep = false;
    return action;
  }

  private WordState word(Counted word) {
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
    return word(word).version;
  }

  long notified(Counted word) {
    return word(word).notified;
  }

  /**
   * Stores one of its words.
   *
   * @param worked how far its work has come
   */
  void move(Action action, long worked) {
    WordState word = word(action.word());
    long reached = position;
    if (action.word() == Counted.CURSOR) {
      position = Action.position(action.at());
      reached = position;
    } else if (action.word() == Counted.ELEMENTS) {
      // Where the count is stored before the cursor, it is what hands over.
      reached = Math.max(position, Math.min(worked, start + action.at() - word.first));
    }
    long shows = action.access().mode().releases() ? reached : Math.min(reached, fenced);
    word.version = action.at();
    Stored last = word.stores.peekLast();
    if (last != null && last.version() == action.at()) {
      word.stores.removeLast();
    }
    word.stores.addLast(new Stored(action.at(), reached, shows));
    if (action.word() != Counted.CURSOR && word.stores.size() > COUNTS_KEPT) {
      word.stores.removeFirst();
    }
  }

  void notified(Action action) {
    WordState word = word(action.word());
    word.notified = word.version;
  }

  /** A release fence: what it has worked on so far is shown by whatever it stores from now on. */
  void fence(Action action, long worked) {
    if (action.access().mode().releases()) {
      fenced = Math.max(position, worked);
    }
    if (action.access().mode().acquires()) {
      acquired = Math.max(acquired, unfenced);
    }
  }

  /** Whether it has ever stored this version, or it is from before the recording. */
  boolean hasStored(Counted counted, long version) {
    WordState word = word(counted);
    return version <= word.first
        || word.stores.stream().anyMatch(stored -> stored.version() == version);
  }

  /** Loads a word of the other side. */
  void look(Action action) {
    WordState word = peer.word(action.word());
    while (word.stores.size() > 1
        && Objects.requireNonNull(word.stores.peekFirst()).version() < action.at()) {
      word.stores.removeFirst();
    }
    Stored stored = Objects.requireNonNull(word.stores.peekFirst());
    long shows = stored.shows();
    boolean cursor = action.word() == Counted.CURSOR;
    seen = Math.max(seen, cursor ? Action.position(action.at()) : stored.reached());
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
  void handshake(Action action) {
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
  @Nullable Action unordered() {
    return unordered;
  }
}
