package org.sabring.properties.explore.shipped;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.world.ExploredCase;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;

/** What the layer explores of the shipped memory. */
public final class ShippedChecks {

  /** They take seconds. */
  private static final Set<ExploredCase> LARGE =
      Set.of(ShippedCases.AS_MANY, ShippedRing.TWO_ELEMENTS);

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

  /** How many checks there are besides the programs. */
  public static int count(Bounds bounds) {
    return refinements(bounds).size() * COMPARED.size() + ShippedControl.values().length;
  }

  /** The refinement, and the mistakes that must be found. */
  public static List<Check> run(Bounds bounds, Progress progress) throws InterruptedException {
    List<Check> checks = new ArrayList<>();
    for (Refinement refinement : refinements(bounds)) {
      for (MemoryModel model : COMPARED) {
        checks.add(refinement.check(model, progress));
      }
    }
    for (ShippedControl control : ShippedControl.values()) {
      progress.begin(control.label());
      Check check = control.check();
      progress.end(check);
      checks.add(check);
    }
    return checks;
  }
}
