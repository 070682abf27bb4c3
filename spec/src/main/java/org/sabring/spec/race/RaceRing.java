package org.sabring.spec.race;

import java.io.Serializable;

/**
 * A ring on which a race is run.
 *
 * @param name the ring's, in this race
 * @param mutant the mutant of the catalogue that is planted under it; empty for none
 * @param role what it is run for
 */
public record RaceRing(String name, String mutant, Role role) implements Serializable {

  /** What a ring is run for. */
  public enum Role {
    /** The ring as shipped: nothing may be seen that release/acquire memory does not allow. */
    SHIPPED,
    /** A mistake that any machine shows: it must be seen. */
    CONTROL,
    /** Weaker accesses, which a machine need not honour: what it makes of them is luck. */
    WEAKENED
  }

  /** The ring as shipped. */
  public static final RaceRing SHIPPED = new RaceRing("Shipped", "", Role.SHIPPED);

  @Override
  public String toString() {
    return name;
  }
}
