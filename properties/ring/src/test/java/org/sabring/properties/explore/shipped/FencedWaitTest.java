package org.sabring.properties.explore.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.properties.explore.shipped.WaitCall.await;
import static org.sabring.properties.explore.shipped.WaitCall.store;
import static org.sabring.properties.explore.shipped.WaitCall.wake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Code;
import org.sabring.explore.Explorer;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;
import org.sabring.memory.SharedInts;
import org.sabring.memory.WaitStrategy;
import org.sabring.spec.catalog.EditedClasses;
import org.sabring.spec.catalog.Mutant.Edit;

/**
 * The shipped waiter lists with a flag before the lock and full fences: no wake-up is lost on any
 * memory, and one is without either fence. Nobody spins here before it sleeps, which would only be
 * another comparison.
 */
@Tag("any-jdk")
class FencedWaitTest {

  private static final String FOLDER = "impl/src/main/java/org/sabring/memory/";

  private static final Edit NO_SPINNING = new Edit(FOLDER + "Spinning.java", "512 : 0", "0 : 0");

  private static SortedSet<String> ends(MemoryModel model, Edit... edits)
      throws IOException, InterruptedException {
    List<Edit> all = new ArrayList<>(Arrays.asList(edits));
    all.add(NO_SPINNING);
    Code code = Code.PLAIN.replacing(EditedClasses.of(all, SharedInts.class));
    Program program =
        Program.sharing(() -> SharedInts.heap(1, WaitStrategy.FENCE))
            .side('A', List.of(await(0)))
            .side('B', List.of(store(0), wake(0, 1)))
            .program()
            .with(code);
    return new Explorer(program, model, Answers.of(2).orSleeping(), Options.PLAIN)
        .explore()
        .outcomes();
  }

  @ParameterizedTest
  @EnumSource
  void withFencesNoWakeUpIsLost(MemoryModel model) throws Exception {
    assertThat(ends(model)).containsExactly("NOT_EQUAL; 0", "OK; 1");
  }

  @ParameterizedTest
  @CsvSource({"CFence, TSO", "PFence, TSO", "CFence, RA", "PFence, RA"})
  void control_withoutEitherFenceOneIs(String fence, MemoryModel model) throws Exception {
    Edit left = new Edit(FOLDER + "WaitingFlag.java", "VarHandle.fullFence(); // " + fence, "");
    assertThat(ends(model, left)).anyMatch(end -> end.startsWith("-;"));
  }

  /** The flag is raised before the word is compared, and not after. */
  @ParameterizedTest
  @EnumSource
  void control_aFlagRaisedTooLateIsFound(MemoryModel model) throws Exception {
    Edit late =
        new Edit(
            FOLDER + "WaiterLists.java",
            """
                  raise();
                  if (value.getAsInt() != expected) {
                    lowerIfEmpty();
                    return Awaited.NOT_EQUAL;
                  }
            """,
            """
                  if (value.getAsInt() != expected) {
                    return Awaited.NOT_EQUAL;
                  }
                  raise();
            """);
    assertThat(ends(model, late)).anyMatch(end -> end.startsWith("-;"));
  }
}
