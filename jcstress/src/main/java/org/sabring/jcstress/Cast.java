package org.sabring.jcstress;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sabring.jcstress.planted.Planted;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Side;
import org.sabring.spec.race.RaceCall;
import org.sabring.spec.race.RaceProgram;
import org.sabring.spec.race.RaceRing;
import org.sabring.spec.race.RaceRing.Role;
import org.sabring.spec.race.Races;

/**
 * What a test does, read once: the race that its outer class is named after, on the ring that it is
 * named after itself.
 */
final class Cast {

  private static final ClassValue<Cast> CASTS =
      new ClassValue<>() {
        @Override
        protected Cast computeValue(Class<?> test) {
          RaceProgram program = Races.named(test.getDeclaringClass().getSimpleName());
          return new Cast(program, program.ring(test.getSimpleName()));
        }
      };

  final RaceProgram program;
  final RaceRing ring;
  final RingLayout layout;
  final boolean waits;

  /** How long a side sleeps before it looks whether it was left asleep, in nanoseconds. */
  final long nap;

  private final @Nullable Planted planted;
  private final RaceCall[] producer;
  private final RaceCall[] consumer;

  private Cast(RaceProgram program, RaceRing ring) {
    this.program = program;
    this.ring = ring;
    this.layout = RingLayout.compact(program.capacity());
    this.waits = program.waits();
    this.nap = nap(program, ring);
    this.planted = ring.mutant().isEmpty() ? null : Planted.valueOf(ring.mutant());
    this.producer = program.calls(Side.PRODUCER).toArray(new RaceCall[0]);
    this.consumer = program.calls(Side.CONSUMER).toArray(new RaceCall[0]);
  }

  /**
   * Where somebody may be left asleep that happens often, so it must not take long. Elsewhere it
   * never happens, and nobody must be accused because the other side's thread had to wait for a
   * processor.
   */
  private static long nap(RaceProgram program, RaceRing ring) {
    if (program.terminates()) {
      return SharedInts.FOREVER; // to hang is what it is about
    }
    boolean sleepless =
        Races.mistakes(program, ring).stream().noneMatch(one -> one.contains(RaceProgram.ASLEEP));
    if (sleepless) {
      return TimeUnit.SECONDS.toNanos(10);
    }
    return TimeUnit.MILLISECONDS.toNanos(ring.role() == Role.CONTROL ? 5 : 200);
  }

  /**
   * Of the test that a class is.
   *
   * @throws IllegalArgumentException if there is no such race, or no such ring in it
   */
  static Cast of(Class<?> test) {
    return CASTS.get(test);
  }

  RaceCall[] calls(Side side) {
    return side == Side.PRODUCER ? producer : consumer;
  }

  /** What a side has for its memory. */
  SharedInts plant(SharedInts memory) {
    return planted == null ? memory : planted.plant(memory, layout);
  }
}
