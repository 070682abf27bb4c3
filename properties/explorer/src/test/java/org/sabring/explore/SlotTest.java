package org.sabring.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.monitor.Answers;

/** The example of the package's Javadoc: code that is not the ring. */
class SlotTest {

  private static Exploration explore(MemoryModel model, Mode asks) throws InterruptedException {
    Program program =
        Program.on(2)
            .side(
                'P',
                memory -> new Slot(memory, asks),
                Operation.of("give 7", slot -> slot.give(7)),
                Operation.of("give 8", slot -> slot.give(8)))
            .side(
                'C',
                memory -> new Slot(memory, asks),
                Operation.of("receive", Slot::receive),
                Operation.of("receive", Slot::receive));
    return new Explorer(program, model, Answers.of(2), Options.PLAIN).explore();
  }

  @ParameterizedTest
  @EnumSource
  void withAcquireTheSlotIsRightOnEveryMemory(MemoryModel model) throws Exception {
    Exploration exploration = explore(model, Mode.ACQUIRE);
    assertThat(exploration.status()).isEqualTo(Status.PASS);
    assertThat(exploration.outcomes())
        .containsExactlyInAnyOrder(
            "true false; -1 -1",
            "true false; -1 7",
            "true false; 7 -1",
            "true true; -1 7",
            "true true; 7 -1",
            "true true; 7 8");
  }

  @ParameterizedTest
  @EnumSource(names = {"SC", "TSO"})
  void withoutAcquireItIsRightOnMachinesThatLoadInOrder(MemoryModel model) throws Exception {
    assertThat(explore(model, Mode.OPAQUE).status()).isEqualTo(Status.PASS);
  }

  @Test
  void theMissingAcquireIsFoundOnReleaseAcquireMemory() throws Exception {
    Exploration exploration = explore(MemoryModel.RA, Mode.OPAQUE);
    assertThat(exploration.status()).isEqualTo(Status.FAIL);
    Finding finding = exploration.findings().get(0);
    assertThat(finding.found()).contains("data race on word1");
    assertThat(finding.schedule().text()).isEqualTo("PPPCC");
    assertThat(finding.story()).asString().contains("give 7: word0 is 0 (opaque)");
    assertThat(finding.story()).asString().contains("word1 is 7 (plain)");
  }
}
