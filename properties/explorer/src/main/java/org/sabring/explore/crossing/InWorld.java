package org.sabring.explore.crossing;

/** A named piece of code, which is looked up in the world of rewritten classes. */
public interface InWorld<T> {

  /** The code, inside. */
  T in(Crossing crossing) throws ReflectiveOperationException;

  /** The class loader that finds it, outside. */
  ClassLoader classPath();
}
