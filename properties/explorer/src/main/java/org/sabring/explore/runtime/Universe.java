package org.sabring.explore.runtime;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of the classes of one {@code World}: their fields, their VarHandles, and the objects
 * that their initializers made. It outlives an exploration, as loaded classes do.
 */
public final class Universe {

  /** A field as an instruction names it: its owner may be a subclass of the class that has it. */
  private record Name(String owner, String name, boolean isStatic) {}

  private static final List<Name> NAMES = new ArrayList<>();
  private static final Map<Name, Integer> IDS = new HashMap<>();

  private final ClassLoader world;
  private final List<@Nullable FieldInfo> byId = new ArrayList<>();
  private final Map<Field, FieldInfo> byField = new HashMap<>();
  private final List<FieldInfo> bySlot = new ArrayList<>();
  private final IdentityHashMap<VarHandle, Optional<FieldInfo>> handles = new IdentityHashMap<>();

  /** The objects that class initializers made, and constants: their numbers are negative. */
  final ObjectTable objects = new ObjectTable(-1);

  /** What class initializers stored. */
  final Map<Long, Long> stored = new HashMap<>();

  /** What initializers have used of others while sides ran: the keys, and whether they stored. */
  final Map<Long, Boolean> usedByInitializers = new HashMap<>();

  private boolean spoilt;
  private @Nullable Refused refusal;

  public Universe(ClassLoader world) {
    this.world = world;
  }

  /** The number of a field, for code that names it: it is the same in every world. */
  public static synchronized int id(String owner, String name, boolean isStatic) {
    return IDS.computeIfAbsent(
        new Name(owner, name, isStatic),
        key -> {
          NAMES.add(key);
          return NAMES.size() - 1;
        });
  }

  private static synchronized Name name(int id) {
    return NAMES.get(id);
  }

  ClassLoader world() {
    return world;
  }

  /** Whether its classes hold what only one program can have put there. */
  public boolean isSpoilt() {
    return spoilt;
  }

  void spoil() {
    spoilt = true;
  }

  /** Code was left in the middle, maybe in that of a class initializer. */
  void refuse(Refused why) {
    refusal = why;
    spoilt = true;
  }

  @Nullable Refused refusal() {
    return refusal;
  }

  public FieldInfo field(int id) {
    while (byId.size() <= id) {
      byId.add(null);
    }
    FieldInfo known = byId.get(id);
    if (known == null) {
      known = resolve(name(id));
      byId.set(id, known);
    }
    return known;
  }

  private FieldInfo resolve(Name name) {
    try {
      Class<?> owner = Class.forName(name.owner().replace('/', '.'), false, world);
      Field field = find(owner, name.name());
      if (name.isStatic()) {
        Class.forName(field.getDeclaringClass().getName(), true, world);
      }
      return info(field);
    } catch (ClassNotFoundException e) {
      throw new NoClassDefFoundError(name.owner());
    }
  }

  /** The field of that name that a class or one of those it inherits from has. */
  public static Field find(Class<?> owner, String name) {
    Field field = search(owner, name);
    if (field == null) {
      throw new NoSuchFieldError(owner.getName() + "." + name);
    }
    return field;
  }

  private static @Nullable Field search(Class<?> owner, String name) {
    for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
      for (Class<?> above : c.getInterfaces()) {
        Field field = search(above, name);
        if (field != null) {
          return field;
        }
      }
    }
    return null;
  }

  public FieldInfo info(Field field) {
    return byField.computeIfAbsent(
        field,
        key -> {
          FieldInfo made = FieldInfo.of(key, bySlot.size());
          bySlot.add(made);
          return made;
        });
  }

  public FieldInfo bySlot(int slot) {
    return bySlot.get(slot);
  }

  /** Remembers what a VarHandle leads to: a field, or null for the elements of arrays. */
  public VarHandle know(VarHandle handle, @Nullable Field field) {
    handles.put(handle, Optional.ofNullable(field).map(this::info));
    return handle;
  }

  /** What a VarHandle leads to; null for the elements of arrays. */
  public @Nullable FieldInfo fieldOf(VarHandle handle) {
    Optional<FieldInfo> known = handles.get(handle);
    if (known == null) {
      throw Refused.of(
          "a VarHandle that was not made by the code under test: " + handle,
          "look it up in a class that is rewritten too");
    }
    return known.orElse(null);
  }
}
