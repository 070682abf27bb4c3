package org.sabring.properties.sample;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import org.sabring.properties.sample.Call.Kind;

/** The calls that move a cursor of a ring that is empty, or full, for the other side. */
public final class Moves implements ArbitrarySupplier<Kind> {

  @Override
  public Arbitrary<Kind> get() {
    return Arbitraries.of(Kind.OFFER, Kind.CLOSE, Kind.POLL, Kind.CANCEL);
  }
}
