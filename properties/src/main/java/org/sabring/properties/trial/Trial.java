package org.sabring.properties.trial;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.SharedInts;
import org.sabring.properties.sample.Setup;
import org.sabring.ring.CursorRing;

/**
 * What one run of one property is about: the mistake to plant, if any, and what comes of it. The
 * layer begins a trial around a run; a property that is run by itself tries the ring as shipped.
 * Belongs to the thread that runs the property.
 */
public final class Trial {

  private static final ThreadLocal<Trial> CURRENT =
      ThreadLocal.withInitial(() -> new Trial(Mutation.NONE, text -> {}));

  private static final int TICK = 100;

  private final Mutation mutation;
  private final Consumer<String> ticks;
  private final Map<String, Number> counts = new LinkedHashMap<>();
  private long tries;
  private @Nullable PropertyExecutionResult result;
  private @Nullable Violation first;

  /**
   * A trial.
   *
   * @param ticks hears now and then how many tries there were
   */
  public Trial(Mutation mutation, Consumer<String> ticks) {
    this.mutation = mutation;
    this.ticks = ticks;
  }

  /** The trial that this thread is in. */
  public static Trial current() {
    return CURRENT.get();
  }

  /** Runs a property in this trial. */
  public void around(Runnable property) {
    CURRENT.set(this);
    try {
      property.run();
    } finally {
      CURRENT.remove();
    }
  }

  /**
   * A try begins: its ring. An interrupted thread gets none, so that a run ends soon.
   *
   * @param observer sees every access that reaches the memory
   */
  public Subject subject(Setup setup, UnaryOperator<SharedInts> observer) {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("interrupted");
    }
    if (++tries % TICK == 0) {
      ticks.accept(tries + " tries");
    }
    SharedInts words = setup.create();
    SharedInts planted = mutation.plant(observer.apply(words), setup.layout());
    return new Subject(CursorRing.attach(planted, setup.layout()), words);
  }

  /** A try begins, with nobody between the ring and its memory. */
  public Subject subject(Setup setup) {
    return subject(setup, UnaryOperator.identity());
  }

  /** Adds to a figure of the evidence. */
  public void count(String figure, long more) {
    counts.merge(figure, more, (a, b) -> a.longValue() + b.longValue());
  }

  /** The figures, in the order in which they were first counted. */
  public Map<String, Number> counts() {
    return counts;
  }

  void broke(Violation violation) {
    if (first == null) {
      first = violation;
    }
  }

  /** The violation before anything shrank; shrinking may end at another. */
  public Optional<Violation> first() {
    return Optional.ofNullable(first);
  }

  void ended(PropertyExecutionResult how) {
    result = how;
  }

  /** What jqwik says of the run; null if the property did not run. */
  public @Nullable PropertyExecutionResult result() {
    return result;
  }
}
