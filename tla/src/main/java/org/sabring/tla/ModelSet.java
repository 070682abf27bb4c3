package org.sabring.tla;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;

/**
 * The models and sweeps of a layer.
 *
 * @param models models of one question each
 * @param sweeps models of many questions each
 */
public record ModelSet(List<Model> models, List<Sweep> sweeps) {

  private static final class File {
    static final ModelSet HOLDS = LawModules.read("weak.json", new TypeReference<ModelSet>() {});
  }

  public ModelSet {
    models = List.copyOf(models);
    sweeps = List.copyOf(sweeps);
  }

  /**
   * What {@code weak.json} holds, in its order: {@code models} as in {@code models.json}, and
   * {@code sweeps}.
   */
  public static ModelSet weak() {
    return File.HOLDS;
  }

  /** The model of that name. */
  public Model model(String name) {
    return models.stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no model " + name));
  }

  /** The sweep of that name. */
  public Sweep sweep(String name) {
    return sweeps.stream()
        .filter(sweep -> sweep.model().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no sweep " + name));
  }
}
