package org.sabring.memory;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * One set of waiter lists for each memory, however many wrappers it has. Keeps neither memory nor
 * lists alive.
 */
final class WaiterRegistry {

  /** By the array itself: arrays are equal when they are the same. */
  private static final Map<Object, WaiterLists> ARRAYS = new WeakHashMap<>();

  /**
   * By the file's key. A system gives the key to another file only once nothing maps this one, and
   * then no wrapper holds the lists any more.
   */
  private static final Map<Object, WeakReference<WaiterLists>> FILES = new HashMap<>();

  private WaiterRegistry() {}

  static synchronized WaiterLists of(int[] words) {
    return ARRAYS.computeIfAbsent(words, key -> new WaiterLists(WaitStrategy.LOCK));
  }

  static synchronized WaiterLists of(int[] words, WaitStrategy strategy) {
    return checked(ARRAYS.computeIfAbsent(words, key -> new WaiterLists(strategy)), strategy);
  }

  static synchronized WaiterLists of(Path file, WaitStrategy strategy) throws IOException {
    FILES.values().removeIf(lists -> lists.refersTo(null));
    Object fileKey = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    Object key = fileKey != null ? fileKey : file.toRealPath();
    WeakReference<WaiterLists> known = FILES.get(key);
    WaiterLists lists = known != null ? known.get() : null;
    if (lists == null) {
      lists = new WaiterLists(strategy);
      FILES.put(key, new WeakReference<>(lists));
    }
    return checked(lists, strategy);
  }

  /** One memory has one strategy: a notifier must know what its waiters rely on. */
  private static WaiterLists checked(WaiterLists lists, WaitStrategy strategy) {
    if (lists.strategy() != strategy.here()) {
      throw new IllegalStateException(
          "wait strategy=" + strategy.here() + ", expected " + lists.strategy());
    }
    return lists;
  }
}
