package example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sabring.explore.assertions.ScheduleAssertions.RELEASE_ACQUIRE;
import static org.sabring.explore.assertions.ScheduleAssertions.SC;
import static org.sabring.explore.assertions.ScheduleAssertions.TSO;
import static org.sabring.explore.assertions.ScheduleAssertions.assertThatSchedulesOf;

import org.junit.jupiter.api.Test;

class MyRingTest {

  @Test
  void isRight() {
    assertThatSchedulesOf(() -> new MyRing<Integer>(2, false))
        .side("P", ring -> ring.offer(1), ring -> ring.offer(2))
        .side("C", MyRing::poll, MyRing::poll)
        .drainedBy(MyRing::poll)
        .on(SC, TSO, RELEASE_ACQUIRE)
        .areLinearizable();
  }

  @Test
  void aPlantedOpaqueLoadIsFound() {
    AssertionError found =
        assertThrows(
            AssertionError.class,
            () ->
                assertThatSchedulesOf(() -> new MyRing<Integer>(2, true))
                    .side("P", ring -> ring.offer(1), ring -> ring.offer(2))
                    .side("C", MyRing::poll, MyRing::poll)
                    .drainedBy(MyRing::poll)
                    .on(SC, TSO, RELEASE_ACQUIRE)
                    .areLinearizable());
    System.out.println(found.getMessage());
    assertTrue(found.getMessage().contains("on release/acquire memory: a data race"));
    assertTrue(found.getMessage().contains("MyRing.java:"));
    assertTrue(found.getMessage().contains("new MyRing<>(2, true)"));
  }
}
