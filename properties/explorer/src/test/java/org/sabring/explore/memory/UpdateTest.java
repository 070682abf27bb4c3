package org.sabring.explore.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.explore.memory.MemoryModel.RA;
import static org.sabring.explore.memory.Mode.ACQUIRE;
import static org.sabring.explore.memory.Mode.OPAQUE;
import static org.sabring.explore.memory.Mode.PLAIN;
import static org.sabring.explore.memory.Mode.RELEASE;
import static org.sabring.explore.memory.Mode.VOLATILE;
import static org.sabring.explore.memory.Programs.add;
import static org.sabring.explore.memory.Programs.load;
import static org.sabring.explore.memory.Programs.onlyIf;
import static org.sabring.explore.memory.Programs.permits;
import static org.sabring.explore.memory.Programs.run;
import static org.sabring.explore.memory.Programs.side;
import static org.sabring.explore.memory.Programs.store;
import static org.sabring.explore.memory.Programs.update;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.memory.Programs.Result;
import org.sabring.explore.memory.Programs.Step;
import org.sabring.explore.memory.Update.Op;

/** Atomic updates: what they make of a value, that nothing comes between, and what they order. */
class UpdateTest {

  private static final int X = 0;
  private static final int Y = 1;
  private static final Update INCREMENT = new Update(Op.ADD, 0, 1, 32);
  private static final Update SWAP_TO_ONE = new Update(Op.SWAP, 0, 1, 32);

  private static Update compareAndSet(long expected, long value) {
    return new Update(Op.COMPARE_AND_SET, expected, value, 32);
  }

  @ParameterizedTest
  @CsvSource({
    "ADD, 1, 8, 127, -128",
    "ADD, 1, 16, 32767, -32768",
    "ADD, 1, -16, 65535, 0",
    "ADD, 1, 32, 2147483647, -2147483648",
    "ADD, 1, 64, 2147483647, 2147483648",
    "SWAP, 7, 32, 3, 7",
    "AND, 6, 32, 3, 2",
    "OR, 6, 32, 3, 7",
    "XOR, 6, 32, 3, 5",
    "COMPARE_AND_SET, 6, 32, 0, 6",
    "COMPARE_AND_SET, 6, 32, 3, 3"
  })
  void theNewValueIsAsWideAsTheOldOne(Op op, long operand, int bits, long old, long value) {
    assertThat(new Update(op, 0, operand, bits).apply(old)).isEqualTo(value);
  }

  @Test
  void onlyACompareAndSetThatFindsAnotherValueDoesNotStore() {
    assertThat(compareAndSet(3, 4).stores(3)).isTrue();
    assertThat(compareAndSet(3, 4).stores(4)).isFalse();
    assertThat(INCREMENT.stores(4)).isTrue();
  }

  @Test
  void anUnknownWidthIsMisuse() {
    assertThatThrownBy(() -> new Update(Op.ADD, 0, 1, 7).apply(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bits=7");
  }

  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void noIncrementIsLost(MemoryModel model) {
    List<Step> twice = side(update(0, X, INCREMENT, OPAQUE), update(1, X, INCREMENT, PLAIN));
    Result result = run(model, twice, side(update(2, X, INCREMENT, ACQUIRE)));
    assertThat(result.latest()).containsExactly(List.of(3L, 0L, 0L, 0L));
    assertThat(result.races()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void oneOfTwoCompareAndSetsFails(MemoryModel model) {
    Result result =
        run(
            model,
            side(update(0, X, compareAndSet(0, 1), OPAQUE)),
            side(update(1, X, compareAndSet(0, 2), OPAQUE)));
    assertThat(permits(result, 0, 0)).isFalse();
    assertThat(permits(result, 0, 1)).isTrue();
    assertThat(permits(result, 2, 0)).isTrue();
  }

  @Test
  void noStoreComesBetweenAnUpdateAndTheStoreThatItReads() {
    Result result =
        run(
            RA,
            side(update(0, X, INCREMENT, OPAQUE)),
            side(store(X, 5, OPAQUE), load(1, X, OPAQUE), load(2, X, OPAQUE)));
    assertThat(permits(result, 0, 5, 1)).isFalse();
    assertThat(permits(result, 5, 5, 6)).isTrue();
  }

  @Test
  void anUpdateThatAllKnowIsAStoreLikeAnyOther() {
    Memory fresh = RA.fresh(Programs.locations(location -> false), 2);
    Memory updated = fresh.updates(0, X, INCREMENT, OPAQUE).get(0).memory();
    Memory stored = fresh.stores(0, X, 1, OPAQUE).get(0);
    assertThat(updated).isNotEqualTo(stored);
    assertThat(updated.loads(1, X, OPAQUE).get(0).memory())
        .isEqualTo(stored.loads(1, X, OPAQUE).get(0).memory());
  }

  @Test
  void anAdditionThatIsNotAtomicLosesAStoreOfAnother() {
    for (MemoryModel model : List.of(MemoryModel.TSO, RA)) {
      Result result = run(model, side(add(0, X, 1)), side(add(1, X, 1)));
      assertThat(permits(result, 0, 0)).as(model.words()).isTrue();
      assertThat(permits(result, 0, 1)).as(model.words()).isTrue();
    }
  }

  /** An opaque update by another side hands on what the store before it released. */
  @Test
  void anUpdateContinuesTheReleaseSequence() {
    List<Step> publisher = side(store(X, 1, OPAQUE), store(Y, 1, RELEASE));
    List<Step> reader = side(load(1, Y, ACQUIRE), load(2, X, OPAQUE));
    Result updated = run(RA, publisher, side(update(0, Y, INCREMENT, OPAQUE)), reader);
    Result stored = run(RA, publisher, side(load(0, Y, OPAQUE), store(Y, 2, OPAQUE)), reader);
    assertThat(permits(updated, 1, 2, 0)).isFalse();
    assertThat(permits(stored, 1, 2, 0)).isTrue();
  }

  @Test
  void anUpdateIsOrderedAsItsModeSays() {
    for (Mode mode : Mode.values()) {
      List<Step> publisher = side(store(X, 1, OPAQUE), update(0, Y, SWAP_TO_ONE, mode));
      Result released = run(RA, publisher, side(load(1, Y, ACQUIRE), load(2, X, OPAQUE)));
      Result acquired =
          run(
              RA,
              side(store(X, 1, OPAQUE), store(Y, 1, RELEASE)),
              side(update(0, Y, SWAP_TO_ONE, mode), load(1, X, OPAQUE)));
      assertThat(permits(released, 0, 1, 0)).as("%s", mode).isEqualTo(!mode.releases());
      assertThat(permits(acquired, 1, 0)).as("%s", mode).isEqualTo(!mode.acquires());
    }
  }

  @Test
  void aFailingCompareAndSetIsALoadInItsMode() {
    List<Step> publisher = side(store(X, 1, OPAQUE), store(Y, 1, RELEASE));
    for (Mode mode : Mode.values()) {
      Step failing = update(0, Y, compareAndSet(9, 8), mode);
      Result result = run(RA, publisher, side(failing, load(1, X, OPAQUE)));
      assertThat(permits(result, 1, 0)).as("%s", mode).isEqualTo(!mode.acquires());
      assertThat(permits(result, 0, 0)).isTrue();
    }
  }

  @Test
  void volatileUpdatesAreVolatileAccesses() {
    Result both =
        run(
            RA,
            side(update(0, X, SWAP_TO_ONE, VOLATILE), load(1, Y, VOLATILE)),
            side(update(2, Y, SWAP_TO_ONE, VOLATILE), load(3, X, VOLATILE)));
    Result weaker =
        run(
            RA,
            side(update(0, X, SWAP_TO_ONE, RELEASE), load(1, Y, VOLATILE)),
            side(update(2, Y, SWAP_TO_ONE, VOLATILE), load(3, X, VOLATILE)));
    assertThat(permits(both, 0, 0, 0, 0)).isFalse();
    assertThat(permits(weaker, 0, 0, 0, 0)).isTrue();
  }

  @Test
  void aLockByCompareAndSetOrdersPlainAccesses() {
    Step take = update(0, Y, compareAndSet(0, 1), ACQUIRE);
    Step takeToo = update(1, Y, compareAndSet(0, 1), ACQUIRE);
    List<Step> one = side(take, onlyIf(0, 0), store(X, 1, PLAIN), store(Y, 0, RELEASE));
    List<Step> two = side(takeToo, onlyIf(1, 0), store(X, 2, PLAIN), store(Y, 0, RELEASE));
    List<Step> opaque = side(takeToo, onlyIf(1, 0), store(X, 2, PLAIN), store(Y, 0, OPAQUE));
    assertThat(run(RA, one, two).races()).isEmpty();
    assertThat(run(RA, one, opaque).races()).isNotEmpty();
  }
}
