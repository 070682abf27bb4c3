package org.sabring.tla.tlc;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Workers;
import org.sabring.tla.Model;
import org.sabring.tla.ModelSet;

/** The layer {@code model}: TLC explores every state of every model in {@code models.json}. */
public final class ModelLayer extends TlcLayer {

  /** All models; TLC works below {@code target/tlc} of the repository. */
  public ModelLayer() {
    this(Model.all(), target());
  }

  /**
   * These models alone.
   *
   * @param folder where TLC works
   */
  public ModelLayer(List<Model> models, Path folder) {
    super(new ModelSet(models, List.of()), List.of(Column.MODEL), folder);
  }

  @Override
  public String name() {
    return "model";
  }

  @Override
  public String promise() {
    return "TLC explores every state of each model of the law: safety, refinement of the bounded"
        + " FIFO, liveness, and what waiting promises. Cannot see capacities beyond the bound, the ring on"
        + " weak memory, or Java.";
  }

  /** The models that are for several machines, on those. */
  @Override
  public Optional<Layer> on(Workers workers) {
    return Optional.of(new DistributedLayer(this, workers));
  }
}
