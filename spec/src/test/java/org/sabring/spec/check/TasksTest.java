package org.sabring.spec.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sabring.spec.law.Rule;

class TasksTest {

  private static Check passed(String name) {
    return new Check(name, false, List.of(Rule.RB101), Status.PASS, "", Map.of(), null);
  }

  @Test
  void whateverIsLargestTheyAreToldOfInTheOrderGiven() throws InterruptedException {
    Tasks tasks = new Tasks();
    tasks.add(Task.of("small", () -> passed("small")));
    tasks.add(Task.of("large", () -> passed("large")).ofSize(9));
    List<String> begun = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void begin(String check) {
            begun.add(check);
          }
        };
    assertThat(tasks.run(progress)).map(Check::name).isEqualTo(begun);
    assertThat(begun).containsExactly("small", "large");
  }

  @Test
  void whatThrowsIsUnknown() throws InterruptedException {
    Tasks tasks = new Tasks();
    tasks.add(
        "broken",
        () -> {
          throw new IOException("no compiler");
        });
    Check check = tasks.run(Progress.SILENT).get(0);
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("no compiler");
  }

  /** Else what a task has started would outlive the layer. */
  @Test
  void whoGivesUpFindsTheTasksEnded() {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicLong cleared = new AtomicLong();
    Tasks tasks = new Tasks();
    tasks.add(
        "waits",
        () -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } finally {
            cleared.set(BigInteger.TEN.pow(1_000_000).bitLength()); // takes its time
          }
          return passed("waits");
        });
    Progress givingUp =
        new Progress() {
          @Override
          public void begin(String check) {
            try {
              begun.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            Thread.currentThread().interrupt();
          }
        };
    assertThatThrownBy(() -> tasks.run(givingUp)).isInstanceOf(InterruptedException.class);
    assertThat(cleared.get()).isPositive();
  }
}
