package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names for people, of what is told apart by its place in a list. */
public final class Names {

  private Names() {}

  /** The same names, but each only once: the second {@code Set} is {@code Set-2}. */
  public static List<String> distinct(List<String> names) {
    Set<String> taken = new HashSet<>(names);
    Set<String> seen = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      String free = name;
      for (int i = 2; !seen.add(free); i++) {
        String numbered = name + "-" + i;
        free = taken.contains(numbered) ? free : numbered;
      }
      distinct.add(free);
    }
    return distinct;
  }
}
