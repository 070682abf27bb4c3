package org.sabring.properties.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.spec.law.Rule;

/** A program that the layer explores. */
public interface ExploredCase {

  /** In the verdict. */
  String name();

  /** As the explorer runs it. */
  Program explored();

  /** What it promises on a memory. */
  Monitor monitor(MemoryModel model);

  /** What else may happen. */
  Options options();

  /** The rules that it puts to the test on a memory. */
  Set<Rule> rules(MemoryModel model);

  /** What the sides do, for people. */
  String says();

  /** How many slots the ring has; empty where there is no ring. */
  default OptionalInt slots() {
    return OptionalInt.empty();
  }

  /** What is explored on a memory. */
  default Map<String, String> scope(MemoryModel model) {
    Map<String, String> scope = new LinkedHashMap<>();
    scope.put("memory", model.toString());
    slots().ifPresent(slots -> scope.put("capacity", Integer.toString(slots)));
    return scope;
  }

  /** Whether a part of the program is held to the same, so that the smallest one can be told. */
  default boolean isDivisible() {
    return true;
  }
}
