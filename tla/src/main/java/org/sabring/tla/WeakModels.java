package org.sabring.tla;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What the layer {@code weak} runs. It is data, in {@code weak.json}: {@code models} as in {@code
 * models.json}, and {@code sweeps}.
 *
 * @param models models of one question each
 * @param sweeps models of many questions each
 */
record WeakModels(List<Model> models, List<Sweep> sweeps) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  WeakModels {
    models = List.copyOf(models);
    sweeps = List.copyOf(sweeps);
  }

  /** All that the file holds, in its order. */
  static WeakModels all() {
    try (InputStream file = Law.open("weak.json")) {
      return JSON.readValue(file, WeakModels.class);
    } catch (IOException e) {
      throw new UncheckedIOException("weak.json", e);
    }
  }

  /** The sweep of that name. */
  Sweep sweep(String name) {
    return sweeps.stream()
        .filter(sweep -> sweep.model().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no sweep " + name));
  }
}
