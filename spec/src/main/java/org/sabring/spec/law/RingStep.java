package org.sabring.spec.law;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the protocol, and two program counters of each side that has no step of its own to
 * take: asleep and done. The names are those of the actions in {@code CursorRing.tla}, of the
 * comments in the Java ring and of the traces, and so not in capitals.
 */
public enum RingStep {
  PLoadWrite(AccessKind.LOAD, Word.WRITE),
  PLoadRead(AccessKind.LOAD, Word.READ),
  PCountWait(AccessKind.ADD, Word.PRODUCER_WAITS),
  PWait(AccessKind.WAIT, Word.READ),
  PWake(AccessKind.WAIT, Word.READ, "wake without a notification"),
  PWriteSlot(AccessKind.STORE, Word.DATA, "store a slot"),
  PCountProduced(AccessKind.ADD, Word.PRODUCED),
  PPublish(AccessKind.STORE, Word.WRITE),
  PNotify(AccessKind.NOTIFY, Word.WRITE),
  PClose(AccessKind.STORE, Word.WRITE, "store WRITE with the closed flag"),
  PAsleep(AccessKind.WAIT, Word.READ, "sleep on READ"),
  PDone("nothing: closed"),
  CLoadWrite(AccessKind.LOAD, Word.WRITE),
  CLoadRead(AccessKind.LOAD, Word.READ),
  CCountWait(AccessKind.ADD, Word.CONSUMER_WAITS),
  CWait(AccessKind.WAIT, Word.WRITE),
  CWake(AccessKind.WAIT, Word.WRITE, "wake without a notification"),
  CReadSlot(AccessKind.LOAD, Word.DATA, "load a slot"),
  CPublish(AccessKind.STORE, Word.READ),
  CCountConsumed(AccessKind.ADD, Word.CONSUMED),
  CNotify(AccessKind.NOTIFY, Word.READ),
  CCancel(AccessKind.STORE, Word.READ, "store READ with the cancelled flag"),
  CAsleep(AccessKind.WAIT, Word.WRITE, "sleep on WRITE"),
  CDone("nothing: cancelled");

  private final @Nullable AccessKind access;
  private final @Nullable Word word;
  private final String says;

  RingStep(@Nullable AccessKind access, @Nullable Word word, String says) {
    this.access = access;
    this.word = word;
    this.says = says;
  }

  RingStep(AccessKind access, Word word) {
    this(access, word, access.label() + (access == AccessKind.WAIT ? " on " : " ") + word);
  }

  RingStep(String says) {
    this(null, null, says);
  }

  /** The access that it makes; a wake-up ends a wait. */
  public AccessKind access() {
    return Objects.requireNonNull(access, name());
  }

  /** The word that it accesses. */
  public Word word() {
    return Objects.requireNonNull(word, name());
  }

  /** What it does, in a few words. */
  public String says() {
    return says;
  }

  /** The side that takes it. */
  public RingSide side() {
    return name().startsWith("P") ? RingSide.PRODUCER : RingSide.CONSUMER;
  }

  /** Whether it is a step; if not, it is a place to stand. */
  public boolean isAction() {
    return this != PAsleep && this != PDone && this != CAsleep && this != CDone;
  }
}
