package org.sabring.explore.runtime;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Mode;

/**
 * The object identities of one run: the numbers of those that it makes, and an object for each
 * number that it meets. All numbers of objects, and of their locations, are given out here.
 */
public final class Identities {

  private final Execution execution;
  private final Heap heap;
  private final int side;
  private final int call;
  private final IdentityHashMap<Object, Integer> ids = new IdentityHashMap<>();
  private final Map<Integer, Object> objects = new HashMap<>();
  private final List<Integer> born = new ArrayList<>();
  private boolean escaped;

  /**
   * None yet.
   *
   * @param call tells its objects from those of other calls of the side
   */
  Identities(Execution execution, int side, int call) {
    this.execution = execution;
    this.heap = execution.heap();
    this.side = side;
    this.call = call;
  }

  private @Nullable Integer known(Object object) {
    Integer id = ids.get(object);
    return id != null ? id : heap.known(object);
  }

  public int idOf(@Nullable Object object) {
    if (object == null) {
      return 0;
    }
    Integer known = known(object);
    if (known != null) {
      return known;
    }
    if (Constants.isConstant(object)) {
      return heap.constant(object);
    }
    boolean isEnum = object instanceof Enum;
    int id =
        execution.isDirect() || isEnum
            ? heap.addPermanent(object, isEnum || execution.initializers().areRunning())
            : add(object);
    if (object.getClass().isArray()) {
      arrived(object, id);
    }
    return id;
  }

  private int add(Object object) {
    int id = heap.addBorn(side, call, born.size(), object);
    born.add(id);
    ids.put(object, id);
    objects.put(id, object);
    return id;
  }

  /** An array that is met for the first time holds what code that is not rewritten put there. */
  private void arrived(Object array, int id) {
    ValueKind kind = ValueKind.ofElements(array);
    for (int i = 0; i < Array.getLength(array); i++) {
      Object value = Array.get(array, i);
      if (value != null && (kind == ValueKind.REFERENCE || kind.number(value) != 0)) {
        int location = heap.locations().of(id, i, kind);
        execution.memory().store(Mode.PLAIN, location, number(kind, value));
      }
    }
  }

  public @Nullable Object objectOf(long number) {
    if (number == 0) {
      return null;
    }
    int id = (int) number;
    Object object = objects.get(id);
    if (object == null) {
      ObjectTable.Entry entry = heap.entry(id);
      object = heap.shell(entry);
      if (entry.object == null || heap.known(object) == null) {
        objects.put(id, object);
        ids.put(object, id);
      }
    }
    return object;
  }

  /** A value as what a location holds of it. */
  public long number(ValueKind kind, @Nullable Object value) {
    return kind == ValueKind.REFERENCE ? idOf(value) : kind.number(Objects.requireNonNull(value));
  }

  /** The value of which a location holds that. */
  public @Nullable Object value(ValueKind kind, long number) {
    return kind == ValueKind.REFERENCE ? objectOf(number) : kind.value(number);
  }

  public int locationOf(Object owner, int place, ValueKind kind) {
    return heap.locations().of(idOf(owner), place, kind);
  }

  /** That of a field; who owns a static one is of no meaning. */
  public int locationOf(@Nullable Object owner, FieldInfo field) {
    Object holder = field.isStatic() ? field.declaring() : owner;
    return locationOf(Objects.requireNonNull(holder, field.name()), field.slot(), field.kind());
  }

  /** Whether all that an object holds is in the memory. */
  boolean isFollowed(Object object) {
    return Constants.isConstant(object) || known(object) != null || heap.isFollowed(object);
  }

  /** How many objects the run has made. */
  int count() {
    return born.size();
  }

  /** A reference is about to be stored: others may reach it, if the owner is not new as well. */
  void stored(long reference, int owner) {
    escaped |= born.contains((int) reference) && !born.contains(owner);
  }

  /** Whether others may reach an object that the run has made. */
  boolean haveEscaped() {
    return escaped;
  }

  /** The locations of all objects that the run has made. */
  List<Integer> locations() {
    return born.stream().flatMap(id -> heap.locations().of(id).stream()).toList();
  }
}
