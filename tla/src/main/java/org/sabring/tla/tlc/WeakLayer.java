package org.sabring.tla.tlc;

import java.nio.file.Path;
import java.util.List;
import org.sabring.spec.catalog.Column;
import org.sabring.tla.ModelSet;

/**
 * The layer {@code weak}: TLC explores the ring on memories that are not sequentially consistent,
 * and the memories themselves on litmus programs.
 */
public final class WeakLayer extends TlcLayer {

  /** All of {@code weak.json}; TLC works below {@code target/tlc} of the repository. */
  public WeakLayer() {
    this(ModelSet.weak(), target());
  }

  WeakLayer(ModelSet models, Path folder) {
    super(models, List.of(Column.WEAK_TSO, Column.WEAK_RA), folder);
  }

  @Override
  public String name() {
    return "weak";
  }

  @Override
  public String promise() {
    return "TLC explores the protocol on store buffers and on release/acquire memory: which access"
        + " modes suffice, and that none can go. Cannot see load buffering, or Java.";
  }
}
