package org.sabring.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Rules;
import org.sabring.ring.CursorRing;
import org.sabring.stream.sab.SabReadable;

/** The order of tasks and ticks, and what happens when there is no thread to run them. */
@Timeout(60)
class EventLoopTest {

  private final Turns turns = new Turns();
  private final List<String> log = new ArrayList<>();

  @Test
  @Rules
  void theTicksOfATaskComeBeforeTheNextTask() {
    turns.loop.post(
        () -> {
          turns.loop.nextTick(
              () -> {
                log.add("tick");
                turns.loop.nextTick(() -> log.add("tick of the tick"));
              });
          turns.loop.post(() -> log.add("task of the task"));
          log.add("task");
        });
    turns.loop.post(() -> log.add("next task"));
    turns.runAll();
    assertThat(log)
        .containsExactly("task", "tick", "tick of the tick", "next task", "task of the task");
  }

  @Test
  void whatATaskThrowsIsReportedAndTheLoopGoesOn() {
    IllegalStateException thrown = new IllegalStateException("thrown");
    turns.loop.post(
        () -> {
          turns.loop.nextTick(() -> log.add("tick"));
          throw thrown;
        });
    turns.loop.post(() -> log.add("next task"));
    turns.runAll();
    assertThat(turns.uncaught).containsExactly(thrown);
    assertThat(log).containsExactly("tick", "next task");
  }

  @Test
  void aTickBelongsToTheLoop() {
    assertThatThrownBy(() -> turns.loop.nextTick(() -> log.add("never")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected a task of the stream's loop");
  }

  /** Also on an executor that has several threads: one task at a time, each seeing the last. */
  @Test
  void tasksAreSerialOnAnyExecutor() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      EventLoop loop = EventLoop.on(pool);
      CountDownLatch all = new CountDownLatch(3_000);
      AtomicInteger inside = new AtomicInteger();
      AtomicInteger overlaps = new AtomicInteger();
      int[] plain = new int[1];
      for (int i = 0; i < 3_000; i++) {
        loop.post(
            () -> {
              overlaps.addAndGet(inside.getAndIncrement());
              plain[0]++;
              inside.decrementAndGet();
              all.countDown();
            });
      }
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(overlaps).hasValue(0);
      assertThat(plain[0]).isEqualTo(3_000);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aRejectedTaskDestroysTheStreamsWithThatErrorAndRunsAllTheSame() {
    CursorRing ring = CursorRing.create(4);
    SabReadable stream = new SabReadable(turns.loop, ring.consumer());
    Log heard = new Log();
    assertThat(stream.loop()).isSameAs(turns.loop);
    turns.run(() -> heard.hear(stream, true));
    turns.end();
    ring.producer().offer(7); // the stream waits, and being told is a task
    assertThat(heard.lines()).containsExactly("error no more", "close");
    assertThat(ring.isCancelled()).isTrue();
    turns.loop.post(() -> heard.say("later task"));
    assertThat(heard.lines()).containsExactly("later task");
  }

  @Test
  void theDefaultLoopHasADaemonOfThatNameAndEndsWithWhatIsQueued() throws Exception {
    EventLoop loop = EventLoop.create("my loop");
    CountDownLatch ran = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    loop.post(
        () -> {
          threads.add(Thread.currentThread());
          loop.nextTick(ran::countDown);
        });
    loop.close();
    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(threads.get(0).getName()).isEqualTo("my loop");
    assertThat(threads.get(0).isDaemon()).isTrue();
  }
}
