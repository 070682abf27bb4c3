package org.sabring.explore.memory;

/**
 * A fence of {@link java.lang.invoke.VarHandle}.
 *
 * <p>Two are stronger here than in Java, a listed deviation: {@code LOAD_LOAD} acts as {@code
 * ACQUIRE}, so it keeps later stores behind earlier loads as well, and {@code STORE_STORE} acts as
 * {@code RELEASE}, so it keeps earlier loads before later stores.
 */
public enum Fence {
  ACQUIRE,
  RELEASE,
  LOAD_LOAD,
  STORE_STORE,
  FULL
}
