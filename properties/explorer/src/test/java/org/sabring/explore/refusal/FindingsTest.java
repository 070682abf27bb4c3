package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.memory.MemoryModel;

/** Whatever code under test does wrong is a finding, and never the end of the tool. */
class FindingsTest {

  /** Code that goes wrong. */
  static final class Wrong {
    volatile int flag;
    volatile int other;
    int plain;
    final int[] array = new int[1];

    int asserts() {
      assert flag == 1 : "flag is " + flag;
      return flag;
    }

    int set() {
      flag = 1;
      return 0;
    }

    int recurses() {
      return recurses() + 1;
    }

    int recursesThroughMemory() {
      plain++;
      return recursesThroughMemory() + 1;
    }

    int recursesThroughSteps() {
      flag++;
      return recursesThroughSteps() + 1;
    }

    int spins() {
      while (flag == 0) {
        Thread.onSpinWait();
      }
      return flag;
    }

    int spinsAlone() {
      while (plain == 0) {
        Thread.onSpinWait();
      }
      return plain;
    }

    int countsForEver() {
      while (true) {
        plain++;
      }
    }

    int isPolite(boolean first) {
      while (true) {
        show(first, 1);
        int seen = first ? other : flag;
        show(first, 0);
        if (seen == 0) {
          return 1;
        }
      }
    }

    private void show(boolean first, int value) {
      if (first) {
        flag = value;
      } else {
        other = value;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFailedAssertionIsAFinding(MemoryModel model) throws Exception {
    Twice twice = Twice.both(Wrong::new, Wrong::set, Wrong::asserts).on(model);
    assertThat(twice.findings())
        .contains("second throws java.lang.AssertionError: flag is 0")
        .allMatch(found -> found.startsWith("second throws java.lang.AssertionError: flag is"));
  }

  @Test
  void anExceptionOfAnyKindIsAFinding() throws Exception {
    assertThat(Twice.alone(Wrong::new, wrong -> wrong.array[wrong.flag + 1]).findings())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("call throws java.lang.ArrayIndexOutOfBoundsException: Index 1 out of");
    assertThat(Twice.alone(Wrong::new, wrong -> 1 / wrong.flag).findings())
        .containsExactly("call throws java.lang.ArithmeticException: / by zero");
    Operation.Body<Wrong> casts = wrong -> (Integer) (Object) wrong;
    assertThat(Twice.alone(Wrong::new, casts).findings())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("call throws java.lang.ClassCastException");
    Operation.Body<Wrong> stores =
        wrong -> {
          Object[] array = new Integer[1];
          array[0] = "x";
          return array;
        };
    assertThat(Twice.alone(Wrong::new, stores).findings())
        .containsExactly("call throws java.lang.ArrayStoreException: java.lang.String");
  }

  @Test
  void endlessRecursionIsAFinding() throws Exception {
    assertThat(Twice.alone(Wrong::new, Wrong::recurses).findings())
        .containsExactly("call throws java.lang.StackOverflowError");
  }

  @Test
  void endlessRecursionThroughMemoryIsAFindingOrUnknown() throws Exception {
    assertThat(Twice.alone(Wrong::new, Wrong::recursesThroughMemory).status())
        .isNotEqualTo(Status.PASS);
    assertThat(
            Twice.both(Wrong::new, Wrong::recursesThroughSteps, Wrong::set)
                .with(Options.PLAIN.states(1000))
                .status())
        .isNotEqualTo(Status.PASS);
  }

  @Test
  void aLimitOfStatesIsUnknown() throws Exception {
    Exploration all =
        Twice.both(Wrong::new, Wrong::set, Wrong::spins).with(Options.PLAIN.states(2)).explored();
    assertThat(all.status()).isEqualTo(Status.UNKNOWN);
    assertThat(all.complete()).isFalse();
  }

  @Test
  void whoSpinsForEverIsFound() throws Exception {
    assertThat(Twice.both(Wrong::new, Wrong::set, Wrong::spins).outcomes()).containsExactly("0; 1");
    assertThat(Twice.alone(Wrong::new, Wrong::spins).judged(Monitor.NONE).findings()).hasSize(1);
    assertThat(Twice.alone(Wrong::new, Wrong::spinsAlone).judged(Monitor.NONE).findings())
        .hasSize(1);
    assertThat(Twice.alone(Wrong::new, Wrong::countsForEver).status()).isNotEqualTo(Status.PASS);
  }

  /** Both may make way for ever, but need not: some schedule leads to an end. */
  @Test
  void politeSidesComeToAnEnd() throws Exception {
    Twice twice =
        Twice.both(Wrong::new, wrong -> wrong.isPolite(true), wrong -> wrong.isPolite(false));
    assertThat(twice.findings()).isEmpty();
  }

  @Test
  void aLivelockIsFound() throws Exception {
    Operation.Body<Wrong> waitsForOne =
        wrong -> {
          while (wrong.flag != 1) {
            wrong.flag = 2;
          }
          return 1;
        };
    Operation.Body<Wrong> waitsForThree =
        wrong -> {
          while (wrong.flag != 3) {
            wrong.flag = 4;
          }
          return 1;
        };
    assertThat(Twice.both(Wrong::new, waitsForOne, waitsForThree).judged(Monitor.NONE).findings())
        .hasSize(1)
        .first()
        .asString()
        .contains("no schedule leads from here to an end");
  }

  @ParameterizedTest
  @EnumSource
  void whoIsParkedForEverIsFound(MemoryModel model) throws Exception {
    Operation.Body<Wrong> parks =
        wrong -> {
          LockSupport.park();
          return 1;
        };
    assertThat(Twice.both(Wrong::new, Wrong::set, parks).on(model).judged(Monitor.NONE).findings())
        .hasSize(1)
        .first()
        .asString()
        .contains("B, in second at FindingsTest")
        .contains("is parked for ever: nobody unparks it");
  }
}
