package org.sabring.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Stage;
import org.sabring.explore.runtime.Words;

/** Sides that ask to be told instead of sleeping, and loops. */
class AskingTest {

  /** Keeps all that was said; who has asked and was not told shows at the end. */
  private record Hearing(List<Object> heard) implements Monitor {
    @Override
    public Monitor said(int side, Object what) {
      List<Object> more = new ArrayList<>(heard);
      more.add(what);
      return new Hearing(List.copyOf(more));
    }

    @Override
    public String outcome(Rest rest) {
      return heard + (rest.isIdle(0) ? "" : " busy") + (rest.hasAsked(0) ? " asked" : "");
    }
  }

  /** A loop that asks about word 0 as long as that is 0. */
  private static final class Loop {
    private final Words memory;
    private final Stage stage;

    Loop(Words memory) {
      this.memory = memory;
      this.stage = memory.stage();
    }

    Object look() {
      Queue<Runnable> tasks = new ArrayDeque<>();
      tasks.add(() -> look(tasks));
      return turn(tasks, 0);
    }

    private void look(Queue<Runnable> tasks) {
      while (memory.load(Mode.VOLATILE, 0) == 0) {
        if (memory.ask(0, 0, () -> tasks.add(() -> look(tasks))) != null) {
          stage.say("listed");
          return;
        }
        stage.say("not equal");
      }
      stage.say("seen");
    }

    /** Asks, and takes it back at once. */
    Object askAndTakeBack() {
      Queue<Runnable> tasks = new ArrayDeque<>();
      Words.Question asked = memory.ask(0, 0, () -> tasks.add(() -> stage.say("told")));
      if (asked != null) {
        stage.say(asked.takeBack() ? "in time" : "too late");
        stage.say(asked.takeBack());
      }
      return turn(tasks, 0);
    }

    /** A task that posts another, and one that comes from outside. */
    Object act() {
      Queue<Runnable> tasks = new ArrayDeque<>();
      tasks.add(
          () -> {
            stage.say(1);
            tasks.add(() -> stage.say(2));
          });
      return turn(tasks, 1);
    }

    Object askAndReturn() {
      return memory.ask(0, 0, () -> {}) == null;
    }

    private Object turn(Queue<Runnable> tasks, int acts) {
      int left = acts;
      while (true) {
        switch (stage.turn(!tasks.isEmpty(), left > 0)) {
          case RUN -> tasks.remove().run();
          case ACT -> {
            left--;
            tasks.add(() -> stage.say("act"));
          }
          case TOLD -> {}
        }
      }
    }
  }

  private static final Operation<Loop> LOOK = Operation.of("look", Loop::look);
  private static final Operation<Words> SLEEP =
      Operation.of("sleep", m -> m.await(0, 0, Words.FOREVER));
  private static final Operation<Words> WAKE = Operation.of("wake", m -> m.notify(0, 1));
  private static final Operation<Words> CHANGE =
      Operation.of(
          "change",
          m -> {
            m.store(Mode.VOLATILE, 0, 1);
            return Operation.DONE;
          });

  private static Program looking() {
    return Program.on(1).asItIs('L', Loop::new, LOOK);
  }

  private static List<String> outcomes(Program program, Options options)
      throws InterruptedException {
    Exploration exploration =
        new Explorer(program, MemoryModel.SC, new Hearing(List.of()), options).explore();
    assertThat(exploration.complete()).isTrue();
    assertThat(exploration.findings()).isEmpty();
    return List.copyOf(exploration.outcomes());
  }

  @Test
  void whoAsksIsToldOrFindsTheWordChanged() throws Exception {
    assertThat(outcomes(looking().side('P', m -> m, CHANGE, WAKE), Options.PLAIN))
        .containsExactlyInAnyOrder("[seen]", "[not equal, seen]", "[listed, seen]");
  }

  @Test
  void whoIsNotToldStaysIdle() throws Exception {
    assertThat(outcomes(looking().side('P', m -> m, CHANGE), Options.PLAIN))
        .containsExactlyInAnyOrder("[seen]", "[not equal, seen]", "[listed] asked");
    assertThat(outcomes(looking().side('P', m -> m, WAKE, CHANGE), Options.PLAIN))
        .contains("[listed] asked", "[listed, seen]", "[listed, listed] asked");
  }

  @Test
  void aQuestionMayBeAnsweredForNoReason() throws Exception {
    assertThat(outcomes(looking(), Options.PLAIN)).containsExactly("[listed] asked");
    assertThat(outcomes(looking(), Options.PLAIN.spurious(1)))
        .containsExactlyInAnyOrder("[listed] asked", "[listed, listed] asked");
  }

  @Test
  void questionsStandInOneLineWithSleepers() throws Exception {
    Program program = looking().side('P', m -> m, WAKE).side('S', m -> m, SLEEP);
    Explorer explorer =
        new Explorer(program, MemoryModel.SC, new Hearing(List.of()), Options.PLAIN);
    List<Story.Line> asksFirst = explorer.replay(new Schedule("LLLSPL2")).lines();
    assertThat(asksFirst.stream().map(Story.Line::text))
        .contains("look: the loop runs a task", "asks about word0 while 0: listed -> listed")
        .contains("wake: notifies on word0: wakes 1 -> 1", "the loop is told");
    assertThatThrownBy(() -> explorer.replay(new Schedule("LLSLPL2")))
        .hasMessage("schedule: step 6 is L2, which is not possible there");
  }

  @Test
  void whatIsTakenBackIsNotToldAndWhatCameTooLateIs() throws Exception {
    Program program =
        Program.on(1).asItIs('L', Loop::new, Operation.of("ask", Loop::askAndTakeBack));
    assertThat(outcomes(program.side('P', m -> m, WAKE), Options.PLAIN))
        .containsExactlyInAnyOrder("[in time, false]", "[too late, false, told]");
  }

  @Test
  void whatIsDoneFromOutsideComesBetweenAnyTwoTasks() throws Exception {
    Program program = Program.on(1).asItIs('L', Loop::new, Operation.of("act", Loop::act));
    assertThat(outcomes(program, Options.PLAIN))
        .containsExactlyInAnyOrder("[1, 2, act]", "[1, act, 2]");
  }

  @Test
  void aNotifierIsSeenByWhoWasToldOnWeakMemoryToo() throws Exception {
    Program program = looking().side('P', m -> m, CHANGE, WAKE);
    Exploration exploration =
        new Explorer(program, MemoryModel.RA, new Hearing(List.of()), Options.PLAIN).explore();
    assertThat(exploration.outcomes()).noneMatch(outcome -> outcome.endsWith("asked"));
  }

  @Test
  void anOperationMayNotReturnBeforeItIsTold() {
    Program program = Program.on(1).asItIs('L', Loop::new, Operation.of("ask", Loop::askAndReturn));
    assertThatThrownBy(() -> outcomes(program, Options.PLAIN))
        .hasMessage("ask asks to be told, and returns before it is");
  }
}
