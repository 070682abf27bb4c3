package org.sabring.explore.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sabring.explore.memory.Locations;
import org.sabring.explore.memory.Mode;

/**
 * The table of a program's locations, in the order in which they were first met, with what is known
 * of who uses them. What is known only grows, while the program is explored; when it does, what was
 * explored so far may be wrong, and {@link #hasLearned} says so.
 */
public final class LocationTable implements Locations {

  /**
   * Places of an object that are no fields of it; elements of arrays count from 0, as fields do.
   */
  public static final int MONITOR = -1;

  /** Where a side's thread parks. */
  public static final int PERMIT = -2;

  /**
   * Of a thread-local variable there is one place for each side, beyond the number of any field.
   */
  public static final int OF_SIDES = 1 << 28;

  private final Heap heap;
  private final int sides;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<Location> all = new ArrayList<>();
  private final Map<Integer, List<Integer>> ofObject = new HashMap<>();
  private Predicate<String> tolerating = name -> false;
  private boolean reducing = true;
  private boolean racy;

  /**
   * The sides that others can see, as bits: all, or all but one that begins when they have ended.
   */
  private int others = -1;

  private boolean learned;

  LocationTable(Heap heap, int sides) {
    this.heap = heap;
    this.sides = sides;
  }

  /** Takes every location for shared, unless it is final: for tests of the reduction. */
  public void withoutReduction() {
    reducing = false;
  }

  /** Races are no findings: plain accesses are what they are in Java. */
  public void letRace() {
    racy = true;
  }

  /** A side begins when all others have ended: nobody else can see what it does. */
  public void setLast(int side) {
    others = ~(1 << side);
  }

  /** Races on fields of such names, as {@code Class.field}, are meant to be: they are opaque. */
  public void tolerate(Predicate<String> names) {
    tolerating = names;
  }

  /** A location that is a word: every side uses it, and every access to it is a step. */
  public int addWord(int number, String name, long value) {
    int location = of(heap.words(), number, ValueKind.INT);
    all.get(location).becomeWord(name, value);
    return location;
  }

  /** Whether it is a word of {@link Words}. */
  public boolean isWord(int location) {
    return all.get(location).isWord();
  }

  int of(int object, int place, ValueKind kind) {
    long key = key(object, place);
    Integer known = numbers.get(key);
    return known != null ? known : add(key, Location.of(object, place, kind, heap));
  }

  private static long key(int object, int place) {
    return (long) object << 32 | (place & 0xFFFFFFFFL);
  }

  private int add(long key, Location location) {
    int number = all.size();
    numbers.put(key, number);
    all.add(location);
    ofObject.computeIfAbsent(location.object, unused -> new ArrayList<>()).add(number);
    if (location.object < 0) {
      location.initial = heap.universe().stored.getOrDefault(key, 0L);
    }
    Boolean stores = heap.universe().usedByInitializers.get(key);
    if (stores != null) {
      location.useByInitializer(stores);
    }
    if (!reducing && !location.isFinal) {
      location.share();
    }
    return number;
  }

  /** A store before any side begins; what class initializers store is there for all programs. */
  void store(int number, long value, boolean byInitializer) {
    Location location = all.get(number);
    location.initial = value;
    if (byInitializer && location.object < 0) {
      heap.universe().stored.put(key(location.object, location.place), value);
    }
  }

  /** A class initializer uses what is not its own, while sides run. */
  void useByInitializer(int number, boolean stores) {
    Location location = all.get(number);
    long key = key(location.object, location.place);
    heap.universe().usedByInitializers.merge(key, stores, Boolean::logicalOr);
    location.useByInitializer(stores);
    checkInitializers(number);
  }

  private void checkInitializers(int number) {
    String misuse = all.get(number).misuse();
    if (misuse != null) {
      throw Refused.of(
          misuse.formatted(nameOf(number)),
          "let the code that sets the program up initialize the class");
    }
  }

  /** A side is about to use a location. */
  void use(int number, int side, boolean stores, Mode mode) {
    boolean isNew = all.get(number).use(side, stores, mode, others);
    checkInitializers(number);
    learned |= isNew;
  }

  /** A side goes round until another stores there, whoever that may be. */
  void await(int location) {
    all.get(location).share();
  }

  /** Whether something was found out since the last time that this was asked. */
  boolean hasLearned() {
    boolean has = learned;
    learned = false;
    return has;
  }

  /** Whether nobody stores there after the beginning, so that it is what it was. */
  boolean isConstant(int location) {
    return !all.get(location).isWritten;
  }

  /** Whether more than one side uses it: only then can an access be seen by others. */
  public boolean isShared(int location) {
    return all.get(location).isShared;
  }

  boolean isFinal(int location) {
    return all.get(location).isFinal;
  }

  @Override
  public boolean isReference(int location) {
    return all.get(location).kind == ValueKind.REFERENCE;
  }

  /** Whether races on it are meant to be. */
  public boolean isTolerated(int number) {
    Location location = all.get(number);
    Boolean known = location.isTolerated;
    if (known == null) {
      known = tolerating.test(patternOf(number));
      location.isTolerated = known;
    }
    return known;
  }

  @Override
  public long initial(int location) {
    return location < all.size() ? all.get(location).initial : 0;
  }

  @Override
  public boolean mayRace(int number) {
    Location location = all.get(number);
    return !racy && location.isPlain && location.isShared && !isTolerated(number);
  }

  @Override
  public boolean areRacesFindings() {
    return !racy;
  }

  @Override
  public int object(int location) {
    return all.get(location).object;
  }

  /** The locations of an object that were met. */
  List<Integer> of(int object) {
    return ofObject.getOrDefault(object, List.of());
  }

  /** What a location is called, as {@code queue.head} or {@code buffer[3]}. */
  public String nameOf(int number) {
    return all.get(number).name(heap);
  }

  /** What all locations of its kind are called: {@code Class.field}, or {@code Class[]}. */
  public String patternOf(int number) {
    return all.get(number).pattern(heap);
  }

  /** What a value that a location holds is called. */
  public String show(int number, long value) {
    return all.get(number).show(value, heap);
  }

  /** How many sides there are. */
  int sides() {
    return sides;
  }
}
