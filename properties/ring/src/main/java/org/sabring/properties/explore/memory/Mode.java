package org.sabring.properties.explore.memory;

/** How strong an access is: the access modes of {@link java.lang.invoke.VarHandle}. */
public enum Mode {
  PLAIN,
  OPAQUE,
  ACQUIRE,
  RELEASE,
  VOLATILE;

  boolean acquires() {
    return this == ACQUIRE || this == VOLATILE;
  }

  boolean releases() {
    return this == RELEASE || this == VOLATILE;
  }
}
