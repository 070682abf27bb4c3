package org.sabring.properties.explore.stream;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.properties.explore.ExploredInts;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.stream.ReadablePlan.Act;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Producer;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.Rule;

/** A producer on its own, and an event loop with a stream that takes from the ring. */
public record ReadableProgram(int capacity, List<Operation<Producer>> producer, ReadablePlan plan)
    implements StreamProgram {

  public ReadableProgram {
    producer = List.copyOf(producer);
  }

  @Override
  public Program program() {
    RingLayout layout = RingLayout.compact(capacity);
    return StreamProgram.on(layout)
        .side('P', words -> CursorRing.attach(new ExploredInts(words), layout).producer(), producer)
        .asItIs(
            'C',
            words ->
                new LoopSide<>(
                    CursorRing.attach(new ExploredInts(words), layout).consumer(), words.stage()),
            Operation.of("stream", loop -> plan.run(loop.ring(), loop.stage())));
  }

  @Override
  public Monitor monitor() {
    RingSeen ring = RingSeen.empty(RingLayout.compact(capacity));
    return new ReadableMonitor(Math.max(1, plan.highWaterMark()), ring, ReadableMonitor.User.NEW);
  }

  @Override
  public Set<Rule> rules() {
    Set<Rule> rules = EnumSet.of(Rule.RB601, Rule.RB602, Rule.RB603, Rule.RB606, Rule.RB607);
    if (producer.stream().anyMatch(o -> ((RingCall) o.call()).kind() == RingCall.Kind.CLOSE)) {
      rules.add(Rule.RB604);
    }
    List<Act> acts = new ArrayList<>(plan.acts());
    acts.addAll(plan.onData().values());
    if (acts.contains(Act.DESTROY) || acts.contains(Act.FAIL)) {
      rules.addAll(EnumSet.of(Rule.RB605, Rule.RB608));
    }
    return rules;
  }

  @Override
  public String toString() {
    String calls =
        producer.stream().map(o -> o.call().toString()).collect(Collectors.joining(", "));
    return "capacity %d; P: %s; C: %s".formatted(capacity, calls, plan);
  }
}
