package org.sabring.properties.explore.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.ExploredInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.spec.catalog.EditedClasses;
import org.sabring.spec.catalog.Mutant.Edit;

/**
 * What is left of a time after an early wake-up, each of which takes a nanosecond: in the waiter
 * lists, and in the ring's {@code Deadline} above them.
 */
class DeadlineTest {

  private static final String FOLDER = "impl/src/main/java/org/sabring/";

  /** Nobody sleeps more often than this. */
  private record Sleeps(int times, int most) implements Monitor {
    @Override
    public Monitor stepped(Step step, Memory after) {
      if (step.sleeps() && times == most) {
        throw new PropertyViolation("it sleeps more than " + most + " times");
      }
      return step.sleeps() ? new Sleeps(times + 1, most) : this;
    }
  }

  private static Exploration parked(Code code) throws InterruptedException {
    Program program = ShippedCase.on(1, List.of(WaitCall.awaitNanos(0, 2))).with(code);
    return new Explorer(program, MemoryModel.SC, new Sleeps(0, 2), Options.PLAIN.spurious(5))
        .explore();
  }

  @Test
  void parkingIsNoLongerThanWhatIsLeft() throws InterruptedException {
    assertThat(parked(Code.PLAIN).status()).isEqualTo(Exploration.Status.PASS);
  }

  @Test
  void control_parkingAnewForAllTheTimeIsFound() throws Exception {
    Code forgetful =
        edited(
            "memory/WaiterLists.java",
            "left = deadline - System.nanoTime()",
            "left = timeoutNanos");
    assertThat(parked(forgetful).findings())
        .singleElement()
        .asString()
        .contains("more than 2 times");
  }

  /** How it ends, and how often it waited: the ring counts that. */
  private static Iterable<String> taken(Code code) throws InterruptedException {
    RingLayout layout = RingLayout.compact(2);
    Operation<CursorRing> take =
        Operation.of("take 2 ns", ring -> ring.consumer().take(2, TimeUnit.NANOSECONDS).name());
    Program program =
        Program.on(layout.length())
            .side('C', words -> CursorRing.attach(new ExploredInts(words), layout), take)
            .with(code);
    Answers answers = Answers.of(1, layout.consumerWaits());
    return new Explorer(program, MemoryModel.SC, answers, Options.PLAIN.spurious(3))
        .explore()
        .outcomes();
  }

  @Test
  void theRingWaitsNoLongerThanWhatIsLeft() throws InterruptedException {
    assertThat(taken(Code.PLAIN)).containsExactly("TIMED_OUT; word5=1", "TIMED_OUT; word5=2");
  }

  @Test
  void control_aRingThatWaitsAnewForAllTheTimeIsFound() throws Exception {
    Code forgetful = edited("ring/Deadline.java", "deadline - System.nanoTime();", "left;");
    assertThat(taken(forgetful)).contains("TIMED_OUT; word5=4");
  }

  @Test
  void control_aRingThatGivesUpAtOnceIsFound() throws Exception {
    Code hasty = edited("ring/Deadline.java", ": deadline - System.nanoTime();", ": 0;");
    assertThat(taken(hasty)).containsExactly("TIMED_OUT; word5=1");
  }

  static Code edited(String file, String find, String replace) throws IOException {
    List<Edit> edits = List.of(new Edit(FOLDER + file, find, replace));
    return Code.PLAIN.replacing(EditedClasses.of(edits, SharedInts.class));
  }
}
