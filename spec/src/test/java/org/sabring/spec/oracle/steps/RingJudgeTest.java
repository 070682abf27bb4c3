package org.sabring.spec.oracle.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.law.Profile;
import org.sabring.spec.scalar.Scalar;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceKind;

/** The judge of any ring against brute force, on random recordings, right and spoilt. */
@Tag("any-jdk")
class RingJudgeTest {

  private static final int SAMPLES = Boolean.getBoolean("sabring.full") ? 200_000 : 20_000;
  private static final int STEPS = 30;

  private int rejected;
  private int misfits;

  @Test
  void agreesWithBruteForceOnRandomRecordings() {
    long first = System.nanoTime();
    System.out.println("RingJudgeTest: seeds from " + first);
    for (int i = 0; i < SAMPLES; i++) {
      assertThat(disagreement(first + i)).isNull();
    }
    System.out.println(
        "RingJudgeTest: " + rejected + " rejected, " + misfits + " of them as not fitting");
    assertThat(rejected).isGreaterThan(SAMPLES / 10);
    assertThat(misfits).isLessThan(rejected / 2);
  }

  /** What the two say of a recording, if it is not the same. */
  @Nullable String disagreement(long seed) {
    Random random = new Random(seed);
    RandomRing ring = new RandomRing(random, 1 + random.nextInt(STEPS));
    List<TraceAccess> accesses = shuffled(ring.accesses, random);
    boolean spoilt = random.nextBoolean();
    if (spoilt) {
      spoil(accesses, random);
    }
    boolean complete = random.nextBoolean();
    boolean explained = explains(ring, complete, accesses);
    String judged = judge(ring, complete, accesses);
    rejected += explained ? 0 : 1;
    boolean agree = judged.startsWith(explained ? "CONFORMS" : "VIOLATES");
    boolean careful = judged.startsWith("DOES NOT FIT") && !explained;
    misfits += careful ? 1 : 0;
    return (agree || careful) && (explained || spoilt || complete)
        ? null
        : "seed %d, complete %s, explained %s: %s%n%s"
            .formatted(seed, complete, explained, judged, text(ring, accesses));
  }

  /** An incomplete recording may be one of which the end is missing on either side. */
  private static boolean explains(RandomRing ring, boolean complete, List<TraceAccess> accesses) {
    return new EveryInterleaving(ring.capacity, ring.cursors, ring.bound, complete, accesses)
        .isExplained();
  }

  private static String judge(RandomRing ring, boolean complete, List<TraceAccess> accesses) {
    TraceHeader header =
        new TraceHeader(
            TraceKind.STEPS,
            ring.bound,
            Profile.ANY,
            complete,
            "random",
            new TraceHeader.Ring(ring.capacity, ring.cursors, false, false));
    StepJudge judge = new StepJudge(header);
    try {
      for (TraceAccess access : accesses) {
        judge.add(access);
      }
      return judge.end() > 0 ? "DOES NOT FIT" : "CONFORMS";
    } catch (BrokenPromise e) {
      return "VIOLATES " + e.rule() + " " + e.found();
    } catch (Misfit e) {
      return "DOES NOT FIT " + e.why();
    }
  }

  private static List<TraceAccess> shuffled(List<TraceAccess> accesses, Random random) {
    List<TraceAccess> p = new ArrayList<>();
    List<TraceAccess> c = new ArrayList<>();
    accesses.forEach(a -> (a.thread() == TraceThread.P ? p : c).add(a));
    Collections.reverse(p);
    Collections.reverse(c);
    List<TraceAccess> all = new ArrayList<>();
    while (!p.isEmpty() || !c.isEmpty()) {
      List<TraceAccess> from = c.isEmpty() || (!p.isEmpty() && random.nextBoolean()) ? p : c;
      all.add(from.remove(from.size() - 1));
    }
    return all;
  }

  /**
   * One line gets another value or answer, is left out, doubled, or changes places with the next.
   */
  private static void spoil(List<TraceAccess> accesses, Random random) {
    if (accesses.isEmpty()) {
      return;
    }
    int at = random.nextInt(accesses.size());
    TraceAccess a = accesses.get(at);
    switch (random.nextInt(5)) {
      case 0 -> accesses.remove(at);
      case 1 -> accesses.add(at, a);
      case 2 -> Collections.swap(accesses, at, random.nextInt(accesses.size()));
      case 3 -> accesses.set(at, answered(a, random));
      default -> accesses.set(at, raised(a, random));
    }
  }

  private static TraceAccess answered(TraceAccess a, Random random) {
    if (a.kind() != TraceAccess.Kind.WAIT) {
      return raised(a, random);
    }
    WaitResult result = List.of(WaitResult.values()).get(random.nextInt(3));
    return with(a, a.value(), null, result);
  }

  private static TraceAccess raised(TraceAccess a, Random random) {
    if (a.kind() == TraceAccess.Kind.NOTIFY) {
      return with(a, 1 - a.value(), null, null);
    }
    return a.place() == Place.DATA
        ? with(a, 0, Scalar.of(random.nextInt(5)), null)
        : with(a, a.value() + 1 + random.nextInt(2), null, a.result());
  }

  private static TraceAccess with(
      TraceAccess a, int value, @Nullable Scalar element, @Nullable WaitResult result) {
    return new TraceAccess(
        a.line(),
        a.thread(),
        a.kind(),
        a.place(),
        a.index(),
        0,
        value,
        element,
        1,
        result,
        a.mode());
  }

  private static String text(RandomRing ring, List<TraceAccess> accesses) {
    StringBuilder text = new StringBuilder();
    text.append(ring.cursors).append(' ').append(ring.capacity).append('\n');
    accesses.forEach(a -> text.append(a.text()).append('\n'));
    return text.toString();
  }
}
