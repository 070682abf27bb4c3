package org.sabring.explore.runtime;

import java.lang.StackWalker.StackFrame;
import java.util.concurrent.Callable;

/**
 * The tracking of class initializers. Each runs once in a world, whichever program comes to it
 * first, and as if it had run before any side began. That is right as long as it minds its own
 * business. If it does not, the world is for no other program; and if sides run, what it reads of
 * others must not change, and what it stores there must not be used.
 */
public final class Initializers {

  private final Heap heap;

  /** How many are running, one within the other. */
  private int depth;

  /** How many times the engine itself does what is to be as if an initializer had. */
  private int trusted;

  /** How many objects initializers had made before the outermost of them. */
  private int before;

  Initializers(Heap heap) {
    this.heap = heap;
  }

  boolean areRunning() {
    return depth + trusted > 0;
  }

  public void enter() {
    if (depth++ == 0) {
      before = heap.universe().objects.count();
    }
  }

  public void exit() {
    depth--;
  }

  /** Runs code as if an initializer did. */
  <T> T trusted(Callable<T> code) throws Exception {
    trusted++;
    try {
      return code.call();
    } finally {
      trusted--;
    }
  }

  /** A class whose initializer has failed is of no use to others, and will not fail again. */
  Throwable meant(Throwable thrown) {
    boolean isAgain = thrown instanceof NoClassDefFoundError;
    if (thrown instanceof ExceptionInInitializerError || isAgain) {
      heap.universe().spoil();
    }
    Refused before = heap.universe().refusal();
    return isAgain && before != null ? before : thrown;
  }

  /**
   * One of them is about to use a location.
   *
   * @param midway whether a side has come to it
   */
  void use(int location, boolean stores, boolean midway) {
    LocationTable locations = heap.locations();
    int object = locations.object(location);
    if (trusted > 0 || locations.isFinal(location) || isOwn(object)) {
      return;
    }
    if (stores || object > 0 || !heap.entry(object).type.isArray()) {
      heap.universe().spoil(); // a switch looks at the constants of an enum, that are an array
    }
    if (midway) {
      locations.useByInitializer(location, stores);
    }
  }

  private boolean isOwn(int object) {
    if (object > 0) {
      return false;
    }
    return heap.entry(object).object instanceof Class<?> type
        ? isBeingInitialized(type)
        : object < -before;
  }

  private static boolean isBeingInitialized(Class<?> type) {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> initializes(frame, type)));
  }

  private static boolean initializes(StackFrame frame, Class<?> type) {
    return frame.getMethodName().equals("<clinit>") && frame.getClassName().equals(type.getName());
  }
}
