package org.sabring.explore.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.RunRecord.Ahead;
import org.sabring.explore.runtime.RunRecord.Run;

/**
 * The interpreter of rewritten code on a {@link Heap}: what hooks call comes here. Before the sides
 * begin, code runs directly on what locations hold at first. The call of a side is run again and
 * again from its start: the accesses that it has made before are answered from the record, and at
 * the next one it is stopped.
 */
public final class Execution {

  /** What is known of the locations has changed: what was explored with less may be wrong. */
  public static final class Learned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Learned() {
      super("more is known of the locations", null, false, false);
    }
  }

  private static final ThreadLocal<@Nullable Execution> CURRENT = new ThreadLocal<>();

  private final Heap heap;
  private final LocationTable locations;
  private final MemoryCalls memory;
  private final Initializers initializers;
  private final List<Stage> stages = new ArrayList<>();
  private boolean mergingLoops = true;

  private boolean running;
  private int side;
  private RunRecord record = new RunRecord(List.of(), new long[0], Ahead.NEVER);
  private Identities objects;
  private LoopDetector loops = new LoopDetector();
  private Clock clock = new Clock();

  public Execution(Heap heap, Weakening weakening) {
    this.heap = heap;
    this.locations = heap.locations();
    this.initializers = new Initializers(heap);
    this.memory = new MemoryCalls(this, weakening);
    this.objects = new Identities(this, 0, 0);
  }

  /** That of the code which runs now. */
  public static Execution current() {
    Execution now = CURRENT.get();
    if (now == null) {
      throw new IllegalStateException("rewritten code runs under the explorer alone");
    }
    return now;
  }

  /** The same, if code runs now. */
  static @Nullable Execution running() {
    return CURRENT.get();
  }

  public Heap heap() {
    return heap;
  }

  public Initializers initializers() {
    return initializers;
  }

  /** A number for one more activation of a method that has loops. */
  public int activation() {
    return loops.activation();
  }

  public Clock clock() {
    return clock;
  }

  public MemoryCalls memory() {
    return memory;
  }

  /** Who objects are in the run that goes on. */
  public Identities objects() {
    return objects;
  }

  /** Whether the call of a side runs. */
  boolean isRunning() {
    return running;
  }

  /** The side whose code runs; one more than there are, if code runs for none. */
  public int side() {
    return isDirect() ? locations.sides() : side;
  }

  /** Whether code runs as if no side had begun. */
  public boolean isDirect() {
    return !running || initializers.areRunning();
  }

  private <T> T entered(Callable<T> code) throws Exception {
    Execution before = CURRENT.get();
    CURRENT.set(this);
    try {
      return code.call();
    } finally {
      CURRENT.set(before);
    }
  }

  /** Runs code before any side begins. */
  public <T> T setUp(Callable<T> code) throws Exception {
    T made = entered(code);
    record.checkRefused();
    return made;
  }

  /** Runs code in the middle of a run as if no side had begun. */
  public <T> T directly(Callable<T> code) throws Exception {
    return initializers.trusted(code);
  }

  /**
   * Runs a call of a side from its start.
   *
   * @param number tells its objects from those of other calls of the side
   * @param asked the accesses that it made, with their answers
   * @param ahead answers some that come after those
   * @throws Learned when more is known of the locations than before
   * @throws Refused when the code does what cannot be followed
   */
  public Run run(
      int ofSide, int number, List<Access> asked, long[] answers, Ahead ahead, Callable<?> code) {
    side = ofSide;
    record = new RunRecord(asked, answers, ahead);
    objects = new Identities(this, side, number);
    loops = new LoopDetector();
    clock = new Clock();
    stages.forEach(Stage::begin);
    running = true;
    Object value = null;
    Throwable thrown = null;
    try {
      value = entered(code);
    } catch (RunRecord.Stop stop) {
      // the record says why
    } catch (Throwable e) {
      thrown = meant(e);
    } finally {
      running = false;
    }
    return record.end(value, thrown, objects);
  }

  /** Whether the code is on its way out. */
  public boolean isStopped() {
    return record.isStopped();
  }

  /** Throws again what stops the code. */
  public static Throwable caught(Throwable thrown) {
    if (thrown instanceof RunRecord.Stop stop) {
      throw stop;
    }
    Throwable meant = current().meant(thrown);
    if (meant instanceof Refused refusal) {
      throw refusal;
    }
    return meant;
  }

  private Throwable meant(Throwable thrown) {
    Throwable meant = initializers.meant(thrown);
    return meant instanceof Refused refusal ? refuse(refusal) : meant;
  }

  /** Whoever catches it: what runs now is refused. */
  public Refused refuse(Refused refusal) {
    if (!isStopped()) {
      record.refused(refusal);
      heap.universe().refuse(refusal);
    }
    return refusal;
  }

  /** Takes an object for one that is the same for all sides. */
  public @Nullable Object shared(@Nullable Object object) {
    objects.idOf(object);
    return object;
  }

  /** A side is about to use a location; a lock is as one that it stores to. */
  public void use(int location, boolean stores, Mode mode) {
    record.checkGoing();
    locations.use(location, side, stores, mode);
    if (locations.hasLearned()) {
      throw record.learned();
    }
  }

  /** The answer of an access, if it is in the record. */
  public long answer(Access access) {
    return record.answer(access);
  }

  RunRecord record() {
    return record;
  }

  void staged(Stage stage) {
    stages.add(stage);
  }

  /** Whether the code that has just run has asked to be told, and was not. */
  public boolean hasAsked() {
    return stages.stream().anyMatch(Stage::hasAsked);
  }

  /** Whether a loop that is where it was before is taken for that. */
  public void mergeLoops(boolean may) {
    mergingLoops = may;
  }

  /** The head of a loop. */
  public void loop(int activation, int head, @Nullable Object[] locals) {
    if (!isDirect() && mergingLoops) {
      record.checkGoing();
      if (loops.isSpinning(this, activation, head, locals, record)) {
        answer(Access.of(Kind.SPIN, 0, 0));
      }
    }
  }

  /**
   * A side goes round until another stores to a location that none has stored to so far.
   *
   * @throws Learned since now all of them see it
   */
  public void await(int location) {
    heap.locations().await(location);
    throw new Learned();
  }
}
