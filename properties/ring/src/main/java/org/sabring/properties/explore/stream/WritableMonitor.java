package org.sabring.properties.explore.stream;

import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;

import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Rest;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.spec.law.Rule;

/**
 * Holds a stream into the ring to its rules. The k-th element that is written is the number k.
 *
 * @param mark the high-water mark
 * @param heeds whether the writer heeds the answers
 * @param received how many elements the ring's consumer has got
 */
record WritableMonitor(int mark, boolean heeds, RingSeen ring, int received, User user)
    implements Monitor {

  /**
   * What the user has seen and done.
   *
   * @param written how many elements he has written
   * @param needsDrain a write was answered with false, and drain has not come since
   */
  record User(
      int written,
      boolean needsDrain,
      boolean ending,
      boolean finished,
      boolean destroyed,
      boolean gone) {

    static final User NEW = new User(0, false, false, false, false, false);

    User wrote(int element) {
      return new User(element, needsDrain, ending, finished, destroyed, gone);
    }

    User needsDrain(boolean now) {
      return new User(written, now, ending, finished, destroyed, gone);
    }

    User after(Said.Kind kind) {
      return new User(
          written,
          needsDrain,
          ending || kind == Said.Kind.FINISHING,
          finished || kind == Said.Kind.FINISH,
          destroyed || kind == Said.Kind.DESTROY || kind == Said.Kind.ERROR,
          gone || kind == Said.Kind.CLOSE);
    }
  }

  /** The stream gives up, and has no more to write. */
  private boolean isBroken() {
    return user.destroyed() || ring.cancelSeen();
  }

  @Override
  public Monitor stepped(Step step, Memory after) {
    RingSeen now = ring.after(step);
    Access access = step.access();
    if (step.side() == PRODUCER && access != null) {
      check(!step.sleeps(), "the event loop sleeps in a task", Rule.RB606);
      switch (access.kind()) {
        case STORE -> stores(now, access);
        case TURN -> checkBound();
        default -> {}
      }
    }
    return new WritableMonitor(mark, heeds, now, received, user);
  }

  private void checkBound() {
    int held = user.written() - ring.published();
    boolean bounded = !heeds || isBroken() || held <= mark;
    check(bounded, "the stream holds " + held + " elements", Rule.RB612);
  }

  private void stores(RingSeen now, Access access) {
    if (access.word() >= ring.layout().data()) {
      int expected = ring.published() + 1;
      boolean next = access.argument() == expected && expected <= user.written();
      check(next, access.argument() + " is stored, expected " + expected, Rule.RB611);
    }
    boolean all = user.ending() && ring.published() == user.written();
    boolean closes = now.closed() && !ring.closed();
    check(!closes || isBroken() || all, "the ring is closed before the data", Rule.RB613);
  }

  @Override
  public Monitor returned(int side, Operation<?> operation, Object answer) {
    Monitor.super.returned(side, operation, answer);
    if (!(answer instanceof RingCall.Got got)) {
      return this;
    }
    int last = received;
    for (int element : got.elements()) {
      check(element == last + 1, element + " comes out, expected " + (last + 1), Rule.RB611);
      last = element;
    }
    return new WritableMonitor(mark, heeds, ring, last, user);
  }

  @Override
  public Monitor said(int side, Object what) {
    return new WritableMonitor(mark, heeds, ring, received, heard((Said) what));
  }

  private User heard(Said said) {
    boolean over = user.gone() && said.kind() != Said.Kind.ERROR;
    check(!over, said + " after close", Rule.RB615);
    switch (said.kind()) {
      case WRITE -> {
        return user.wrote(said.number());
      }
      case MORE, STOP -> {
        boolean more = said.kind() == Said.Kind.MORE;
        boolean right = isBroken() || more == said.number() < mark;
        check(right, "a write is answered with " + said, Rule.RB612);
        return user.needsDrain(user.needsDrain() || !more);
      }
      case DRAIN -> {
        boolean empty = said.number() == 0 && user.needsDrain();
        check(empty, said + ", and nobody waits for it", Rule.RB612);
        return user.needsDrain(false);
      }
      case UNCAUGHT -> throw new PropertyViolation(said.toString());
      default -> {
        return user.after(said.kind());
      }
    }
  }

  @Override
  public void rested(Rest rest) {
    if (isBroken()) {
      check(ring.closed(), "a destroy does not close the ring", Rule.RB615);
      check(user.gone(), "close does not follow destroy", Rule.RB615);
      return;
    }
    checkBound();
    boolean room = !ring.isFull() || ring.cancelled();
    boolean told = !rest.hasAsked(PRODUCER) || !room;
    check(told, "the stream has asked for room, and is not told", Rule.RB614);
    int left = user.written() - ring.published();
    check(left == 0 || !room, left + " elements are not handed over", Rule.RB611);
    if (left == 0 && user.ending()) {
      check(ring.closed() && user.finished(), "the ring is not closed", Rule.RB613);
    } else {
      check(left > 0 || !user.needsDrain(), "drain never comes", Rule.RB612);
    }
  }

  private static void check(boolean holds, String found, Rule rule) {
    if (!holds) {
      throw new PropertyViolation(found, rule);
    }
  }
}
