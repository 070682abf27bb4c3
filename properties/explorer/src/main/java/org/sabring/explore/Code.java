package org.sabring.explore;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sabring.explore.runtime.Weakening;

/**
 * The configuration of the code under test: which classes are replaced, whether locks are a model,
 * which races are meant to be, which accesses are made weaker.
 *
 * @param replaced class files that stand instead of those of the class path, by class name
 * @param lockModel whether {@code ReentrantLock} is the engine's model, and not the JDK's own
 * @param tolerated fields, as {@code Class.field} or {@code array[]}, whose races are meant to be
 * @param weakening what is made weaker than written
 * @param racy whether races are no findings, and plain accesses what they are in Java
 * @param reductions what is left out since it shows nothing new: all but in tests
 */
public record Code(
    Map<String, byte[]> replaced,
    boolean lockModel,
    Set<String> tolerated,
    Weakening weakening,
    boolean racy,
    Set<Reduction> reductions) {

  private static final Set<Reduction> ALL = Set.of(Reduction.values());

  /** As it is on the class path. */
  public static final Code PLAIN = new Code(Map.of(), true, Set.of(), Weakening.NONE, false, ALL);

  public Code {
    replaced = Map.copyOf(replaced);
    tolerated = Collections.unmodifiableSet(new TreeSet<>(tolerated));
    reductions = Set.copyOf(reductions);
  }

  /** The same, with another class file for a class. */
  public Code replacing(String className, byte[] classFile) {
    return replacing(Map.of(className, classFile));
  }

  /** The same, with other class files for classes, by their names. */
  public Code replacing(Map<String, byte[]> classFiles) {
    Map<String, byte[]> more = new HashMap<>(replaced);
    more.putAll(classFiles);
    return new Code(more, lockModel, tolerated, weakening, racy, reductions);
  }

  /** The same, with the JDK's own locks: more steps, and its own mistakes. */
  public Code withRealLocks() {
    return new Code(replaced, false, tolerated, weakening, racy, reductions);
  }

  /** The same, and races on those fields are meant to be: plain accesses to them are opaque. */
  public Code tolerating(String... fields) {
    Set<String> more = new TreeSet<>(tolerated);
    more.addAll(Set.of(fields));
    return new Code(replaced, lockModel, more, weakening, racy, reductions);
  }

  /** The same, and races are no findings: plain accesses are what they are in Java. */
  public Code letRace() {
    return new Code(replaced, lockModel, tolerated, weakening, true, reductions);
  }

  /** The same, with a planted mistake. */
  public Code weakened(Weakening by) {
    return new Code(replaced, lockModel, tolerated, by, racy, reductions);
  }

  /** The same, where every access is a step: for tests. */
  public Code unreduced() {
    return without(Reduction.PRIVATE, Reduction.PLAIN);
  }

  /** The same, without some reductions: for tests. */
  public Code without(Reduction... some) {
    EnumSet<Reduction> left = EnumSet.noneOf(Reduction.class);
    left.addAll(reductions);
    left.removeAll(List.of(some));
    return new Code(replaced, lockModel, tolerated, weakening, racy, left);
  }

  /** Whether a reduction is made. */
  public boolean has(Reduction reduction) {
    return reductions.contains(reduction);
  }
}
