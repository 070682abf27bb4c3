package org.sabring.properties.explore.shipped;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.world.ExploredCase;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Tasks;

/** The checks of the shipped memory that the layer explores. */
public final class ShippedChecks {

  /** They take seconds. */
  private static final Set<ExploredCase> LARGE =
      Set.of(
          ShippedCases.AS_MANY,
          ShippedRing.TWO_ELEMENTS,
          ShippedRing.TWO_ELEMENTS.on(ShippedKind.CACHED),
          ShippedRing.TWO_ELEMENTS.on(ShippedKind.CACHED_FENCE),
          ShippedRing.ROUND.on(ShippedKind.CACHED));

  private static final List<MemoryModel> COMPARED = List.of(MemoryModel.SC, MemoryModel.RA);

  private ShippedChecks() {}

  /** Programs, on every memory. */
  public static List<ExploredCase> cases(Bounds bounds) {
    return Stream.<ExploredCase>concat(ShippedCases.all().stream(), ShippedRing.all().stream())
        .filter(one -> bounds != Bounds.QUICK || !LARGE.contains(one))
        .toList();
  }

  private static List<Refinement> refinements(Bounds bounds) {
    List<Refinement> all = new ArrayList<>();
    Refinement three = Refinement.ofThreeSides(1);
    Refinement two = Refinement.ofTwoSides(1);
    all.add(three);
    if (bounds == Bounds.QUICK) {
      all.add(two.every(16));
    } else {
      all.add(two);
      all.add(three.withEarlyParking(1));
      all.add(Refinement.ofInterrupts());
      all.add(
          bounds == Bounds.FULL ? Refinement.ofTwoSides(2) : Refinement.ofTwoSides(2).every(97));
    }
    return all;
  }

  /** Adds the refinement, and the mistakes that must be found. */
  public static void add(Tasks tasks, Bounds bounds) {
    for (Refinement refinement : refinements(bounds)) {
      tasks.add(refinement.label(), COMPARED.size(), () -> checks(refinement));
    }
    for (PlantedEdit planted : planted()) {
      tasks.add(planted.label(), planted::check);
    }
  }

  /** The mistakes that must be found. */
  static List<PlantedEdit> planted() {
    return Stream.concat(
            Stream.of(ShippedControl.values()).map(ShippedControl::planted),
            Stream.of(CachedRingControl.values()).map(CachedRingControl::planted))
        .toList();
  }

  private static List<Check> checks(Refinement refinement) throws InterruptedException {
    List<Check> checks = new ArrayList<>();
    for (MemoryModel model : COMPARED) {
      checks.add(refinement.check(model));
    }
    return checks;
  }
}
