package org.sabring.spec.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.MissingLayer;
import org.sabring.spec.check.Workers;

/** The registry of layers: those on the class path, in the order in which they run. */
final class Layers {
  private static final List<String> ORDER =
      List.of(
          "model",
          "proof",
          "weak",
          "conformance",
          "explore",
          "property",
          "race",
          "stream",
          "oracle");

  private final List<Layer> layers;

  /**
   * @param found the layers on the class path, in any order
   * @param expected the names of those that must be among them, or are UNKNOWN
   */
  Layers(Collection<Layer> found, Collection<String> expected) {
    layers = new ArrayList<>(found);
    Set<String> names = new LinkedHashSet<>();
    for (Layer layer : found) {
      if (!names.add(layer.name())) {
        throw new IllegalStateException("two layers are named " + layer.name());
      }
    }
    expected.stream().filter(names::add).map(MissingLayer::new).forEach(layers::add);
    layers.sort(Comparator.comparingInt(Layers::rank).thenComparing(Layer::name));
  }

  /** What the class path brings, held against what the rules name. */
  static Layers installed() {
    List<Layer> found =
        ServiceLoader.load(Layer.class).stream().map(ServiceLoader.Provider::get).toList();
    return new Layers(found, MissingLayer.namedByTheRules());
  }

  private static int rank(Layer layer) {
    int place = ORDER.indexOf(layer.name());
    return place < 0 ? ORDER.size() : place;
  }

  /**
   * The layers that can plant a mistake, with it planted; the others as they are.
   *
   * @param able takes the names of those that can
   */
  Layers planted(Mutant mutant, Set<String> able) {
    return changed(layer -> layer.planted(mutant), able);
  }

  /**
   * The layers that can hand out their work, with it handed out; the others as they are.
   *
   * @param able takes the names of those that can
   */
  Layers on(Workers workers, Set<String> able) {
    return changed(layer -> layer.on(workers), able);
  }

  private Layers changed(Function<Layer, Optional<Layer>> change, Set<String> able) {
    List<Layer> changed = new ArrayList<>();
    for (Layer layer : layers) {
      Optional<Layer> other = change.apply(layer);
      other.ifPresent(one -> able.add(one.name()));
      changed.add(other.orElse(layer));
    }
    return new Layers(changed, List.of());
  }

  List<Layer> all() {
    return layers;
  }

  Set<String> names() {
    return layers.stream().map(Layer::name).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
