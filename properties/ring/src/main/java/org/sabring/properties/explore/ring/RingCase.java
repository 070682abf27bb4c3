package org.sabring.properties.explore.ring;

import static org.sabring.properties.explore.ring.RingOperations.briefPut;
import static org.sabring.properties.explore.ring.RingOperations.briefTake;
import static org.sabring.properties.explore.ring.RingOperations.cancel;
import static org.sabring.properties.explore.ring.RingOperations.close;
import static org.sabring.properties.explore.ring.RingOperations.drain;
import static org.sabring.properties.explore.ring.RingOperations.offer;
import static org.sabring.properties.explore.ring.RingOperations.poll;
import static org.sabring.properties.explore.ring.RingOperations.put;
import static org.sabring.properties.explore.ring.RingOperations.take;
import static org.sabring.properties.explore.ring.RingOperations.timedPut;
import static org.sabring.properties.explore.ring.RingOperations.timedTake;
import static org.sabring.properties.explore.ring.RingOperations.untilEnd;
import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB104;
import static org.sabring.spec.law.Rule.RB201;
import static org.sabring.spec.law.Rule.RB202;
import static org.sabring.spec.law.Rule.RB203;
import static org.sabring.spec.law.Rule.RB204;
import static org.sabring.spec.law.Rule.RB301;
import static org.sabring.spec.law.Rule.RB302;
import static org.sabring.spec.law.Rule.RB303;
import static org.sabring.spec.law.Rule.RB304;
import static org.sabring.spec.law.Rule.RB401;
import static org.sabring.spec.law.Rule.RB402;
import static org.sabring.spec.law.Rule.RB403;
import static org.sabring.spec.law.Rule.RB501;
import static org.sabring.spec.law.Rule.RB502;
import static org.sabring.spec.law.Rule.RB503;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.properties.world.ExploredCase;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.law.Rule;

/**
 * A program that the layer explores.
 *
 * @param name in the verdict
 * @param program what the sides do
 * @param options what else may happen
 */
record RingCase(String name, RingProgram program, Options options) implements ExploredCase {

  private static final Options PLAIN = Options.PLAIN;

  /** For every commit: each kind of call, on the smallest ring. */
  private static final List<RingCase> QUICK =
      List.of(
          of(
              "blocking, to the end",
              new RingProgram(2, List.of(put(1), put(2), close()), List.of(untilEnd(take()))),
              PLAIN),
          of(
              "offer and poll",
              new RingProgram(
                  2, List.of(offer(1), offer(2), close()), List.of(poll(), poll(), poll())),
              PLAIN),
          of(
              "polling to the end",
              new RingProgram(2, List.of(put(1), put(2), close()), List.of(untilEnd(poll()))),
              PLAIN),
          of(
              "cancelled",
              new RingProgram(
                  2, List.of(put(1), put(2), put(3)), List.of(take(), cancel(), take(), cancel())),
              PLAIN),
          of(
              "closed twice, and put afterwards",
              new RingProgram(
                  2, List.of(put(1), close(), close(), put(2)), List.of(take(), take())),
              PLAIN),
          of(
              "batches, to the end",
              new RingProgram(
                  3, List.of(put(1, 2), put(3, 4), close()), List.of(untilEnd(take(2)))),
              PLAIN));

  /** A few seconds each. */
  private static final List<RingCase> DEFAULT =
      List.of(
          of(
              "blocking, four elements, to the end",
              new RingProgram(
                  3, List.of(put(1), put(2), put(3), put(4), close()), List.of(untilEnd(take()))),
              PLAIN),
          of(
              "more than two laps",
              new RingProgram(
                  2,
                  List.of(put(1), put(2), put(3), put(4), put(5), close()),
                  List.of(untilEnd(take()))),
              PLAIN),
          of(
              "spurious wake-ups",
              new RingProgram(2, List.of(put(1), put(2), close()), List.of(untilEnd(take()))),
              PLAIN.spurious(2)),
          of(
              "interrupts",
              new RingProgram(2, List.of(put(1), put(2), put(3)), List.of(take(), take(), take())),
              PLAIN.interrupts(2)),
          of(
              "with a time",
              new RingProgram(
                  2,
                  List.of(timedPut(1), timedPut(2), close()),
                  List.of(timedTake(), timedTake(), timedTake())),
              PLAIN),
          of(
              "with a time that is up after one wait",
              new RingProgram(
                  2,
                  List.of(briefPut(1), briefPut(2), briefPut(3), close()),
                  List.of(briefTake(), briefTake(), take(), briefTake())),
              PLAIN),
          of(
              "draining",
              new RingProgram(
                  3,
                  List.of(put(1), put(2), put(3), close()),
                  List.of(drain(2), drain(2), untilEnd(take()))),
              PLAIN),
          of(
              "offer and poll, two laps",
              new RingProgram(
                  2,
                  List.of(offer(1), offer(2), offer(3), offer(4), close()),
                  List.of(poll(), poll(), poll(), poll())),
              PLAIN),
          of(
              "batches of three, to the end",
              new RingProgram(
                  4, List.of(put(1, 3), put(4, 6), close()), List.of(untilEnd(take(3)))),
              PLAIN),
          of(
              "batches, offer and poll",
              new RingProgram(
                  3,
                  List.of(offer(1, 3), offer(4, 5), close()),
                  List.of(poll(2), poll(2), poll(2))),
              PLAIN),
          of(
              "batches among single elements",
              new RingProgram(
                  3, List.of(put(1), put(2, 3), close()), List.of(take(), untilEnd(take(2)))),
              PLAIN),
          of(
              "batches, cancelled",
              new RingProgram(
                  3, List.of(put(1, 2), put(3, 4), put(5, 6)), List.of(take(2), cancel(), take(2))),
              PLAIN),
          of(
              "batches, interrupts",
              new RingProgram(3, List.of(put(1, 2), put(3, 4)), List.of(take(2), take(2))),
              PLAIN.interrupts(2)),
          of(
              "a side stops for good",
              new RingProgram(2, List.of(put(1), put(2), close()), List.of(untilEnd(take()))),
              PLAIN.crashes(1)));

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
    return program.monitor(model);
  }

  @Override
  public String says() {
    return program.toString();
  }

  /** Races are seen on release/acquire memory alone. */
  @Override
  public Set<Rule> rules(MemoryModel model) {
    Set<Rule> rules = EnumSet.of(RB101, RB102, RB103, RB104, RB203, RB204, RB303, RB401, RB402);
    if (model == MemoryModel.RA) {
      rules.addAll(EnumSet.of(RB201, RB202));
    }
    if (calls(
        Kind.PUT, Kind.TIMED_PUT, Kind.BRIEF_PUT, Kind.TAKE, Kind.TIMED_TAKE, Kind.BRIEF_TAKE)) {
      rules.addAll(EnumSet.of(RB301, RB302, RB304, RB403));
    }
    if (calls(Kind.CLOSE)) {
      rules.addAll(EnumSet.of(RB501, RB502));
    }
    if (calls(Kind.CANCEL)) {
      rules.addAll(EnumSet.of(RB502, RB503));
    }
    return rules;
  }

  /** With calls that may take any number of steps. */
  RingCase unbounded() {
    return new RingCase(name, program.unbounded(), options);
  }

  private boolean calls(Kind... kinds) {
    return Stream.concat(program.producer().stream(), program.consumer().stream())
        .map(operation -> ((RingCall) operation.call()).kind())
        .anyMatch(List.of(kinds)::contains);
  }

  private static RingCase of(String name, RingProgram program, Options options) {
    return new RingCase(name, program, options);
  }

  /** What is explored within such bounds. */
  static List<RingCase> within(Bounds bounds) {
    return bounds == Bounds.QUICK
        ? QUICK
        : Stream.concat(QUICK.stream(), DEFAULT.stream()).toList();
  }
}
