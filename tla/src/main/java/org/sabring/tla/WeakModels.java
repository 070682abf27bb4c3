package org.sabring.tla;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;

/**
 * What the layer {@code weak} runs. It is data, in {@code weak.json}: {@code models} as in {@code
 * models.json}, and {@code sweeps}.
 *
 * @param models models of one question each
 * @param sweeps models of many questions each
 */
public record WeakModels(List<Model> models, List<Sweep> sweeps) {

  private static final class File {
    static final WeakModels HOLDS =
        LawModules.read("weak.json", new TypeReference<WeakModels>() {});
  }

  public WeakModels {
    models = List.copyOf(models);
    sweeps = List.copyOf(sweeps);
  }

  /** All that the file holds, in its order. */
  public static WeakModels all() {
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
