package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Explorer;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Words;

/**
 * A mistake that liburing's users have made: the application stores the tail and then asks for the
 * flag that says the poller needs a wake-up; the poller raises the flag, looks at the tail once
 * more, and sleeps. Without a full fence on either side both may miss each other.
 */
class SleepsForEverTest {

  /** On words, as a ring in a shared buffer has them. */
  static final class WordRing {
    private static final int TAIL = 0;
    private static final int HEAD = 1;
    private static final int FLAG = 2;
    private static final int DATA = 3;

    private final Words words;
    private final boolean fenced;

    WordRing(Words words, boolean fenced) {
      this.words = words;
      this.fenced = fenced;
    }

    boolean submit(int value) {
      int tail = words.load(Mode.PLAIN, TAIL);
      if (tail - words.load(Mode.ACQUIRE, HEAD) == 2) {
        return false;
      }
      words.store(Mode.PLAIN, DATA + (tail & 1), value);
      words.store(Mode.RELEASE, TAIL, tail + 1);
      fence();
      if (words.load(Mode.OPAQUE, FLAG) == 1) {
        words.store(Mode.OPAQUE, FLAG, 0);
        words.notify(FLAG, 1);
      }
      return true;
    }

    int poll() {
      int head = words.load(Mode.PLAIN, HEAD);
      if (words.load(Mode.ACQUIRE, TAIL) == head) {
        words.store(Mode.OPAQUE, FLAG, 1);
        fence();
        if (words.load(Mode.ACQUIRE, TAIL) == head) {
          words.await(FLAG, 1, Words.FOREVER);
          return -1;
        }
        words.store(Mode.OPAQUE, FLAG, 0);
      }
      int value = words.load(Mode.PLAIN, DATA + (head & 1));
      words.store(Mode.RELEASE, HEAD, head + 1);
      return value;
    }

    private void fence() {
      if (fenced) {
        words.fullFence();
      }
    }
  }

  /** The same as a class that knows no engine. */
  static final class ParkingRing {
    private static final VarHandle TAIL;
    private static final VarHandle HEAD;
    private static final VarHandle FLAG;

    static {
      try {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        TAIL = lookup.findVarHandle(ParkingRing.class, "tail", int.class);
        HEAD = lookup.findVarHandle(ParkingRing.class, "head", int.class);
        FLAG = lookup.findVarHandle(ParkingRing.class, "sleeper", Thread.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final boolean fenced;
    private final int[] data = new int[2];
    private int tail;
    private int head;
    private @Nullable Thread sleeper;

    ParkingRing(boolean fenced) {
      this.fenced = fenced;
    }

    boolean submit(int value) {
      if (tail - (int) HEAD.getAcquire(this) == 2) {
        return false;
      }
      data[tail & 1] = value;
      TAIL.setRelease(this, tail + 1);
      fence();
      Thread waiting = (Thread) FLAG.getOpaque(this);
      if (waiting != null) {
        LockSupport.unpark(waiting);
      }
      return true;
    }

    int poll() {
      while ((int) TAIL.getAcquire(this) == head) {
        FLAG.setOpaque(this, Thread.currentThread());
        fence();
        if ((int) TAIL.getAcquire(this) == head) {
          LockSupport.park(this);
        }
        FLAG.setOpaque(this, (Thread) null);
      }
      int value = data[head & 1];
      HEAD.setRelease(this, head + 1);
      return value;
    }

    private void fence() {
      if (fenced) {
        VarHandle.fullFence();
      }
    }
  }

  private static Program onWords(boolean fenced) {
    return Program.on(5)
        .side('P', words -> new WordRing(words, fenced), Operation.of("put 1", r -> r.submit(1)))
        .side(
            'C',
            words -> new WordRing(words, fenced),
            Operation.of("take", WordRing::poll).repeatedWhile(answer -> answer.equals(-1)));
  }

  private static Program parking(boolean fenced) {
    return Program.sharing(() -> new ParkingRing(fenced))
        .side('P', Operation.of("put 1", ring -> ring.submit(1)))
        .side('C', Operation.of("take", ParkingRing::poll))
        .program();
  }

  private static Exploration explored(Program program, MemoryModel model)
      throws InterruptedException {
    return new Explorer(program, model, Monitor.NONE, Options.PLAIN).explore();
  }

  @ParameterizedTest
  @EnumSource
  void withFencesTheElementIsTaken(MemoryModel model) throws Exception {
    for (Program program : List.of(onWords(true), parking(true))) {
      assertThat(explored(program, model).findings()).isEmpty();
      assertThat(explored(program, model).status()).isEqualTo(Status.PASS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TSO", "RA"})
  void withoutFencesTheTakerMaySleepForEver(MemoryModel model) throws Exception {
    assertThat(explored(onWords(false), model).findings())
        .hasSize(1)
        .first()
        .asString()
        .contains("C, in take at SleepsForEverTest")
        .contains("sleeps for ever: it waits on word2");
    assertThat(explored(parking(false), model).findings())
        .hasSize(1)
        .first()
        .asString()
        .contains("C, in take at SleepsForEverTest")
        .contains("is parked for ever: nobody unparks it");
  }

  @ParameterizedTest
  @EnumSource(names = "SC")
  void whoSeesEveryStoreAtOnceNeedsNone(MemoryModel model) throws Exception {
    for (Program program : List.of(onWords(false), parking(false))) {
      assertThat(explored(program, model).status()).isEqualTo(Status.PASS);
    }
  }
}
