package org.sabring.explore.monitor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Persistent updates of immutable collections, and closures under a function. */
final class PersistentCollections {

  private PersistentCollections() {}

  static <T> List<T> with(List<T> list, int index, T element) {
    List<T> more = new ArrayList<>(list);
    more.set(index, element);
    return List.copyOf(more);
  }

  static <T> List<T> and(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> more = new HashMap<>(map);
    more.put(key, value);
    return Map.copyOf(more);
  }

  static <K, V> Map<K, V> without(Map<K, V> map, K key) {
    Map<K, V> fewer = new HashMap<>(map);
    fewer.remove(key);
    return Map.copyOf(fewer);
  }

  static <T> Set<T> and(Set<T> set, T element) {
    Set<T> more = new HashSet<>(set);
    more.add(element);
    return Set.copyOf(more);
  }

  /** These, and all that comes of them. */
  static <T> Set<T> closure(Set<T> some, Function<T, ? extends Collection<T>> next) {
    Set<T> all = new HashSet<>(some);
    Deque<T> todo = new ArrayDeque<>(some);
    while (!todo.isEmpty()) {
      next.apply(todo.remove()).stream().filter(all::add).forEach(todo::add);
    }
    return all;
  }
}
