package org.sabring.explore.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sabring.explore.memory.Locations;
import org.sabring.explore.memory.Mode;

/**
 * The locations of a program, in the order in which they were first met, and what is known of who
 * uses them. What is known only grows, while the program is explored; when it does, what was
 * explored so far may be wrong, and {@link #hasLearned} says so.
 */
public final class LocationTable implements Locations {

  /**
   * Places of an object that are no fields of it; elements of arrays count from 0, as fields do.
   */
  static final int MONITOR = -1;

  /** Where a side's thread parks. */
  static final int PERMIT = -2;

  private static final byte LOOKED = 1;
  private static final byte STORED = 2;
  private static final byte SIDE_STORED = 4;

  private final Heap heap;
  private final int sides;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<Long> keys = new ArrayList<>();
  private final Map<Integer, List<Integer>> ofObject = new HashMap<>();
  private final Map<Integer, String> words = new HashMap<>();

  private Kind[] kinds = new Kind[64];
  private long[] initial = new long[64];
  private int[] users = new int[64];
  private boolean[] written = new boolean[64];
  private boolean[] plain = new boolean[64];
  private boolean[] shared = new boolean[64];
  private boolean[] isFinal = new boolean[64];
  private byte[] tolerated = new byte[64];

  /** Whether an initializer has looked at it, and stored there, while sides ran; and a side has. */
  private byte[] byInitializer = new byte[64];

  private Predicate<String> tolerating = name -> false;
  private boolean reducing = true;
  private boolean learned;

  LocationTable(Heap heap, int sides) {
    this.heap = heap;
    this.sides = sides;
  }

  /** Takes every location for shared, unless it is final: for tests of the reduction. */
  public void withoutReduction() {
    reducing = false;
  }

  /** Races on fields of such names, as {@code Class.field}, are meant to be: they are opaque. */
  public void tolerate(Predicate<String> names) {
    tolerating = names;
  }

  /** A location that is a word: every side uses it, and every access to it is a step. */
  public int addWord(int number, String name, long value) {
    int location = of(heap.words(), number, Kind.INT);
    initial[location] = value;
    users[location] = -1;
    written[location] = true;
    plain[location] = true;
    shared[location] = true;
    words.put(location, name);
    return location;
  }

  /** Whether it is a word of {@link Words}. */
  public boolean isWord(int location) {
    return words.containsKey(location);
  }

  int of(int object, int place, Kind kind) {
    long key = (long) object << 32 | (place & 0xFFFFFFFFL);
    Integer known = numbers.get(key);
    return known != null ? known : add(key, object, kind);
  }

  private int add(long key, int object, Kind kind) {
    int number = keys.size();
    if (number == kinds.length) {
      grow(2 * number);
    }
    numbers.put(key, number);
    keys.add(key);
    ofObject.computeIfAbsent(object, unused -> new ArrayList<>()).add(number);
    kinds[number] = kind;
    initial[number] = object < 0 ? heap.universe().stored.getOrDefault(key, 0L) : 0;
    Boolean stores = heap.universe().usedByInitializers.get(key);
    byInitializer[number] = stores == null ? 0 : stores ? LOOKED | STORED : LOOKED;
    isFinal[number] = isFinalField(object, (int) key);
    shared[number] = !reducing && !isFinal[number];
    written[number] = shared[number];
    return number;
  }

  private boolean isFinalField(int object, int place) {
    return place >= 0
        && place < ThreadLocalModel.FIRST_PLACE
        && !heap.entry(object).type().isArray()
        && !heap.isWords(object)
        && heap.universe().bySlot(place).isFinal();
  }

  private void grow(int size) {
    kinds = Arrays.copyOf(kinds, size);
    initial = Arrays.copyOf(initial, size);
    users = Arrays.copyOf(users, size);
    written = Arrays.copyOf(written, size);
    plain = Arrays.copyOf(plain, size);
    shared = Arrays.copyOf(shared, size);
    isFinal = Arrays.copyOf(isFinal, size);
    tolerated = Arrays.copyOf(tolerated, size);
    byInitializer = Arrays.copyOf(byInitializer, size);
  }

  /** A store before any side begins; what class initializers store is there for all programs. */
  void store(int location, long value, boolean byInitializer) {
    initial[location] = value;
    if (byInitializer && object(location) < 0) {
      heap.universe().stored.put(keys.get(location), value);
    }
  }

  /** A class initializer uses what is not its own, while sides run. */
  void useByInitializer(int location, boolean stores) {
    heap.universe().usedByInitializers.merge(keys.get(location), stores, Boolean::logicalOr);
    byInitializer[location] |= stores ? LOOKED | STORED : LOOKED;
    checkInitializers(location);
  }

  private void checkInitializers(int location) {
    int used = byInitializer[location];
    boolean changes = (used & LOOKED) != 0 && (used & SIDE_STORED) != 0;
    boolean uses = (used & STORED) != 0 && users[location] != 0;
    if (changes || uses) {
      throw Refused.of(
          "%s %s in a class initializer, when sides run that %s it"
              .formatted(
                  uses ? "a store to" : "a load of", nameOf(location), uses ? "use" : "change"),
          "let the code that sets the program up initialize the class");
    }
  }

  /**
   * A side is about to use a location. A volatile access may be seen by others wherever it goes: it
   * orders what comes before and after.
   */
  void use(int location, int side, boolean stores, Mode mode) {
    boolean wasUsed = users[location] != 0;
    users[location] |= 1 << side;
    byInitializer[location] |= stores ? SIDE_STORED : 0;
    if ((byInitializer[location] & LOOKED) != 0) {
      checkInitializers(location);
    }
    boolean wasWritten = written[location];
    written[location] |= stores;
    boolean wasPlain = plain[location];
    plain[location] |= mode == Mode.PLAIN;
    boolean wasShared = shared[location];
    boolean byMany = Integer.bitCount(users[location]) > 1 || mode == Mode.VOLATILE;
    shared[location] |= byMany && written[location];
    learned |=
        wasUsed
            && (wasWritten != written[location]
                || wasShared != shared[location]
                || (shared[location] && wasPlain != plain[location]));
  }

  /** A monitor: shared once two sides use it. */
  void useLock(int location, int side) {
    use(location, side, true, Mode.OPAQUE);
  }

  /** A side goes round until another stores there, whoever that may be. */
  void await(int location) {
    written[location] = true;
    shared[location] = true;
  }

  /** Whether something was found out since the last time that this was asked. */
  boolean hasLearned() {
    boolean has = learned;
    learned = false;
    return has;
  }

  /** Whether nobody stores there after the beginning, so that it is what it was. */
  boolean isConstant(int location) {
    return !written[location];
  }

  /** Whether more than one side uses it: only then can an access be seen by others. */
  public boolean isShared(int location) {
    return shared[location];
  }

  boolean isFinal(int location) {
    return isFinal[location];
  }

  /** Whether it holds a reference. */
  public boolean isReference(int location) {
    return kinds[location] == Kind.REFERENCE;
  }

  Kind kind(int location) {
    return kinds[location];
  }

  /** Whether races on it are meant to be. */
  public boolean isTolerated(int location) {
    if (tolerated[location] == 0) {
      tolerated[location] = (byte) (tolerating.test(patternOf(location)) ? 1 : -1);
    }
    return tolerated[location] > 0;
  }

  @Override
  public long initial(int location) {
    return location < keys.size() ? initial[location] : 0;
  }

  @Override
  public boolean mayRace(int location) {
    return plain[location] && shared[location] && !isTolerated(location);
  }

  @Override
  public int object(int location) {
    return (int) (keys.get(location) >> 32);
  }

  private int place(int location) {
    return (int) (long) keys.get(location);
  }

  /** How many there are. */
  public int count() {
    return keys.size();
  }

  /** The locations of an object that were met. */
  List<Integer> of(int object) {
    return ofObject.getOrDefault(object, List.of());
  }

  /** What a location is called, as {@code queue.head} or {@code buffer[3]}. */
  public String nameOf(int location) {
    String word = words.get(location);
    if (word != null) {
      return word;
    }
    String owner = heap.nameOf(object(location));
    int place = place(location);
    Class<?> type = heap.entry(object(location)).type();
    return switch (place) {
      case MONITOR -> "monitor of " + owner;
      case PERMIT -> "permit of " + owner;
      default -> type.isArray() ? owner + "[" + place + "]" : owner + "." + fieldName(place);
    };
  }

  private String fieldName(int place) {
    return place >= ThreadLocalModel.FIRST_PLACE
        ? "of side " + (place - ThreadLocalModel.FIRST_PLACE)
        : heap.universe().bySlot(place).name();
  }

  /** What all locations of its kind are called: {@code Class.field}, or {@code Class[]}. */
  public String patternOf(int location) {
    int place = place(location);
    Class<?> type = heap.entry(object(location)).type();
    if (place < 0 || words.containsKey(location)) {
      return nameOf(location);
    }
    if (type.isArray()) {
      return heap.nameOf(object(location)).replaceAll("#\\d+", "") + "[]";
    }
    if (place >= ThreadLocalModel.FIRST_PLACE) {
      return "ThreadLocal";
    }
    FieldInfo field = heap.universe().bySlot(place);
    return field.declaring().getSimpleName() + "." + field.name();
  }

  /** What a value that a location holds is called. */
  public String show(int location, long value) {
    if (words.containsKey(location)) {
      return Long.toString(value);
    }
    Kind kind = kinds[location];
    return kind == Kind.REFERENCE ? heap.nameOf((int) value) : String.valueOf(kind.value(value));
  }

  /** How many sides there are. */
  int sides() {
    return sides;
  }
}
