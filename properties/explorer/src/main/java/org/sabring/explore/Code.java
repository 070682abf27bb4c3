package org.sabring.explore;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.Weakening;

/**
 * How the code under test is loaded and taken: which classes are replaced by others, whether locks
 * are a model, which races are meant to be, which accesses are made weaker.
 *
 * @param replaced class files that stand instead of those of the class path, by class name
 * @param lockModel whether {@code ReentrantLock} is the engine's model, and not the JDK's own
 * @param tolerated fields, as {@code Class.field} or {@code array[]}, whose races are meant to be
 * @param weakening what is made weaker than written
 * @param reducing whether accesses that no other side can see take no step
 */
public record Code(
    Map<String, byte[]> replaced,
    boolean lockModel,
    Set<String> tolerated,
    Weakening weakening,
    boolean reducing) {

  /** As it is on the class path. */
  public static final Code PLAIN = new Code(Map.of(), true, Set.of(), Weakening.NONE, true);

  public Code {
    replaced = Map.copyOf(replaced);
    tolerated = Collections.unmodifiableSet(new TreeSet<>(tolerated));
  }

  /** The same, with another class file for a class. */
  public Code replacing(String className, byte[] classFile) {
    Map<String, byte[]> more = new HashMap<>(replaced);
    more.put(className, classFile);
    return new Code(more, lockModel, tolerated, weakening, reducing);
  }

  /** The same, with the JDK's own locks: more steps, and its own mistakes. */
  public Code withRealLocks() {
    return new Code(replaced, false, tolerated, weakening, reducing);
  }

  /** The same, and races on those fields are meant to be: plain accesses to them are opaque. */
  public Code tolerating(String... fields) {
    Set<String> more = new TreeSet<>(tolerated);
    more.addAll(Set.of(fields));
    return new Code(replaced, lockModel, more, weakening, reducing);
  }

  /** The same, with a planted mistake. */
  public Code weakened(Weakening by) {
    return new Code(replaced, lockModel, tolerated, by, reducing);
  }

  /** The same, where every access is a step: for tests. */
  public Code unreduced() {
    return new Code(replaced, lockModel, tolerated, weakening, false);
  }

  /** What matters for loading. */
  Code ofLoading() {
    return new Code(replaced, lockModel, Set.of(), Weakening.NONE, true);
  }

  void prepare(LocationTable locations) {
    locations.tolerate(tolerated::contains);
    if (!reducing) {
      locations.withoutReduction();
    }
  }
}
