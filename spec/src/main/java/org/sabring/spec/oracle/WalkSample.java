package org.sabring.spec.oracle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.StepTrace;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.RandomWalk;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceKind;
import org.sabring.spec.trace.TraceReader;
import org.sabring.spec.trace.TraceWriter;

/**
 * A random walk of the reference machine, recorded and judged: a sample for the layer's checks.
 *
 * @param length how many lines the recording has
 * @param finding what the oracle found
 * @param line where it has to find something; 0 if anywhere, or nothing
 */
record WalkSample(int length, @Nullable TraceFinding finding, long line) {

  private static final int STEPS = 400;
  private static final int BOUND = 3;
  private static final String SOURCE = "reference machine";

  /** Of the ring whose traces are mutated. */
  private static final int CAPACITY = 3;

  /** A history, judged. */
  static WalkSample of(List<HistoryEvent> history, boolean complete) {
    return new WalkSample(history.size(), judge(complete, history), 0);
  }

  /** A trace that need not be complete, judged. */
  static WalkSample of(int capacity, Profile profile, List<StepEvent> trace) {
    return new WalkSample(trace.size(), judge(capacity, profile, false, trace), 0);
  }

  /** A mutated history, judged; nothing if the walk has no place for the mutation. */
  static Optional<WalkSample> mutated(HistoryMutation mutation, Random random) {
    return mutation
        .apply(history(mutation.profile(), random))
        .map(history -> of(history, mutation.complete()));
  }

  /** A mutated trace, judged; nothing if the walk has no place for the mutation. */
  static Optional<WalkSample> mutated(TraceMutation mutation, Random random) {
    return mutation
        .apply(trace(mutation.profile(), CAPACITY, random), CAPACITY)
        .map(
            trace ->
                new WalkSample(
                    trace.events().size(),
                    judge(CAPACITY, mutation.profile(), trace.complete(), trace.events()),
                    trace.line()));
  }

  /** What callers see of a random walk. */
  static List<HistoryEvent> history(Profile profile, Random random) {
    ReferenceMachine machine =
        new ReferenceMachine(new Protocol(BOUND + 1, 12, 1 << 20, profile, true, true));
    return HistoryTrace.of(machine, RandomWalk.random(machine, random, STEPS));
  }

  /** The trace of a random walk. */
  static List<StepEvent> trace(Profile profile, int capacity, Random random) {
    boolean mayGiveUp = profile == Profile.REFERENCE && random.nextBoolean();
    ReferenceMachine machine =
        new ReferenceMachine(new Protocol(capacity, 60, 1 << 20, profile, true, mayGiveUp));
    return StepTrace.of(machine, RandomWalk.random(machine, random, STEPS));
  }

  private static @Nullable TraceFinding judge(boolean complete, List<HistoryEvent> history) {
    TraceHeader header =
        new TraceHeader(TraceKind.HISTORY, BOUND, Profile.REFERENCE, complete, SOURCE);
    return judge(header, out -> TraceWriter.writeHistory(header, history, out));
  }

  private static @Nullable TraceFinding judge(
      int capacity, Profile profile, boolean complete, List<StepEvent> events) {
    TraceHeader header = new TraceHeader(TraceKind.STEPS, capacity - 1, profile, complete, SOURCE);
    return judge(header, out -> TraceWriter.write(header, events, out));
  }

  private interface Recording {
    void write(OutputStream out) throws IOException;
  }

  /** What the oracle finds in a file, which is written and read as any other. */
  private static @Nullable TraceFinding judge(TraceHeader header, Recording recording) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      recording.write(bytes);
      ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
      try (TraceReader reader = TraceReader.open(in, "walk")) {
        return header.kind() == TraceKind.STEPS
            ? StepOracle.judge(reader, null).finding()
            : HistoryOracle.judge(reader).finding();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }
}
