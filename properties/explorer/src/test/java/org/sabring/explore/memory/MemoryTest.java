package org.sabring.explore.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.explore.memory.MemoryModel.RA;
import static org.sabring.explore.memory.MemoryModel.TSO;
import static org.sabring.explore.memory.Mode.ACQUIRE;
import static org.sabring.explore.memory.Mode.OPAQUE;
import static org.sabring.explore.memory.Mode.PLAIN;
import static org.sabring.explore.memory.Mode.RELEASE;
import static org.sabring.explore.memory.Mode.VOLATILE;
import static org.sabring.explore.memory.Programs.dereference;
import static org.sabring.explore.memory.Programs.fence;
import static org.sabring.explore.memory.Programs.freeze;
import static org.sabring.explore.memory.Programs.load;
import static org.sabring.explore.memory.Programs.locations;
import static org.sabring.explore.memory.Programs.onlyIf;
import static org.sabring.explore.memory.Programs.permits;
import static org.sabring.explore.memory.Programs.run;
import static org.sabring.explore.memory.Programs.side;
import static org.sabring.explore.memory.Programs.store;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.memory.Programs.Result;
import org.sabring.explore.memory.Programs.Step;

/** Memories as values, their races, and what the law lacks: final fields, threads that end. */
class MemoryTest {

  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;

  private static Memory fresh(MemoryModel model) {
    return model.fresh(locations(location -> location < Z), 2);
  }

  private static Memory stored(Memory memory, int side, int location, long value, Mode mode) {
    return memory.stores(side, location, value, mode).get(0);
  }

  private static Memory loaded(Memory memory, int side, int location, Mode mode) {
    return memory.loads(side, location, mode).get(0).memory();
  }

  @Test
  void aMemoryHasASideAtLeast() {
    assertThatThrownBy(() -> RA.fresh(locations(location -> true), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sides=0");
  }

  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void locationsThatNobodyStoresToMakeNoDifference(MemoryModel model) {
    Memory memory = fresh(model);
    Memory looked = loaded(loaded(memory, 0, 40, OPAQUE), 1, 50, ACQUIRE);
    assertThat(looked).isEqualTo(memory).hasSameHashCodeAs(memory);
    assertThat(looked.latest(60)).isZero();
    assertThat(stored(looked, 0, X, 1, OPAQUE)).isEqualTo(stored(memory, 0, X, 1, OPAQUE));
  }

  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void aStoreThatAllKnowToHaveBeenUndoneMakesNoDifference(MemoryModel model) {
    Memory memory = fresh(model);
    Memory undone = stored(stored(memory, 0, Z, 1, OPAQUE), 0, Z, 0, OPAQUE);
    Memory known = loaded(undone.locked(0, 3).locked(1, 3), 1, Z, OPAQUE);
    assertThat(known).isEqualTo(memory.locked(0, 3).locked(1, 3)).isEqualTo(memory);
    assertThat(known).hasSameHashCodeAs(memory);
  }

  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void memoriesWithDifferentFuturesDiffer(MemoryModel model) {
    Memory memory = fresh(model);
    Memory one = stored(memory, 0, X, 1, VOLATILE);
    assertThat(one).isNotEqualTo(memory).isNotEqualTo(stored(memory, 0, X, 2, VOLATILE));
    assertThat(one.latest(X)).isEqualTo(1);
    assertThat(memory.latest(X)).isZero();
  }

  @Test
  void theFirstReadIsTheNewestStore() {
    Memory two = stored(stored(fresh(RA), 0, Z, 1, OPAQUE), 0, Z, 2, OPAQUE);
    List<Memory.Read> reads = two.loads(1, Z, OPAQUE);
    assertThat(reads).extracting(Memory.Read::value).containsExactly(2L, 1L, 0L);
    assertThat(reads).extracting(Memory.Read::age).containsExactly(0, 1, 2);
  }

  @Test
  void onlyLocationsThatMayRaceDo() {
    Memory memory = fresh(RA);
    Memory racy = stored(stored(memory, 0, X, 1, PLAIN), 1, X, 2, PLAIN);
    assertThat(racy.race()).isEqualTo(new DataRace(X, 1, true));
    assertThat(stored(stored(memory, 0, Z, 1, PLAIN), 1, Z, 2, PLAIN).race()).isNull();
  }

  @Test
  void aRaceDoesNotHideALaterOne() {
    Memory memory = stored(stored(fresh(RA), 0, X, 1, PLAIN), 0, Y, 1, PLAIN);
    Memory racy = loaded(memory, 1, X, PLAIN);
    assertThat(racy.race()).isEqualTo(new DataRace(X, 1, false));
    Memory after = loaded(racy, 1, Z, OPAQUE);
    assertThat(after.race()).isNull();
    assertThat(after).isNotEqualTo(racy);
    assertThat(loaded(after, 1, Y, PLAIN).race()).isEqualTo(new DataRace(Y, 1, false));
  }

  /** RC11 lets a full fence order a store before one that is not seen, but hand over nothing. */
  @Test
  void aFullFenceOrdersNoPlainAccess() {
    List<Step> one =
        side(
            store(X, 1, PLAIN),
            fence(Fence.FULL),
            load(0, Y, OPAQUE),
            onlyIf(0, 0),
            store(Z, 1, OPAQUE));
    List<Step> two =
        side(
            store(Y, 1, OPAQUE),
            fence(Fence.FULL),
            load(1, Z, OPAQUE),
            onlyIf(1, 1),
            load(2, X, PLAIN));
    Result result = run(RA, one, two);
    assertThat(result.races()).containsExactly(new DataRace(X, 1, false));
    assertThat(permits(result, 0, 1, 0)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void whoWaitsForTheEndOfAnotherKnowsAllItDid(MemoryModel model) {
    Memory done = stored(stored(fresh(model), 0, X, 1, PLAIN), 0, X, 2, PLAIN);
    List<Memory.Read> reads = done.joined(1, 0).loads(1, X, PLAIN);
    assertThat(reads).extracting(Memory.Read::value).containsExactly(2L);
    assertThat(reads.get(0).memory().race()).isNull();
  }

  /** X is a field of what the final field of object 9 refers to; Y is the reference to object 9. */
  private static Result published(Step before, Step after) {
    return run(
        RA,
        side(store(X, 1, PLAIN), before, store(Y, 1, OPAQUE)),
        side(load(0, Y, OPAQUE), onlyIf(0, 1), after, load(1, X, PLAIN)));
  }

  @Test
  void aFinalFieldHandsOverWhatWasKnownWhenItWasFrozen() {
    Result result = published(freeze(9), dereference(9, X));
    assertThat(permits(result, 1, 0)).isFalse();
    assertThat(result.races()).isEmpty();
  }

  @Test
  void withoutAFreezeOrADereferenceNothingIsHandedOver() {
    for (Result result :
        List.of(
            published(fence(Fence.ACQUIRE), dereference(9, X)),
            published(freeze(9), dereference(8, X)),
            published(freeze(9), dereference(9, Z)),
            published(freeze(9), fence(Fence.RELEASE)))) {
      assertThat(permits(result, 1, 0)).isTrue();
      assertThat(result.races()).isNotEmpty();
    }
  }

  @Test
  void aChainOfReferencesGoesOnFromAFinalField() {
    Memory memory = stored(fresh(RA), 0, X, 1, PLAIN).frozen(0, 9);
    Memory reached = memory.dereferenced(1, 9, 7).dereferenced(1, 7, X);
    assertThat(reached.loads(1, X, PLAIN)).extracting(Memory.Read::value).containsExactly(1L);
    assertThat(memory.dereferenced(1, 7, X)).isEqualTo(memory);
    assertThat(memory.loads(1, X, PLAIN)).hasSize(2);
  }

  /** Object 7 is frozen before the store to X, object 9 after it. */
  @Test
  void whoHasComeToAnObjectInTwoWaysKnowsBoth() {
    Memory early = stored(fresh(RA), 0, Y, 1, PLAIN).frozen(0, 7);
    Memory memory = stored(early, 0, X, 1, PLAIN).frozen(0, 9);
    assertThat(memory.dereferenced(1, 7, X).loads(1, X, PLAIN)).hasSize(2);
    assertThat(memory.dereferenced(1, 9, X).dereferenced(1, 7, X).loads(1, X, PLAIN)).hasSize(1);
    assertThat(memory.dereferenced(1, 9, 7).dereferenced(1, 7, X).loads(1, X, PLAIN)).hasSize(1);
  }

  @Test
  void aFinalFieldTellsNothingToWhoKnewItAll() {
    Memory memory = stored(fresh(RA), 0, X, 1, PLAIN).frozen(0, 9);
    assertThat(memory.dereferenced(0, 9, X)).isEqualTo(memory);
  }

  @Test
  void whatAllKnowIsNotKeptForFinalFields() {
    Memory memory = stored(fresh(RA), 0, Z, 1, RELEASE);
    Memory frozen = loaded(memory.frozen(0, 9).dereferenced(1, 9, Z), 1, Z, ACQUIRE);
    assertThat(frozen).isEqualTo(loaded(memory, 1, Z, ACQUIRE));
    assertThat(fresh(RA).frozen(0, 9)).isEqualTo(fresh(RA));
  }

  @Test
  void aLockHandsOverWhatItsHoldersKnew() {
    Memory held = stored(fresh(RA).acquired(0, 5), 0, X, 1, PLAIN).released(0, 5);
    Memory next = held.acquired(1, 5);
    assertThat(next.loads(1, X, PLAIN)).hasSize(1);
    assertThat(loaded(next, 1, X, PLAIN).race()).isNull();
    assertThat(loaded(held.acquired(1, 6), 1, X, PLAIN).race()).isNotNull();
  }

  @Test
  void aBufferIsDrainedOldestFirst() {
    Memory memory = stored(stored(fresh(TSO), 0, X, 1, OPAQUE), 0, Y, 2, RELEASE);
    Memory once = memory.drained(0);
    assertThat(once).isNotNull();
    assertThat(once.latest(X)).isEqualTo(1);
    assertThat(once.latest(Y)).isZero();
    assertThat(memory.drained(1)).isNull();
    assertThat(memory.fenced(0, Fence.STORE_STORE)).isEqualTo(memory);
    assertThat(memory.fenced(0, Fence.FULL).drained(0)).isNull();
    assertThat(memory.acquired(0, 3).drained(0)).isNull();
    assertThat(memory.released(0, 3).drained(0)).isNull();
  }
}
