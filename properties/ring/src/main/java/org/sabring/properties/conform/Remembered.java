package org.sabring.properties.conform;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.ring.Offered;
import org.sabring.ring.Taken;
import org.sabring.spec.law.RingStep;

/**
 * The local variables of the law, which are not in the memory, as the code's steps show them: what
 * a side loaded last, and what both sides did. A load sets them even if the code forgets what it
 * loaded: the law keeps old values from one call to the next too. They say nothing about whether
 * the code is right; but that what a call answers is what its steps did is checked here, because
 * the law has steps and no answers.
 */
record Remembered(
    StepNames names,
    int pWrite,
    int pRead,
    int pElement,
    int cWrite,
    int cRead,
    int cElement,
    int put,
    int taken,
    int received,
    boolean ended)
    implements Monitor {

  /** Before the first step. */
  static Remembered nothing(StepNames names) {
    return new Remembered(names, 0, 0, 1, 0, 0, 0, 0, 0, 0, false);
  }

  @Override
  public Monitor stepped(Step step, Memory after) {
    Access access = step.access();
    RingStep name = access == null ? null : names.of(step.side(), access);
    if (name == null) {
      return this;
    }
    int answer = (int) step.answer();
    return switch (name) {
      case PLoadWrite -> producer(answer, pRead, pElement, put);
      case PLoadRead -> producer(pWrite, answer, pElement, put);
      case PWriteSlot -> producer(pWrite, pRead, pElement + 1, put);
      case PPublish -> producer(pWrite, pRead, pElement, put + 1);
      case CLoadWrite -> consumer(answer, cRead, cElement, taken, received, ended);
      case CLoadRead -> consumer(cWrite, answer, cElement, taken, received, ended);
      case CReadSlot -> consumer(cWrite, cRead, answer, taken, received, ended);
      case CPublish -> consumer(cWrite, cRead, cElement, taken + 1, cElement, ended);
      default -> this;
    };
  }

  private Remembered producer(int write, int read, int element, int puts) {
    return new Remembered(
        names, write, read, element, cWrite, cRead, cElement, puts, taken, received, ended);
  }

  private Remembered consumer(
      int write, int read, int element, int takes, int last, boolean hasEnded) {
    return new Remembered(
        names, pWrite, pRead, pElement, write, read, element, put, takes, last, hasEnded);
  }

  @Override
  public Monitor returned(int side, Operation<?> operation, Object answer) {
    Monitor.super.returned(side, operation, answer);
    if (answer.equals(Offered.STORED.name())) {
      check(operation, answer, put == pElement - 1);
    }
    if (!(answer instanceof RingCall.Got got)) {
      return this;
    }
    if (got.says().equals(Taken.ELEMENT.name())) {
      check(operation, answer, got.elements().get(0) == received);
    }
    return got.says().equals(Taken.END.name())
        ? consumer(cWrite, cRead, cElement, taken, received, true)
        : this;
  }

  private void check(Operation<?> operation, Object answer, boolean holds) {
    if (!holds) {
      throw new PropertyViolation(
          "%s answers %s after %d put and %d taken, the last of them %d"
              .formatted(operation.call(), answer, put, taken, received));
    }
  }

  @Override
  public int hashCode() {
    int all = (pWrite * 31 + pRead) * 31 + pElement;
    all = ((all * 31 + cWrite) * 31 + cRead) * 31 + cElement;
    return ((all * 31 + put) * 31 + taken) * 31 + received + (ended ? 1 << 29 : 0);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Remembered r
        && pWrite == r.pWrite
        && pRead == r.pRead
        && pElement == r.pElement
        && cWrite == r.cWrite
        && cRead == r.cRead
        && cElement == r.cElement
        && put == r.put
        && taken == r.taken
        && received == r.received
        && ended == r.ended
        && Objects.equals(names, r.names);
  }
}
