package org.sabring.spec.event;

import org.sabring.spec.law.Labelled;

/** The memory order of an access, as Java names it; a recording need not tell it. */
public enum AccessMode implements Labelled {
  PLAIN,
  OPAQUE,
  ACQUIRE,
  RELEASE,
  VOLATILE,
  /** The recording does not say: no race is judged by it. */
  UNKNOWN;

  /** Whether a load of this mode orders what follows it after what the store had behind it. */
  public boolean acquires() {
    return this == ACQUIRE || this == VOLATILE || this == UNKNOWN;
  }

  /** Whether a store of this mode orders what came before it before whoever acquires it. */
  public boolean releases() {
    return this == RELEASE || this == VOLATILE || this == UNKNOWN;
  }
}
