package org.sabring.properties.explore.stream;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.properties.explore.ExploredInts;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.ring.Consumer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.Rule;

/** An event loop with a stream that puts into the ring, and a consumer on its own. */
public record WritableProgram(int capacity, WritablePlan plan, List<Operation<Consumer>> consumer)
    implements StreamProgram {

  public WritableProgram {
    consumer = List.copyOf(consumer);
  }

  @Override
  public Program program() {
    RingLayout layout = RingLayout.compact(capacity);
    return StreamProgram.on(layout)
        .asItIs(
            'P',
            words ->
                new LoopSide<>(
                    CursorRing.attach(new ExploredInts(words), layout).producer(), words.stage()),
            Operation.of("stream", loop -> plan.run(loop.ring(), loop.stage())))
        .side(
            'C', words -> CursorRing.attach(new ExploredInts(words), layout).consumer(), consumer);
  }

  @Override
  public Monitor monitor() {
    return new WritableMonitor(
        plan.highWaterMark(),
        plan.writer() != WritablePlan.Writer.IGNORES,
        RingSeen.empty(RingLayout.compact(capacity)),
        0,
        WritableMonitor.User.NEW);
  }

  @Override
  public Set<Rule> rules() {
    Set<Rule> rules = EnumSet.of(Rule.RB606, Rule.RB611, Rule.RB612, Rule.RB614);
    if (plan.ends()) {
      rules.add(Rule.RB613);
    }
    boolean cancels =
        consumer.stream().anyMatch(o -> ((RingCall) o.call()).kind() == RingCall.Kind.CANCEL);
    if (cancels || !plan.acts().isEmpty()) {
      rules.add(Rule.RB615);
    }
    return rules;
  }

  @Override
  public String toString() {
    String calls =
        consumer.stream().map(o -> o.call().toString()).collect(Collectors.joining(", "));
    return "capacity %d; P: %s; C: %s".formatted(capacity, plan, calls);
  }
}
