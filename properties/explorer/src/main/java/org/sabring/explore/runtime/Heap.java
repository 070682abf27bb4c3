package org.sabring.explore.runtime;

import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.ObjectTable.Birth;
import org.sabring.explore.runtime.ObjectTable.Entry;

/**
 * The heap of one program: the objects and locations that its sides can share. What they hold is
 * not here, but in the memory; here is who they are.
 */
public final class Heap {

  private final Universe universe;
  private final ObjectTable objects = new ObjectTable(1);
  private final LocationTable locations;
  private final Thread[] threads;
  private final Map<Class<?>, Integer> countOfType = new HashMap<>();

  public Heap(Universe universe, int sides) {
    this.universe = universe;
    this.locations = new LocationTable(this, sides);
    threads = new Thread[sides + 1];
    for (int side = 0; side <= sides; side++) {
      threads[side] = new Thread("side " + side);
      objects.addPermanent(threads[side], 0);
    }
  }

  public LocationTable locations() {
    return locations;
  }

  public Universe universe() {
    return universe;
  }

  /** The thread of a side; the last is that of what comes before and after all sides. */
  public Thread thread(int side) {
    return threads[side];
  }

  public int sideOf(Thread thread) {
    for (int side = 0; side < threads.length; side++) {
      if (threads[side] == thread) {
        return side;
      }
    }
    throw Refused.of("thread " + thread.getName(), "use the threads of the sides alone");
  }

  Entry entry(int id) {
    return id > 0 ? objects.entry(id) : universe.objects.entry(id);
  }

  /** Whether it is the same object in every run. */
  boolean isPermanent(int id) {
    return entry(id).object != null;
  }

  /** The number of an object that is the same for all sides; null if it has none yet. */
  @Nullable Integer known(Object object) {
    Integer id = objects.permanent(object);
    return id != null ? id : universe.objects.permanent(object);
  }

  /** What stands for the words of a program. */
  int words() {
    return constant(Words.class);
  }

  boolean isWords(int id) {
    return entry(id).object == Words.class;
  }

  /**
   * What a compare-and-set expects is compared by identity. A value that has been made anew is
   * never what is there, but here values are what they are.
   */
  public void checkExpected(@Nullable Object value) {
    if (!(value instanceof String || value instanceof Number) || !Constants.isConstant(value)) {
      return;
    }
    if (!Constants.isTheOnlyOne(value) && !isKnown(value)) {
      throw Refused.of(
          "a compare-and-set that expects a new %s %s"
              .formatted(value.getClass().getSimpleName(), value),
          "expect the object that was read there: others are not the same, though they are equal");
    }
  }

  @SuppressWarnings("ReferenceEquality") // that is the question
  private boolean isKnown(Object value) {
    return entry(constant(value)).object == value;
  }

  int constant(Object value) {
    return universe.objects.constant(value);
  }

  /** An object that is made before any side begins, or by a class initializer. */
  int addPermanent(Object object, boolean byInitializer) {
    if (!Constants.isUnchanging(object)) {
      check(object);
    }
    ObjectTable table = byInitializer ? universe.objects : objects;
    int id = table.addPermanent(object, lengthOf(object));
    table.entry(id).label = name(object.getClass());
    return id;
  }

  int addBorn(int side, int call, int place, Object object) {
    check(object);
    Class<?> type = object.getClass();
    boolean again = type.isArray() || isOfWorld(type) || type == Object.class;
    int id =
        objects.born(new Birth(side, call, place, type, lengthOf(object)), again ? null : object);
    Entry entry = entry(id);
    entry.label = entry.label.isEmpty() ? name(type) : entry.label;
    return id;
  }

  private static int lengthOf(Object object) {
    return object.getClass().isArray() ? Array.getLength(object) : 0;
  }

  private String name(Class<?> type) {
    int count = countOfType.merge(type, 1, Integer::sum);
    String simple = type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
    String shown = simple.substring(simple.lastIndexOf('.') + 1);
    return count == 1 ? shown : shown + "#" + count;
  }

  public boolean isOfWorld(Class<?> type) {
    return type.getClassLoader() == universe.world();
  }

  /** Whether all that an object holds is in the memory. */
  public boolean isFollowed(Object object) {
    Class<?> type = object.getClass();
    return type.isArray()
        || type == Object.class
        || isOfWorld(type)
        || object instanceof Enum
        || object instanceof Thread
        || type.getName().startsWith("org.sabring.explore.");
  }

  /** Objects of classes that are not rewritten hold state that nobody would see. */
  private void check(Object object) {
    if (!isFollowed(object) && !(object instanceof Throwable)) {
      throw Refused.of(
          "a " + object.getClass().getName() + " in shared memory",
          "its state is not seen: use a class that is rewritten, or an immutable value");
    }
  }

  /** What an object is called in texts. */
  public String nameOf(int id) {
    if (id == 0) {
      return "null";
    }
    Entry entry = entry(id);
    Object constant = entry.object;
    if (constant != null && Constants.isConstant(constant)) {
      return constant instanceof String
          ? "\"" + constant + "\""
          : constant instanceof Class<?> type ? type.getSimpleName() : constant.toString();
    }
    if (constant instanceof Enum<?> one) {
      return one.name();
    }
    return entry.label.isEmpty() ? entry.type.getSimpleName() + "#" + id : entry.label;
  }

  /** An array is called after the first field that holds it. */
  public void heldBy(int location, int id) {
    Entry entry = entry(id);
    boolean isUnnamed = entry.label.isEmpty() || entry.label.contains("[]");
    if (id > 0 && entry.type.isArray() && isUnnamed) {
      entry.label = locations.nameOf(location);
    }
  }

  /** An object of no run in particular: its fields are in the memory. */
  Object shell(Entry entry) {
    if (entry.object != null) {
      return entry.object;
    }
    if (entry.type.isArray()) {
      return Array.newInstance(entry.type.getComponentType(), entry.length);
    }
    return Shells.allocate(entry.type);
  }
}
