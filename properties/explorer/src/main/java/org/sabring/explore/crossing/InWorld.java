package org.sabring.explore.crossing;

/** Code that is named and not written out: it is found in the world of rewritten classes. */
public interface InWorld<T> {

  /** The code, inside. */
  T in(Crossing crossing) throws ReflectiveOperationException;

  /** The class loader that finds it, outside. */
  ClassLoader classPath();
}
