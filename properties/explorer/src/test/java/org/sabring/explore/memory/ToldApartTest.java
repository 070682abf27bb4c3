package org.sabring.explore.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.memory.Update.Op;

/** What a model says that it does not tell apart comes to the same, whatever was before. */
class ToldApartTest {

  private static final Locations ZEROES =
      new Locations() {
        @Override
        public long initial(int location) {
          return 0;
        }

        @Override
        public boolean mayRace(int location) {
          return false;
        }

        @Override
        public int object(int location) {
          return -1;
        }
      };

  /** Memories in which side 0 has stored, and side 1 too. */
  private static List<Memory> used(MemoryModel model) {
    List<Memory> used = new ArrayList<>(List.of(model.fresh(ZEROES, 2)));
    for (Mode mode : Mode.values()) {
      for (Memory memory : model.fresh(ZEROES, 2).stores(0, 0, 1, mode)) {
        used.addAll(memory.stores(1, 1, 2, mode));
      }
    }
    return used;
  }

  private static List<Object> stored(Memory memory, Mode mode) {
    return List.copyOf(memory.stores(0, 1, 3, mode));
  }

  private static List<Object> loadedAndUpdated(Memory memory, Mode mode) {
    List<Object> all = new ArrayList<>(memory.loads(0, 1, mode));
    all.addAll(memory.updates(0, 1, new Update(Op.ADD, 0, 1, 32), mode));
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void whatAModelDoesNotTellApartComesToTheSame(MemoryModel model) {
    for (Memory memory : used(model)) {
      for (Mode one : Mode.values()) {
        for (Mode other : Mode.values()) {
          if (!model.tellsApart(one, other, true)) {
            assertThat(stored(memory, one)).isEqualTo(stored(memory, other));
          }
          if (!model.tellsApart(one, other, false)) {
            assertThat(loadedAndUpdated(memory, one)).isEqualTo(loadedAndUpdated(memory, other));
          }
        }
      }
      for (Fence fence : Fence.values()) {
        if (!model.tellsApart(fence, null)) {
          assertThat(memory.fenced(0, fence)).isEqualTo(memory);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TSO", "RA"})
  void control_whatItTellsApartDoesNot(MemoryModel model) {
    assertThat(model.tellsApart(Mode.RELEASE, Mode.VOLATILE, true)).isTrue();
    assertThat(model.tellsApart(Fence.FULL, null)).isTrue();
    assertThat(used(model))
        .anySatisfy(
            memory ->
                assertThat(stored(memory, Mode.RELEASE))
                    .isNotEqualTo(stored(memory, Mode.VOLATILE)))
        .anySatisfy(memory -> assertThat(memory.fenced(0, Fence.FULL)).isNotEqualTo(memory));
  }
}
