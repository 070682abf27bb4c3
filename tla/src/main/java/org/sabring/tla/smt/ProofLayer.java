package org.sabring.tla.smt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Table;
import org.sabring.spec.check.Tasks;

/**
 * The layer {@code proof}: the invariant of the ring and all that follows from it, from the text of
 * the law, for every capacity and any number of elements.
 */
public final class ProofLayer implements Layer {

  private final List<Claim> claims;
  private final Path folder;

  /** All claims; what the solvers are asked lies below {@code target/proof} of the repository. */
  public ProofLayer() {
    this(Claim.all(), Path.of(System.getProperty("sabring.root", "."), "target", "proof"));
  }

  ProofLayer(List<Claim> claims, Path folder) {
    this.claims = List.copyOf(claims);
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public String name() {
    return "proof";
  }

  @Override
  public String promise() {
    return "SMTInterpol and Z3 prove, from the text of the law, an invariant that every action"
        + " keeps, what follows from it, and by a ranking what comes if the sides are fair: for every"
        + " capacity and any number of elements. Cannot see weak memory, or Java.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    List<ProofPlan> plans = new ArrayList<>();
    Tasks tasks = new Tasks();
    for (Claim claim : claims) {
      if (claim.effort().compareTo(bounds) <= 0) {
        plan(claim, bounds, plans, tasks);
      }
    }
    List<Check> checks = tasks.run(progress);
    List<Table> tables = new ArrayList<>();
    for (ProofPlan plan : plans) {
      tables.addAll(plan.tables());
    }
    return new Evidence(checks, tables);
  }

  /** What the claims of a run hold for. */
  public static List<Map<String, String>> scopes(Bounds bounds) {
    return Claim.all().stream()
        .filter(claim -> claim.effort().compareTo(bounds) <= 0)
        .map(Claim::scope)
        .toList();
  }

  /** What there is to do; a law that cannot be read or translated is UNKNOWN, and says why. */
  private void plan(Claim claim, Bounds bounds, List<ProofPlan> plans, Tasks tasks) {
    try {
      ProofPlan plan = new ProofPlan(Proof.of(claim, folder), bounds, folder);
      plans.add(plan);
      plan.addTo(tasks);
    } catch (RuntimeException e) {
      tasks.add(claim.name(), () -> Check.unknown(claim.name(), e.toString()));
    }
  }
}
