package org.sabring.properties.explore.stream;

import static org.sabring.properties.explore.ring.RingProgram.CONSUMER;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;

import org.sabring.explore.Monitor;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Rest;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;
import org.sabring.spec.law.Rule;

/**
 * Holds a stream out of the ring to its rules. The k-th element that is put is the number k.
 *
 * @param mostHeld how many elements the stream may hold between two tasks; within one, while an
 *     element is handed over, it may hold one more
 */
record ReadableMonitor(int mostHeld, RingSeen ring, User user) implements Monitor {

  /**
   * What the user has seen and done.
   *
   * @param delivered how many elements he has got
   * @param reading onRead was called, and neither an element nor the end was taken since
   */
  record User(
      int delivered,
      boolean reading,
      boolean paused,
      boolean destroyed,
      boolean ended,
      boolean gone) {

    static final User NEW = new User(0, false, false, false, false, false);

    User reading(boolean now) {
      return new User(delivered, now, paused, destroyed, ended, gone);
    }

    User got(int element) {
      return new User(element, reading, paused, destroyed, ended, gone);
    }

    User paused(boolean now) {
      return new User(delivered, reading, now, destroyed, ended, gone);
    }

    User after(Said.Kind kind) {
      return new User(
          delivered,
          reading,
          paused,
          destroyed || kind == Said.Kind.DESTROY || kind == Said.Kind.ERROR,
          ended || kind == Said.Kind.END,
          gone || kind == Said.Kind.CLOSE);
    }
  }

  @Override
  public Monitor stepped(Step step, Memory after) {
    RingSeen now = ring.after(step);
    User then = user;
    if (step.side() == CONSUMER) {
      check(!step.sleeps(), "the event loop sleeps in a task", Rule.RB606);
      boolean takes = now.taken() > ring.taken();
      check(!takes || !user.destroyed(), "an element is taken after destroy", Rule.RB605);
      if (takes || now.endSeen() != ring.endSeen()) {
        then = user.reading(false);
      }
      Access access = step.access();
      boolean turn = access != null && access.kind() == Access.Kind.TURN;
      bounded(now, turn ? mostHeld : mostHeld + 1);
    } else {
      int flight = now.published() - user.delivered();
      int most = now.bound() + mostHeld + 1;
      check(flight <= most, flight + " elements are on their way", Rule.RB602);
    }
    return new ReadableMonitor(mostHeld, now, then);
  }

  private void bounded(RingSeen now, int most) {
    int held = now.taken() - user.delivered();
    check(
        held <= most || user.destroyed(),
        "the stream holds " + held + " elements, expected at most " + most,
        Rule.RB602);
  }

  @Override
  public Monitor said(int side, Object what) {
    Said said = (Said) what;
    return new ReadableMonitor(mostHeld, ring, heard(said));
  }

  private User heard(Said said) {
    switch (said.kind()) {
      case READ -> {
        check(!user.reading(), "onRead is called again before it was answered", Rule.RB603);
        check(!ring.endSeen(), "onRead is called after the end", Rule.RB603);
        check(!user.destroyed(), "onRead is called after destroy", Rule.RB603);
        return user.reading(true);
      }
      case DATA -> {
        int expected = user.delivered() + 1;
        check(!user.ended(), "data after the end", Rule.RB604);
        check(!user.gone(), "data after close", Rule.RB605);
        check(said.number() == expected, said + ", expected " + expected, Rule.RB601);
        return user.got(expected);
      }
      case END -> {
        boolean all = ring.closed() && user.delivered() == ring.published();
        check(!user.ended(), "the end comes twice", Rule.RB604);
        check(all, "the end comes before everything was put and delivered", Rule.RB604);
        return user.after(said.kind());
      }
      case PAUSE, RESUME -> {
        return user.paused(said.kind() == Said.Kind.PAUSE);
      }
      case UNCAUGHT -> throw new PropertyViolation(said.toString());
      default -> {
        return user.after(said.kind());
      }
    }
  }

  @Override
  public void rested(Rest rest) {
    boolean blocked = rest.isAsleep(PRODUCER);
    if (user.destroyed()) {
      boolean heard = ring.cancelled() || ring.endSeen();
      check(heard && !blocked, "a destroy does not cancel the ring", Rule.RB608);
      check(user.gone(), "close does not follow destroy", Rule.RB605);
      return;
    }
    check(!blocked || ring.isFull(), "the producer sleeps though there is room", Rule.RB301);
    bounded(ring, mostHeld);
    boolean more = ring.published() > ring.taken();
    boolean told = !rest.hasAsked(CONSUMER) || !(more || ring.closed());
    check(told, "the stream has asked, and is not told", Rule.RB607);
    if (user.paused()) {
      return;
    }
    int missing = ring.published() - user.delivered();
    check(missing == 0, missing + " elements are wanted, and not delivered", Rule.RB601);
    check(!ring.closed() || user.ended(), "the end never comes", Rule.RB604);
    check(!user.ended() || user.gone(), "close does not follow the end", Rule.RB605);
  }

  private static void check(boolean holds, String found, Rule rule) {
    if (!holds) {
      throw new PropertyViolation(found, rule);
    }
  }
}
