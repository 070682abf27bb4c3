package org.sabring.explore.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The registry of all fields that rewritten code names: what it passes to a hook is a number from
 * here. Any thread; the numbers are the same for every {@code World}.
 */
public final class Fields {

  /** A field as an instruction names it: its owner may be a subclass of the class that has it. */
  record Name(String owner, String name, String descriptor, boolean isStatic) {}

  private static final List<Name> NAMES = new ArrayList<>();
  private static final Map<Name, Integer> IDS = new HashMap<>();

  private Fields() {}

  /** The number of a field. */
  public static synchronized int id(
      String owner, String name, String descriptor, boolean isStatic) {
    return IDS.computeIfAbsent(
        new Name(owner, name, descriptor, isStatic),
        key -> {
          NAMES.add(key);
          return NAMES.size() - 1;
        });
  }

  static synchronized Name name(int id) {
    return NAMES.get(id);
  }
}
