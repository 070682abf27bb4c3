package org.sabring.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.memory.SharedInts.ALL;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.Memory;
import org.sabring.Side;

/** Loads, stores, bounds and views, on every memory. */
@Timeout(60)
class SharedIntsTest {

  @ParameterizedTest
  @EnumSource
  void everyLoadSeesEveryStore(Memory kind) {
    List<ObjIntConsumer<SharedInts>> stores =
        List.of(
            (memory, value) -> memory.setPlain(7, value),
            (memory, value) -> memory.setOpaque(7, value),
            (memory, value) -> memory.setRelease(7, value),
            (memory, value) -> memory.setVolatile(7, value));
    List<ToIntFunction<SharedInts>> loads =
        List.of(
            memory -> memory.getPlain(7),
            memory -> memory.getOpaque(7),
            memory -> memory.getAcquire(7),
            memory -> memory.getVolatile(7));
    SharedInts memory = kind.of(8);
    assertThat(memory.length()).isEqualTo(8);
    assertThat(memory.getPlain(7)).isZero();
    for (int value : new int[] {Integer.MIN_VALUE, -1, 1, 0x01020304, Integer.MAX_VALUE}) {
      for (ObjIntConsumer<SharedInts> store : stores) {
        for (ToIntFunction<SharedInts> load : loads) {
          memory.setPlain(7, ~value);
          store.accept(memory, value);
          assertThat(load.applyAsInt(memory)).isEqualTo(value);
        }
      }
    }
    assertThat(memory.getPlain(6)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void addReturnsTheOldWordAndWraps(Memory kind) {
    SharedInts memory = kind.of(8);
    memory.setPlain(2, Integer.MAX_VALUE);
    assertThat(memory.addOpaque(2, 1)).isEqualTo(Integer.MAX_VALUE);
    assertThat(memory.getAndAdd(2, -1)).isEqualTo(Integer.MIN_VALUE);
    assertThat(memory.getPlain(2)).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @EnumSource
  void getAndAddIsAtomic(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    int times = 50_000;
    Side<Integer> other = Side.start(() -> addMany(memory, times));
    addMany(memory, times);
    other.answer();
    assertThat(memory.getVolatile(1)).isEqualTo(2 * times);
  }

  private static int addMany(SharedInts memory, int times) {
    for (int i = 0; i < times; i++) {
      memory.getAndAdd(1, 1);
    }
    return times;
  }

  @ParameterizedTest
  @EnumSource
  void everyIndexIsChecked(Memory kind) {
    List<ObjIntConsumer<SharedInts>> calls =
        List.of(
            SharedInts::getPlain,
            SharedInts::getOpaque,
            SharedInts::getAcquire,
            SharedInts::getVolatile,
            (memory, index) -> memory.setPlain(index, 1),
            (memory, index) -> memory.setOpaque(index, 1),
            (memory, index) -> memory.setRelease(index, 1),
            (memory, index) -> memory.setVolatile(index, 1),
            (memory, index) -> memory.addOpaque(index, 1),
            (memory, index) -> memory.getAndAdd(index, 1),
            (memory, index) -> memory.notify(index, ALL),
            (memory, index) -> unchecked(() -> memory.await(index, 0, 0)),
            SharedInts::waiters,
            (memory, index) -> memory.view(index, 1));
    SharedInts whole = kind.of(16);
    for (SharedInts memory : List.of(kind.of(8), whole.view(4, 8))) {
      for (ObjIntConsumer<SharedInts> call : calls) {
        for (int index : new int[] {-1, 8, 9, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
          assertThatThrownBy(() -> call.accept(memory, index))
              .isInstanceOf(IndexOutOfBoundsException.class)
              .hasMessage("index=" + index + ", expected 0..7");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalWordsAtOnceAreTheWordsOneByOne(Memory kind) {
    SharedInts whole = kind.of(16);
    SharedInts view = whole.view(4, 8);
    for (SharedInts memory : List.of(view, new ForwardingInts(view) {})) {
      memory.setPlain(1, new int[] {0, 10, 20, 30}, 1, 3);
      assertThat(List.of(memory.getPlain(1), memory.getPlain(2), memory.getPlain(3)))
          .containsExactly(10, 20, 30);
      assertThat(whole.getPlain(5)).isEqualTo(10);
      int[] into = {7, 7, 7, 7};
      memory.getPlain(2, into, 1, 2);
      assertThat(into).containsExactly(7, 20, 30, 7);
      memory.getPlain(8, into, 4, 0);
      for (int index : new int[] {-1, 7}) {
        assertThatThrownBy(() -> memory.setPlain(index, into, 0, 2))
            .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> memory.getPlain(index, into, 0, 2))
            .isInstanceOf(IndexOutOfBoundsException.class);
      }
      assertThatThrownBy(() -> memory.getPlain(0, into, 3, 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(whole.getPlain(3)).isZero();
    assertThat(whole.getPlain(12)).isZero();
  }

  private static void unchecked(Callable<Awaited> call) {
    try {
      call.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aViewIsAWindowOnTheSameWords(Memory kind) {
    SharedInts memory = kind.of(8);
    SharedInts view = memory.view(2, 4).view(1, 3);
    assertThat(view.length()).isEqualTo(3);
    view.setPlain(0, 30);
    memory.setPlain(5, 50);
    assertThat(memory.getPlain(3)).isEqualTo(30);
    assertThat(view.getPlain(2)).isEqualTo(50);
  }

  @ParameterizedTest
  @EnumSource
  void aViewLiesInsideItsMemory(Memory kind) {
    SharedInts view = kind.of(8).view(2, 4);
    for (int length : new int[] {0, -1, 4, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> view.view(1, length))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("from=1, length=" + length + ", expected length 1..3");
    }
  }

  @Test
  void lengthsAreChecked(@TempDir Path folder) {
    assertThatThrownBy(() -> SharedInts.heap(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length=0, expected 1..2147483647");
    assertThatThrownBy(() -> SharedInts.heap(new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length=0, expected 1..2147483647");
    assertThatThrownBy(() -> SharedInts.direct(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length=-1, expected 1..536870911");
    assertThatThrownBy(() -> SharedInts.mapped(folder.resolve("ring"), 1 << 29))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length=536870912, expected 1..536870911");
    assertThat(folder.resolve("ring")).doesNotExist();
  }
}
