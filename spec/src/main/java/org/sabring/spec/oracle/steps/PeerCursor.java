package org.sabring.spec.oracle.steps;

import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import org.sabring.spec.oracle.steps.RingAction.Counted;
import org.sabring.spec.oracle.steps.RingAction.Kind;

/** The other side's cursor as one side has seen it: what a value that it loads there means. */
final class PeerCursor {

  static final long NONE = Long.MIN_VALUE;

  private final RingSide side;
  private final Cursors cursors;
  private final boolean complete;
  private int seen; // as last loaded
  private long seenVersion; // what that means
  private long atLeast = NONE; // what a wait has shown it to be, at least

  /**
   * @param side who sees it
   */
  PeerCursor(RingSide side, Cursors cursors, boolean complete) {
    this.side = side;
    this.cursors = cursors;
    this.complete = complete;
  }

  /**
   * Begins.
   *
   * @param version what the value means; NONE if something older may still be loaded
   */
  void begin(int value, long version) {
    seen = value;
    seenVersion = version;
  }

  /** A load of it. */
  @Nullable RingAction look(TraceAccess access, int own, long position) {
    long version = meaning(access.value(), own, position);
    if (version == NONE) {
      String allowed =
          "a cursor at most " + cursors.bound() + " slots from its own, " + Cursors.text(own);
      return RingAction.impossible(
          access,
          complete || cursors.isTold(),
          new BrokenPromise(Rule.RB204, access, "that is no cursor of this ring", allowed),
          "expected " + allowed + "; are capacity and layout right?");
    }
    if (version < Math.max(seenVersion, atLeast)) {
      if (access.mode() == AccessMode.PLAIN) {
        return null; // plain loads of one word may come out of order
      }
      String newer = version < seenVersion ? ", " + Cursors.text(seen) : "";
      return RingAction.impossible(
          access,
          true,
          new BrokenPromise(
              Rule.RB203,
              access,
              "it had seen something newer before" + newer,
              "that, or something newer still"),
          "");
    }
    if (version == seenVersion && access.value() == seen && !access.mode().acquires()) {
      return null; // nothing new
    }
    seen = access.value();
    seenVersion = version;
    return new RingAction(Kind.LOOK, access, Counted.CURSOR, version);
  }

  /** A wait on it. */
  RingAction sleep(TraceAccess access, int own, long position) {
    boolean changed = access.result() == WaitResult.NOT_EQUAL;
    long version = access.value() == seen ? seenVersion : meaning(access.value(), own, position);
    if (changed && version != seenVersion) {
      return new RingAction(
          Kind.UNSEEN_WAIT, access, Counted.CURSOR, 0); // it saw what it had loaded
    }
    if (version < seenVersion || (!changed && version < atLeast)) {
      String allowed = "not-equal: it had loaded " + Cursors.text(seen) + " before";
      return RingAction.impossible(
          access,
          true,
          new BrokenPromise(Rule.RB302, access, "it sleeps although the word has changed", allowed),
          "");
    }
    if (changed) {
      atLeast = version + 1;
    } else {
      seen = access.value();
      seenVersion = version;
    }
    return new RingAction(changed ? Kind.NOT_EQUAL : Kind.SLEEP, access, Counted.CURSOR, version);
  }

  /** The version that a value means; NONE if none. */
  private long meaning(int value, int own, long position) {
    boolean produces = side == RingSide.PRODUCER;
    long apart = produces ? cursors.between(value, own) : cursors.between(own, value);
    long there = produces ? position - apart : position + apart;
    return apart < 0 ? NONE : RingAction.version(there, cursors.isFlagged(value));
  }
}
