package org.sabring.properties.explore.stream;

import static org.sabring.properties.explore.ring.RingCall.poll;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Options;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.Stories;
import org.sabring.properties.explore.stream.WritablePlan.Writer;
import org.sabring.properties.trial.Mutation;
import org.sabring.spec.Rule;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Status;

/** Streams with a mistake, of which the explorer must find that they break just that rule. */
public enum StreamControl {
  ELEMENT_REPEATED(Rule.RB601, StreamCase.flowing(3).with(ReadableMistake.REPEATS_ELEMENT)),
  BUFFER_WITHOUT_BOUND(Rule.RB602, StreamCase.flowing(3).with(ReadableMistake.UNBOUNDED_BUFFER)),
  READ_REENTERED(Rule.RB603, StreamCase.flowing(3).with(ReadableMistake.REENTERED_READ)),
  END_BEFORE_DATA(Rule.RB604, StreamCase.flowing(3).with(ReadableMistake.END_BEFORE_DATA)),
  TAKEN_AFTER_DESTROY(Rule.RB605, StreamCase.destroyed(2).with(ReadableMistake.TAKE_AFTER_DESTROY)),
  LOOP_BLOCKED(Rule.RB606, StreamCase.flowing(3).with(ReadableMistake.BLOCKING)),
  ASKED_WITHOUT_COMPARING(Rule.RB607, StreamCase.flowing(3).with(askingAnyhow())),
  DESTROYED_WITHOUT_CANCEL(
      Rule.RB608, StreamCase.destroyed(2).with(ReadableMistake.DESTROY_WITHOUT_CANCEL)),
  WRITE_LOST_WHEN_FULL(Rule.RB611, StreamCase.cancelled().with(WritableMistake.LOST_WHEN_FULL)),
  ANSWER_NOT_HEEDED(
      Rule.RB612, new WritableProgram(2, WritablePlan.of(1, 4, Writer.CARELESS), List.of(poll()))),
  CLOSED_BEFORE_DATA(Rule.RB613, StreamCase.cancelled().with(WritableMistake.CLOSE_BEFORE_DATA)),
  ROOM_ASKED_WITHOUT_COMPARING(Rule.RB614, StreamCase.heeding(2).with(askingAnyhow())),
  DESTROYED_WITHOUT_CLOSE(
      Rule.RB615, StreamCase.destroyedWriter(2).with(WritableMistake.DESTROY_WITHOUT_CLOSE));

  private final Rule rule;

  @SuppressWarnings("ImmutableEnumChecker") // a record, never changed
  private final StreamProgram program;

  StreamControl(Rule rule, StreamProgram program) {
    this.rule = rule;
    this.program = program;
  }

  /** A side asks to be told, and does not mind that the word has changed. */
  private static Mutation askingAnyhow() {
    return (memory, layout) -> new AskingAnyhow(memory);
  }

  private static final class AskingAnyhow extends ForwardingInts {
    AskingAnyhow(SharedInts memory) {
      super(memory);
    }

    @Override
    public @Nullable AsyncWait awaitAsync(int index, int expected, Runnable onNotified) {
      AsyncWait asked = super.awaitAsync(index, expected, onNotified);
      return asked == null ? awaitAsync(index, getVolatile(index), onNotified) : asked;
    }
  }

  /** The rule that it breaks. */
  public Rule rule() {
    return rule;
  }

  /** The program with the mistake in it. */
  public StreamProgram program() {
    return program;
  }

  /** In the verdict. */
  public String label() {
    return "stream: " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Explores it up to the first finding. */
  Exploration explore(MemoryModel model) throws InterruptedException {
    return explore(program, model);
  }

  private static Exploration explore(StreamProgram program, MemoryModel model)
      throws InterruptedException {
    return new Explorer(program.program(), model, program.judge(), Options.PLAIN).explore();
  }

  /**
   * Whether the rule is found broken, and no other before it.
   *
   * @throws InterruptedException when interrupted
   */
  public Check check() throws InterruptedException {
    return check(label(), rule, program);
  }

  static Check check(String label, Rule rule, StreamProgram program) throws InterruptedException {
    Exploration exploration = explore(program, MemoryModel.SC);
    Finding finding = exploration.findings().stream().findFirst().orElse(null);
    boolean found = finding != null && finding.rules().equals(List.of(rule));
    return new Check(
        label,
        true,
        List.of(rule),
        found ? Status.PASS : Status.FAIL,
        program + ": " + (finding == null ? "nothing, in any schedule" : finding),
        Map.of("states", exploration.states()),
        finding == null ? null : Stories.of(finding.story()));
  }
}
