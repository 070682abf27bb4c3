package org.sabring.properties.explore.ring;

import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.RandomWalks;
import org.sabring.explore.Rest;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Access;
import org.sabring.properties.explore.Oracles;
import org.sabring.ring.RingLayout;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import org.sabring.spec.law.Word;
import org.sabring.spec.oracle.TraceFinding;

/**
 * Judges nothing, but writes down what a recorder would: the steps on the words of the ring. A wait
 * that an interrupt ends is written as timed out, for the format knows no other way to end it.
 *
 * @param layout where the words lie
 * @param events the trace so far
 */
record RingTrace(RingLayout layout, List<StepEvent> events) implements Monitor {

  /** So many random walks, always the same. */
  private static final int WALKS = 25;

  RingTrace {
    events = List.copyOf(events);
  }

  /** The rules that the oracle finds broken in what is recorded of random runs. */
  static Set<Rule> judged(Program ring, RingLayout layout, Options options)
      throws InterruptedException {
    RingTrace nothing = new RingTrace(layout, List.of());
    Set<String> traces =
        RandomWalks.of(ring, MemoryModel.SC, nothing, options, 1, WALKS).outcomes();
    Set<Rule> rules = new TreeSet<>();
    for (String trace : traces) {
      TraceFinding finding = Oracles.ofTrace(trace);
      if (finding != null) {
        rules.add(finding.rule());
      }
    }
    return rules;
  }

  @Override
  public void rested(Rest rest) {
    // who sleeps, sleeps: that is for the oracle to judge
  }

  @Override
  public Monitor returned(int side, Operation<?> operation, Object answer) {
    return this;
  }

  @Override
  public Monitor stepped(Step step, Memory after) {
    Access access = step.access();
    RingSide side = step.side() == PRODUCER ? RingSide.PRODUCER : RingSide.CONSUMER;
    List<StepEvent> more = new ArrayList<>(events);
    if (step.option() == Step.TIMES_OUT || step.option() == Step.INTERRUPTED) {
      answer(more, side, WaitResult.TIMED_OUT);
    } else if (access != null && access.word() < layout.length()) {
      add(more, side, access, (int) step.answer());
    }
    return new RingTrace(layout, more);
  }

  private void add(List<StepEvent> more, RingSide side, Access access, int answer) {
    Word word = Oracles.word(layout, access.word());
    int slot = word == Word.DATA ? access.word() - layout.data() : -1;
    var kind =
        switch (access.kind()) {
          case LOAD -> org.sabring.spec.law.AccessKind.LOAD;
          case STORE -> org.sabring.spec.law.AccessKind.STORE;
          case ADD, UPDATE -> org.sabring.spec.law.AccessKind.ADD;
          case WAIT -> org.sabring.spec.law.AccessKind.WAIT;
          case NOTIFY -> org.sabring.spec.law.AccessKind.NOTIFY;
          default -> null;
        };
    if (kind == null) {
      return;
    }
    boolean asked = access.kind() == Access.Kind.STORE || access.kind() == Access.Kind.WAIT;
    if (access.kind() == Access.Kind.NOTIFY && answer > 0) {
      answer(
          more, side == RingSide.PRODUCER ? RingSide.CONSUMER : RingSide.PRODUCER, WaitResult.OK);
    }
    int value = asked ? access.number() : answer;
    more.add(new StepEvent(more.size() + 2L, side, kind, word, slot, value, null));
    if (access.kind() == Access.Kind.WAIT && answer >= 0) {
      answer(more, side, WaitResult.NOT_EQUAL);
    }
  }

  /** The last wait of a side has ended. */
  private static void answer(List<StepEvent> more, RingSide side, WaitResult result) {
    for (int i = more.size() - 1; i >= 0; i--) {
      StepEvent e = more.get(i);
      if (e.side() == side && e.access() == org.sabring.spec.law.AccessKind.WAIT) {
        more.set(
            i, new StepEvent(e.line(), side, e.access(), e.word(), e.index(), e.value(), result));
        return;
      }
    }
  }

  @Override
  public String outcome(Rest rest) {
    return Oracles.trace(layout.capacity(), events);
  }
}
