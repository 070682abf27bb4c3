package org.sabring.properties.explore.stream;

import static org.sabring.properties.explore.ring.RingOperations.cancel;
import static org.sabring.properties.explore.ring.RingOperations.close;
import static org.sabring.properties.explore.ring.RingOperations.take;
import static org.sabring.properties.explore.ring.RingOperations.untilEnd;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.ring.RingOperations;
import org.sabring.properties.explore.stream.ReadablePlan.Act;
import org.sabring.properties.explore.stream.ReadablePlan.Reader;
import org.sabring.properties.explore.stream.WritablePlan.Writer;
import org.sabring.properties.world.ExploredCase;
import org.sabring.ring.Producer;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.law.Rule;

/**
 * A stream on its loop against the other side of the ring, which the layer explores.
 *
 * @param name in the verdict
 * @param program what the sides do
 * @param options what else may happen
 */
public record StreamCase(String name, StreamProgram program, Options options)
    implements ExploredCase {

  private static final Options PLAIN = Options.PLAIN;

  /** For every commit: each way to read and to write, on the smallest ring. */
  private static final List<StreamCase> QUICK =
      List.of(
          of("stream, flowing", flowing(2)),
          of("stream, paused and resumed", paused(2)),
          of("stream, destroyed", destroyed(2)),
          of("writing, and heeding the answers", heeding(2)),
          of("writing, destroyed", destroyedWriter(2)),
          of("writing, cancelled", cancelled()));

  /** A few seconds each. */
  private static final List<StreamCase> DEFAULT =
      List.of(
          of("stream, mark 0", unbuffered()),
          of("stream, read at readable", reading()),
          of("stream, paused for three", paused(3)),
          of("stream, three slots", threeSlots()),
          of(
              "stream, destroyed at data",
              new ReadableProgram(
                  2, puts(3), ReadablePlan.of(2, Reader.READING).onData(2, Act.FAIL))),
          new StreamCase("stream, told for no reason", flowing(2), PLAIN.spurious(2)),
          of("writing, three elements", heeding(3)),
          of("writing, destroyed among three", destroyedWriter(3)),
          of(
              "writing, three slots",
              new WritableProgram(
                  3, WritablePlan.of(2, 4, Writer.HEEDS).ending(), List.of(untilEnd(take())))),
          of(
              "writing, and ignoring the answers",
              new WritableProgram(
                  2, WritablePlan.of(2, 3, Writer.IGNORES).ending(), List.of(untilEnd(take())))),
          new StreamCase("writing, told for no reason", heeding(2), PLAIN.spurious(2)));

  private static List<Operation<Producer>> puts(int elements) {
    return IntStream.rangeClosed(1, elements).mapToObj(RingOperations::put).toList();
  }

  /** So many elements are put, the ring is closed, and somebody reads. */
  private static ReadableProgram reader(int capacity, int elements, ReadablePlan plan) {
    List<Operation<Producer>> calls = new ArrayList<>(puts(elements));
    calls.add(close());
    return new ReadableProgram(capacity, calls, plan);
  }

  public static ReadableProgram flowing(int elements) {
    return reader(2, elements, ReadablePlan.of(1, Reader.FLOWING));
  }

  /** At mark 0. */
  public static ReadableProgram unbuffered() {
    return reader(2, 3, ReadablePlan.of(0, Reader.FLOWING));
  }

  /** At capacity 3. */
  public static ReadableProgram threeSlots() {
    return reader(3, 3, ReadablePlan.of(2, Reader.FLOWING).acting(Act.PAUSE, Act.RESUME));
  }

  static ReadableProgram reading() {
    return reader(2, 3, ReadablePlan.of(2, Reader.READING));
  }

  public static ReadableProgram paused(int elements) {
    return reader(2, elements, ReadablePlan.of(1, Reader.FLOWING).acting(Act.PAUSE, Act.RESUME));
  }

  public static ReadableProgram destroyed(int elements) {
    return new ReadableProgram(
        2, puts(elements), ReadablePlan.of(1, Reader.FLOWING).acting(Act.DESTROY));
  }

  public static WritableProgram heeding(int elements) {
    return new WritableProgram(
        2, WritablePlan.of(1, elements, Writer.HEEDS).ending(), List.of(untilEnd(take())));
  }

  public static WritableProgram destroyedWriter(int elements) {
    return new WritableProgram(
        2,
        WritablePlan.of(1, elements, Writer.IGNORES).acting(WritablePlan.Act.DESTROY),
        List.of(untilEnd(take())));
  }

  public static WritableProgram cancelled() {
    return new WritableProgram(2, WritablePlan.of(1, 3, Writer.HEEDS), List.of(take(), cancel()));
  }

  private static StreamCase of(String name, StreamProgram program) {
    return new StreamCase(name, program, PLAIN);
  }

  /** What is explored within such bounds. */
  public static List<StreamCase> within(Bounds bounds) {
    return bounds == Bounds.QUICK
        ? QUICK
        : Stream.concat(QUICK.stream(), DEFAULT.stream()).toList();
  }

  @Override
  public Program explored() {
    return program.program();
  }

  @Override
  public OptionalInt slots() {
    return OptionalInt.of(program.capacity());
  }

  @Override
  public Monitor monitor(MemoryModel model) {
    return program.monitor();
  }

  @Override
  public Set<Rule> rules(MemoryModel model) {
    return program.rules();
  }

  @Override
  public String says() {
    return program.toString();
  }
}
