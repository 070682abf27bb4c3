package org.sabring.explore.memory;

/** An access mode of {@link java.lang.invoke.VarHandle}. */
public enum Mode {
  PLAIN,
  OPAQUE,
  ACQUIRE,
  RELEASE,
  VOLATILE;

  /** Whether a load in this mode gets to know what the store that it reads hands over. */
  public boolean acquires() {
    return this == ACQUIRE || this == VOLATILE;
  }

  /** Whether a store in this mode hands over what its side knows. */
  public boolean releases() {
    return this == RELEASE || this == VOLATILE;
  }
}
