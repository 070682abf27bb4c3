package org.sabring.explore.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.explore.memory.MemoryModel.RA;
import static org.sabring.explore.memory.MemoryModel.SC;
import static org.sabring.explore.memory.MemoryModel.TSO;
import static org.sabring.explore.memory.Mode.OPAQUE;
import static org.sabring.explore.memory.Mode.PLAIN;
import static org.sabring.explore.memory.Mode.VOLATILE;
import static org.sabring.explore.memory.Programs.fence;
import static org.sabring.explore.memory.Programs.load;
import static org.sabring.explore.memory.Programs.lock;
import static org.sabring.explore.memory.Programs.onlyIf;
import static org.sabring.explore.memory.Programs.permits;
import static org.sabring.explore.memory.Programs.run;
import static org.sabring.explore.memory.Programs.side;
import static org.sabring.explore.memory.Programs.store;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.memory.Programs.Result;
import org.sabring.explore.memory.Programs.Step;

/**
 * The programs of {@code LitmusTests.tla}, by its names, and what {@code weak.json} says of them.
 */
class LitmusTest {

  private static final int X = 0;
  private static final int Y = 1;

  /** A form: modes of stores and loads, and what stands between the accesses of a side. */
  private enum Form {
    PLAIN(Mode.PLAIN, Mode.PLAIN),
    OPAQUE(Mode.OPAQUE, Mode.OPAQUE),
    RELEASE_ACQUIRE(Mode.RELEASE, Mode.ACQUIRE),
    VOLATILE(Mode.VOLATILE, Mode.VOLATILE),
    LIGHT_FENCES(Mode.OPAQUE, Mode.OPAQUE),
    FULL_FENCES(Mode.OPAQUE, Mode.OPAQUE),
    ONE_LOCK(Mode.OPAQUE, Mode.OPAQUE),
    OWN_LOCKS(Mode.OPAQUE, Mode.OPAQUE);

    private final Mode stores;
    private final Mode loads;

    Form(Mode stores, Mode loads) {
      this.stores = stores;
      this.loads = loads;
    }

    private List<Step> gap() {
      return switch (this) {
        case LIGHT_FENCES -> List.of(fence(Fence.ACQUIRE), fence(Fence.RELEASE));
        case FULL_FENCES -> List.of(fence(Fence.FULL));
        case ONE_LOCK -> List.of(lock(7));
        case OWN_LOCKS -> List.of((m, side, r) -> lock(side).of(m, side, r));
        default -> List.of();
      };
    }

    private Step w(int location, long value) {
      return store(location, value, stores);
    }

    private Step r(int register, int location) {
      return load(register, location, loads);
    }

    private List<Step> two(Step first, Step second) {
      return Stream.of(List.of(first), gap(), List.of(second)).flatMap(List::stream).toList();
    }

    /** A load, and if it gives 1 another step. */
    private List<Step> guarded(Step load, Step second) {
      List<Step> check = List.of(load, onlyIf(0, 1));
      return Stream.of(check, gap(), List.of(second)).flatMap(List::stream).toList();
    }
  }

  private static Result sb(MemoryModel model, Form f) {
    return run(model, f.two(f.w(X, 1), f.r(0, Y)), f.two(f.w(Y, 1), f.r(1, X)));
  }

  private static Result mp(MemoryModel model, Form f) {
    return run(model, f.two(f.w(X, 1), f.w(Y, 1)), f.two(f.r(0, Y), f.r(1, X)));
  }

  private static Result lb(MemoryModel model, Form f) {
    return run(model, f.two(f.r(0, X), f.w(Y, 1)), f.two(f.r(1, Y), f.w(X, 1)));
  }

  private static Result wrc(MemoryModel model, Form f) {
    return run(model, side(f.w(X, 1)), f.two(f.r(0, X), f.w(Y, 1)), f.two(f.r(1, Y), f.r(2, X)));
  }

  private static Result iriw(MemoryModel model, Form f) {
    return run(
        model,
        side(f.w(X, 1)),
        side(f.w(Y, 1)),
        f.two(f.r(0, X), f.r(1, Y)),
        f.two(f.r(2, Y), f.r(3, X)));
  }

  private static boolean permitsTwoPlusTwoW(MemoryModel model, Form f) {
    Result result = run(model, f.two(f.w(X, 1), f.w(Y, 2)), f.two(f.w(Y, 1), f.w(X, 2)));
    return result.latest().stream().anyMatch(l -> l.subList(0, 2).equals(List.of(1L, 1L)));
  }

  private static void assertPermitted(boolean weak, Form form, Form... permitting) {
    assertThat(weak).as(form.name()).isEqualTo(Arrays.asList(permitting).contains(form));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void sequentialMemoryPermitsNoWeakOutcome(Form form) {
    assertThat(permits(sb(SC, form), 0, 0)).isFalse();
    assertThat(permits(mp(SC, form), 1, 0)).isFalse();
    assertThat(permits(lb(SC, form), 1, 1)).isFalse();
    assertThat(permits(wrc(SC, form), 1, 1, 0)).isFalse();
    assertThat(permits(iriw(SC, form), 1, 0, 1, 0)).isFalse();
    assertThat(permitsTwoPlusTwoW(SC, form)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void storeBuffersPermitStoreBufferingAlone(Form form) {
    assertPermitted(
        permits(sb(TSO, form), 0, 0),
        form,
        Form.PLAIN,
        Form.OPAQUE,
        Form.RELEASE_ACQUIRE,
        Form.LIGHT_FENCES);
    assertThat(permits(mp(TSO, form), 1, 0)).isFalse();
    assertThat(permits(lb(TSO, form), 1, 1)).isFalse();
    assertThat(permits(wrc(TSO, form), 1, 1, 0)).isFalse();
    assertThat(permits(iriw(TSO, form), 1, 0, 1, 0)).isFalse();
    assertThat(permitsTwoPlusTwoW(TSO, form)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void releaseAcquirePermitsWhatItsModesDoNotForbid(Form form) {
    Form[] unordered = {Form.PLAIN, Form.OPAQUE, Form.OWN_LOCKS};
    Form[] ordered = {
      Form.PLAIN, Form.OPAQUE, Form.OWN_LOCKS, Form.RELEASE_ACQUIRE, Form.LIGHT_FENCES
    };
    assertPermitted(permits(sb(RA, form), 0, 0), form, ordered);
    assertPermitted(permits(mp(RA, form), 1, 0), form, unordered);
    assertThat(permits(lb(RA, form), 1, 1)).isFalse();
    assertPermitted(permits(wrc(RA, form), 1, 1, 0), form, unordered);
    assertPermitted(permits(iriw(RA, form), 1, 0, 1, 0), form, ordered);
    assertPermitted(permitsTwoPlusTwoW(RA, form), form, ordered);
  }

  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void accessesToOneLocationAreCoherent(MemoryModel model) {
    List<Step> twice = side(load(0, X, OPAQUE), load(1, X, OPAQUE));
    assertThat(permits(run(model, side(store(X, 1, OPAQUE)), twice), 1, 0)).isFalse();
    assertThat(permits(run(model, side(store(X, 1, OPAQUE), store(X, 2, OPAQUE)), twice), 2, 1))
        .isFalse();
    Result own =
        run(model, side(store(X, 1, OPAQUE), load(0, X, OPAQUE)), side(store(X, 2, OPAQUE)));
    assertThat(permits(own, 1)).isTrue();
    assertThat(permits(own, 0)).isFalse();
  }

  @Test
  void storeBufferingIsForbiddenBetweenAFullFenceAndTwoVolatileAccesses() {
    List<Step> fenced = side(store(X, 1, OPAQUE), fence(Fence.FULL), load(0, Y, OPAQUE));
    List<Step> opaque = side(store(X, 1, OPAQUE), load(0, Y, OPAQUE));
    List<Step> strong = side(store(Y, 1, VOLATILE), load(1, X, VOLATILE));
    assertThat(permits(run(RA, fenced, strong), 0, 0)).isFalse();
    assertThat(permits(run(RA, opaque, strong), 0, 0)).isTrue();
    assertThat(permits(run(TSO, fenced, strong), 0, 0)).isFalse();
  }

  @Test
  void oneVolatileAccessOfASideOrdersNothingButItself() {
    Result mixed =
        run(
            RA,
            side(store(X, 1, VOLATILE), store(Y, 1, OPAQUE)),
            side(load(0, Y, OPAQUE), load(1, X, VOLATILE)));
    assertThat(permits(mixed, 1, 0)).isTrue();
  }

  @Test
  void aPushIsLaterThanThoseBeforeAStoreThatIsReadOpaquely() {
    Result push =
        run(
            RA,
            side(store(X, 1, VOLATILE), load(2, X, VOLATILE), store(Y, 1, OPAQUE)),
            side(store(2, 1, VOLATILE), load(0, Y, OPAQUE), load(1, X, VOLATILE)));
    assertThat(permits(push, 1, 0)).isFalse();
  }

  /** {@code publish} and {@code reuse}: with what a plain access may be handed over. */
  @ParameterizedTest
  @EnumSource(Form.class)
  void aPlainAccessIsHandedOverByReleaseAndAcquire(Form f) {
    List<Step> publisher = f.two(store(X, 1, PLAIN), f.w(Y, 1));
    List<Step> freeing = f.two(load(2, X, PLAIN), f.w(Y, 1));
    Set<DataRace> publish = run(RA, publisher, f.guarded(f.r(0, Y), load(1, X, PLAIN))).races();
    Set<DataRace> reuse = run(RA, freeing, f.guarded(f.r(0, Y), store(X, 1, PLAIN))).races();
    boolean isOrdered = f != Form.PLAIN && f != Form.OPAQUE && f != Form.OWN_LOCKS;
    assertThat(publish.stream().noneMatch(race -> race.location() == X)).isEqualTo(isOrdered);
    assertThat(reuse.stream().noneMatch(race -> race.location() == X)).isEqualTo(isOrdered);
  }
}
