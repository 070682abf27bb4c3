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

/** What a test does, and with what, made once from its script. */
final class Cast {

  private static final ClassValue<Cast> CASTS =
      new ClassValue<>() {
        @Override
        protected Cast computeValue(Class<?> test) {
          return new Cast(Script.of(test));
        }
      };

  private static final long LONG = TimeUnit.SECONDS.toNanos(10);

  final RaceProgram program;
  final RaceRing ring;
  final RingLayout layout;
  final boolean waits;

  /** How long a side sleeps before it looks whether it was left asleep, in nanoseconds. */
  final long nap;

  /**
   * How long it waits when there is nothing to wake for. On a control not for long: the other side
   * may have given up, and whoever waits for it then keeps everybody waiting.
   */
  final long patience;

  private final @Nullable Planted planted;
  private final RaceCall[] producer;
  private final RaceCall[] consumer;

  private Cast(Script script) {
    this.program = script.program();
    this.ring = script.ring();
    this.layout = RingLayout.compact(program.capacity());
    this.waits = program.waits();
    this.nap = nap(script);
    boolean brief = ring.role() == Role.CONTROL && nap < LONG;
    this.patience = brief ? 10 * nap : LONG;
    this.planted = ring.mutant().isEmpty() ? null : Planted.valueOf(ring.mutant());
    this.producer = program.calls(Side.PRODUCER).toArray(new RaceCall[0]);
    this.consumer = program.calls(Side.CONSUMER).toArray(new RaceCall[0]);
  }

  /**
   * Where somebody may be left asleep that happens often, so it must not take long. Elsewhere it
   * never happens, and nobody must be accused because the other side's thread had to wait for a
   * processor.
   */
  private static long nap(Script script) {
    if (script.program().terminates()) {
      return SharedInts.FOREVER; // to hang is what it is about
    }
    if (!script.mayBeLeftAsleep()) {
      return LONG;
    }
    return TimeUnit.MILLISECONDS.toNanos(script.ring().role() == Role.CONTROL ? 5 : 200);
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
