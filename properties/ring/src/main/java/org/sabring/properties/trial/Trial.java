package org.sabring.properties.trial;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Rule;

/**
 * The context of a property's run: what it is about, and what comes of it. The layer begins a trial
 * around a run; a property that is run by itself has one of its own. Belongs to the thread that
 * runs the property, but for what is said otherwise.
 */
public final class Trial {

  private static final ThreadLocal<Trial> CURRENT = ThreadLocal.withInitial(Trial::new);

  private final List<Rule> wanted;
  private final Map<String, Number> counts = new HashMap<>();
  private final Set<String> expected = new HashSet<>();
  private @Nullable PropertyExecutionResult result;
  private @Nullable Violation first;

  /** One thread at a time writes it. */
  private volatile long tries;

  private volatile boolean stopped;
  private volatile @Nullable Thread owner;

  /** A trial that any violation ends. */
  public Trial() {
    this(List.of());
  }

  /**
   * A trial.
   *
   * @param wanted the rules that a mutant must be found to break; empty if any will do
   */
  public Trial(List<Rule> wanted) {
    this.wanted = List.copyOf(wanted);
  }

  /**
   * Whether a sample that breaks such rules fails: if it breaks those that are wanted, or else the
   * same as the first that failed. Otherwise shrinking would end at whatever is the smallest way to
   * break anything.
   */
  public synchronized boolean isAbout(List<Rule> rules) {
    return wanted.isEmpty()
        ? first == null || first.rules().equals(rules)
        : rules.containsAll(wanted);
  }

  /**
   * A sample has broken a promise: fails it, if the trial is about that. Where several rules may
   * break first it is luck which one does, and a mistake is to be found by the rule that is named
   * for it; the sample then goes on as if nothing had been found.
   */
  public void hear(Violation violation) {
    if (isAbout(violation.rules())) {
      throw violation;
    }
  }

  /** The trial that this thread is in. */
  public static Trial current() {
    return CURRENT.get();
  }

  /** Runs a property in this trial. */
  public void around(Runnable property) {
    CURRENT.set(this);
    owner = Thread.currentThread();
    try {
      property.run();
    } finally {
      CURRENT.remove();
    }
  }

  /** A try begins. After {@link #stop} none does. */
  public void begin() {
    if (stopped) {
      LeftBehind.end(owner);
    }
    countTry();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time
  private void countTry() {
    tries++;
  }

  /** How many tries there were so far. Any thread may ask. */
  public long tries() {
    return tries;
  }

  /** Lets every try from now on fail. Any thread may call it. */
  public void stop() {
    stopped = true;
  }

  /** Adds to a figure of the evidence; after a failure, while it shrinks, to none. */
  public synchronized void count(String figure, long more) {
    if (first == null) {
      counts.merge(figure, more, (a, b) -> a.longValue() + b.longValue());
    }
  }

  /** These figures must not be zero in the end: without them the property has not been tried. */
  public synchronized void expect(Collection<String> figures) {
    expected.addAll(figures);
  }

  /** The figures that must not be zero. */
  public synchronized Set<String> expected() {
    return new TreeSet<>(expected);
  }

  /** The figures, by name. */
  public synchronized Map<String, Number> counts() {
    return new TreeMap<>(counts);
  }

  synchronized void broke(Violation violation) {
    if (first == null) {
      first = violation;
    }
  }

  /** The violation before anything shrank; shrinking may end at another. */
  public synchronized Optional<Violation> first() {
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
