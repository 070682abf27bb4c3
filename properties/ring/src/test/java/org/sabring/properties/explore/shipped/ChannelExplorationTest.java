package org.sabring.properties.explore.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;
import org.sabring.stream.sab.ChannelScene;

/** The shipped channel, closed by one thread while another is in it, or two are. */
class ChannelExplorationTest {

  private static final Operation<ChannelScene> TAKE = Operation.of("take", ChannelScene::take);
  private static final Operation<ChannelScene> CLOSE = Operation.of("close", ChannelScene::close);
  private static final Operation<ChannelScene> PUT = Operation.of("put 5", scene -> scene.put(5));

  private static SortedSet<String> ends(
      Sharing<ChannelScene> sides, Options options, MemoryModel model) throws InterruptedException {
    Program program = sides.program();
    Exploration explored =
        new Explorer(program, model, Answers.of(program.count()).orSleeping(), options).explore();
    assertThat(explored.findings()).isEmpty();
    assertThat(explored.complete()).isTrue();
    return explored.outcomes();
  }

  private static Sharing<ChannelScene> scene() {
    return Program.sharing(ChannelScene::create);
  }

  /** Whenever it is closed, nobody stays in it. */
  @ParameterizedTest
  @EnumSource
  void whoIsBlockedComesOutWhenItIsClosed(MemoryModel model) throws InterruptedException {
    assertThat(ends(scene().side('C', TAKE).side('X', CLOSE), Options.PLAIN, model))
        .containsExactly("AsynchronousClose; closed", "ClosedChannel; closed");
  }

  @ParameterizedTest
  @EnumSource
  void theNextWhoComesFindsItClosed(MemoryModel model) throws InterruptedException {
    assertThat(ends(scene().side('C', TAKE, TAKE).side('X', CLOSE), Options.PLAIN, model))
        .containsExactly(
            "AsynchronousClose ClosedChannel; closed", "ClosedChannel ClosedChannel; closed");
  }

  /** The interrupt by which closing ends the work is not left to who comes out. */
  @ParameterizedTest
  @EnumSource
  void twoWhoCloseLeaveNoInterruptBehind(MemoryModel model) throws InterruptedException {
    assertThat(
            ends(scene().side('C', TAKE).side('X', CLOSE).side('Y', CLOSE), Options.PLAIN, model))
        .containsExactly("AsynchronousClose; closed; closed", "ClosedChannel; closed; closed");
  }

  @ParameterizedTest
  @EnumSource
  void oneOfTwoWhoWantToTakeIsThrownOut(MemoryModel model) throws InterruptedException {
    assertThat(ends(scene().side('C', TAKE).side('D', TAKE).side('X', CLOSE), Options.PLAIN, model))
        .containsExactly(
            "AsynchronousClose; ClosedChannel; closed",
            "ClosedChannel; AsynchronousClose; closed",
            "ClosedChannel; ClosedChannel; closed");
  }

  /** Closing cancels the ring, so nobody waits at its other end either. */
  @ParameterizedTest
  @EnumSource
  void anElementThatIsTakenIsTheOneThatWasPut(MemoryModel model) throws InterruptedException {
    assertThat(ends(scene().side('P', PUT).side('C', TAKE).side('X', CLOSE), Options.PLAIN, model))
        .containsExactly(
            "CANCELLED; AsynchronousClose; closed",
            "CANCELLED; ClosedChannel; closed",
            "STORED; 5; closed",
            "STORED; AsynchronousClose; closed",
            "STORED; ClosedChannel; closed");
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptClosesItAndIsKept(MemoryModel model) throws InterruptedException {
    assertThat(ends(scene().side('C', TAKE, TAKE), Options.PLAIN.interrupts(1), model))
        .containsExactly("-", "ClosedByInterrupt! ClosedChannel");
  }

  @ParameterizedTest
  @EnumSource(names = "SC")
  void control_aCloserThatInterruptsNobodyIsFound(MemoryModel model) throws Exception {
    Code quiet = DeadlineTest.edited("stream/sab/RingChannel.java", "inside.interrupt();", "");
    assertThat(ends(scene().side('C', TAKE).side('X', CLOSE).with(quiet), Options.PLAIN, model))
        .contains("-; -");
  }
}
