package org.sabring.explore.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.explore.memory.MemoryModel.RA;
import static org.sabring.explore.memory.Mode.ACQUIRE;
import static org.sabring.explore.memory.Mode.OPAQUE;
import static org.sabring.explore.memory.Mode.PLAIN;
import static org.sabring.explore.memory.Mode.RELEASE;
import static org.sabring.explore.memory.Mode.VOLATILE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.memory.Programs.Result;
import org.sabring.explore.memory.Programs.Step;

/** Sides that have taken their last step: what is forgotten, what is kept, and for whom. */
class FinishedTest {

  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;
  private static final List<Fence> FENCES = List.of(Fence.ACQUIRE, Fence.RELEASE, Fence.FULL);
  private static final List<Mode> STORING = List.of(PLAIN, OPAQUE, RELEASE, VOLATILE);
  private static final List<Mode> LOADING = List.of(PLAIN, OPAQUE, ACQUIRE, VOLATILE);

  private static Memory fresh(MemoryModel model, int sides) {
    return model.fresh(Programs.locations(location -> location < Z), sides);
  }

  private static Memory stored(Memory memory, int side, int location, long value, Mode mode) {
    return memory.stores(side, location, value, mode).get(0);
  }

  private static Memory loaded(Memory memory, int side, int location, Mode mode) {
    return memory.loads(side, location, mode).get(0).memory();
  }

  private static Step randomStep(Random random, int register) {
    int location = random.nextInt(3);
    Mode storing = STORING.get(random.nextInt(4));
    Mode loading = LOADING.get(random.nextInt(4));
    return switch (random.nextInt(10)) {
      case 0 -> Programs.fence(FENCES.get(random.nextInt(FENCES.size())));
      case 1 -> Programs.lock(random.nextInt(2));
      case 2 -> Programs.update(register, location, Update.adding(1, 32), storing);
      case 3, 4, 5 -> Programs.store(location, 1 + random.nextInt(2), storing);
      default -> Programs.load(register, location, loading);
    };
  }

  /** Each side takes two steps; then, in the second of the programs, it has finished. */
  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void aProgramComesToTheSameWhetherOrNotItsSidesFinish(MemoryModel model) {
    Random random = new Random(7);
    for (int program = 0; program < 150; program++) {
      int sides = 2 + program % 2;
      List<List<Step>> code = new ArrayList<>();
      List<List<Step>> ending = new ArrayList<>();
      for (int side = 0; side < sides; side++) {
        List<Step> steps = new ArrayList<>();
        for (int step = 0; step < 2; step++) {
          steps.add(randomStep(random, 2 * side + step));
        }
        code.add(List.copyOf(steps));
        steps.add(Programs.finish());
        ending.add(steps);
      }
      assertThat(run(model, ending)).isEqualTo(run(model, code));
    }
  }

  private static Result run(MemoryModel model, List<List<Step>> sides) {
    return Programs.run(fresh(model, sides.size()), sides);
  }

  /** An arbiter is the first side, that goes on when all have finished. */
  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void whoWaitsForAllSeesTheLastValuesAndRacesWithNobody(MemoryModel model) {
    Random random = new Random(8);
    for (int walk = 0; walk < 300; walk++) {
      Memory memory = fresh(model, 3);
      List<Integer> living = new ArrayList<>(List.of(0, 1, 2));
      for (int step = 0; !living.isEmpty(); step++) {
        int side = living.get(random.nextInt(living.size()));
        int location = random.nextInt(3);
        List<Memory> all = memory.stores(side, location, step, STORING.get(random.nextInt(4)));
        memory = all.get(random.nextInt(all.size()));
        if (random.nextInt(3) == 0) {
          memory = memory.finished(side);
          living.remove((Integer) side);
        }
      }
      for (int other = 0; other < 3; other++) {
        memory = memory.joined(0, other);
      }
      for (int location = 0; location < 3; location++) {
        List<Memory.Read> reads = memory.loads(0, location, PLAIN);
        assertThat(reads).extracting(Memory.Read::value).containsExactly(memory.latest(location));
        assertThat(reads.get(0).memory().race()).isNull();
      }
    }
  }

  @Test
  void whatOnlyAFinishedSideCouldStillReadIsForgotten() {
    Memory memory = fresh(RA, 2).finished(1);
    Memory twice = stored(stored(memory, 0, Z, 1, OPAQUE), 0, Z, 2, RELEASE);
    assertThat(twice).isEqualTo(stored(memory, 0, Z, 2, OPAQUE));
    assertThat(stored(memory, 0, Z, 0, OPAQUE)).isEqualTo(memory);
    Memory late = stored(stored(fresh(RA, 2), 0, Z, 1, OPAQUE), 0, Z, 2, RELEASE).finished(1);
    assertThat(late).isEqualTo(twice).hasSameHashCodeAs(twice);
  }

  @Test
  void aRaceWithAFinishedSideIsOneUnlessItIsNotWaitedFor() {
    Memory racy = stored(fresh(RA, 2), 0, X, 1, PLAIN).finished(0);
    assertThat(loaded(racy, 1, X, PLAIN).race()).isNotNull();
    assertThat(loaded(racy.joined(1, 0), 1, X, PLAIN).race()).isNull();
    assertThat(racy.joined(1, 0)).isNotEqualTo(racy);
  }

  @Test
  void accessesThatOnlyAFinishedSideMissesAreForgotten() {
    Memory memory = fresh(RA, 2).finished(1);
    assertThat(stored(memory, 0, X, 1, PLAIN)).isEqualTo(stored(memory, 0, X, 1, OPAQUE));
    assertThat(loaded(memory, 0, X, PLAIN)).isEqualTo(memory);
    Memory late = loaded(fresh(RA, 2), 0, X, PLAIN);
    assertThat(late).isNotEqualTo(fresh(RA, 2));
    assertThat(late.finished(1)).isEqualTo(memory);
  }

  /** The second side may still wait for the first, and only in one of the two would it see Z. */
  @Test
  void whatAFinishedSideKnewIsKeptForWhoWaitsForIt() {
    Memory memory = stored(fresh(RA, 3), 2, Z, 1, OPAQUE);
    Memory read = loaded(memory, 0, Z, OPAQUE).finished(0);
    assertThat(read).isNotEqualTo(memory.finished(0));
    assertThat(read.joined(1, 0).loads(1, Z, OPAQUE)).hasSize(1);
    assertThat(memory.finished(0).joined(1, 0).loads(1, Z, OPAQUE)).hasSize(2);
  }

  @Test
  void whatAllOthersKnowIsNotKeptForWhoWaits() {
    Memory memory = stored(fresh(RA, 3), 0, Z, 1, RELEASE).finished(0);
    Memory waited = memory.joined(1, 0).joined(2, 0);
    assertThat(waited).isEqualTo(loaded(loaded(memory, 2, Z, OPAQUE), 1, Z, OPAQUE));
    assertThat(waited.joined(1, 0)).isEqualTo(waited);
  }

  @Test
  void itDoesNotMatterWhoFinishesFirst() {
    Memory memory = stored(stored(fresh(RA, 3), 0, X, 1, PLAIN), 1, Y, 1, VOLATILE);
    Memory one = memory.finished(0).finished(1);
    assertThat(one).isEqualTo(memory.finished(1).finished(0)).isNotEqualTo(memory);
    assertThat(one.finished(2).latest(X)).isEqualTo(1);
  }

  @Test
  void theRaceOfTheLastAccessStays() {
    Memory racy = loaded(stored(fresh(RA, 2), 0, X, 1, PLAIN), 1, X, PLAIN).finished(1);
    assertThat(racy.race()).isEqualTo(new DataRace(X, 1, false));
  }

  @Test
  void aSideThatHasFinishedTakesNoStep() {
    Memory memory = fresh(RA, 2).finished(1);
    assertThatThrownBy(() -> memory.loads(1, X, OPAQUE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("side=1 has finished");
  }

  /** Otherwise the new one's first volatile access would push, or its store would hand over. */
  @Test
  void whoGoesOnAfterTheEndIsNew() {
    Memory memory = stored(fresh(RA, 2), 0, Y, 1, VOLATILE).fenced(0, Fence.RELEASE);
    Memory over = memory.finished(1).finished(0).joined(0, 1);
    Memory other = stored(fresh(RA, 2), 1, Y, 1, OPAQUE).finished(0).finished(1).joined(0, 1);
    assertThat(over).isEqualTo(other).hasSameHashCodeAs(other);
  }
}
