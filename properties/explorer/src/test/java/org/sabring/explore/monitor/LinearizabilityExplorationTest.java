package org.sabring.explore.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.memory.MemoryModel;

/** The monitor as a part of explored states: queues of the JDK under every schedule. */
class LinearizabilityExplorationTest {

  private static Operation<Queue<Integer>> offer(int element) {
    return Operation.of(MethodCall.of("offer", element), queue -> queue.offer(element));
  }

  private static Operation<Queue<Integer>> poll() {
    return Operation.of(MethodCall.of("poll"), queue -> queue.poll());
  }

  private static Operation<BlockingQueue<Integer>> put(int element) {
    return Operation.of(
        MethodCall.of("put", element),
        queue -> {
          queue.put(element);
          return null;
        });
  }

  private static Operation<BlockingQueue<Integer>> take() {
    return Operation.of(MethodCall.of("take"), queue -> queue.take());
  }

  private static Program twoOnBothEnds(Sharing<Queue<Integer>> sharing) {
    return sharing
        .side('A', offer(1), poll())
        .side('B', offer(2), poll())
        .last('Z', poll(), poll())
        .program();
  }

  private static Exploration explore(Program program, LinearizabilityMonitor<?> monitor)
      throws InterruptedException {
    return new Explorer(program, MemoryModel.SC, monitor.letters(program::letter), Options.PLAIN)
        .explore();
  }

  private static LinearizabilityMonitor<?> queue(int capacity) {
    return LinearizabilityMonitor.to(SequentialModel.boundedFifo(capacity));
  }

  @Test
  void aConcurrentQueueIsLinearizable() throws InterruptedException {
    Program program = twoOnBothEnds(Program.sharing(() -> new ConcurrentLinkedQueue<>()));
    assertThat(explore(program, queue(Integer.MAX_VALUE)).status()).isEqualTo(Status.PASS);
  }

  @Test
  void aQueueForOneThreadIsNot() throws InterruptedException {
    Program program = twoOnBothEnds(Program.sharing(() -> new ArrayDeque<>()));
    Exploration exploration = explore(program, queue(Integer.MAX_VALUE));
    assertThat(exploration.status()).isEqualTo(Status.FAIL);
    assertThat(exploration.findings())
        .extracting(Finding::found)
        .allMatch(found -> found.startsWith("not linearizable: "));
  }

  @Test
  void nobodyMaySleepForEverUnlessThatIsRight() throws InterruptedException {
    Sharing<BlockingQueue<Integer>> sharing = Program.sharing(() -> new ArrayBlockingQueue<>(1));
    Program enough = sharing.side('A', put(1)).side('B', take()).program();
    Program tooFew = sharing.side('A', put(1)).side('B', take(), take()).program();
    assertThat(explore(enough, queue(1)).status()).isEqualTo(Status.PASS);
    assertThat(explore(tooFew, queue(1)).findings())
        .singleElement()
        .extracting(Finding::found)
        .asString()
        .startsWith("B, in take");
    assertThat(explore(tooFew, queue(1).orSleeping()).status()).isEqualTo(Status.PASS);
  }
}
