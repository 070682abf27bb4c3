package org.sabring.tla.smt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Table;
import org.sabring.spec.check.Tasks;
import org.sabring.tla.smt.translate.DataIndependence;

/** The plan of a proof: all there is to check of a claim, each check under its name. */
final class ProofPlan {

  /** How many mutants there is time for in a quick run. */
  private static final int QUICK_MUTANTS = 2;

  private final Proof proof;
  private final Bounds bounds;
  private final Path folder;
  private final Map<String, FutureTask<List<ObligationResult>>> verdicts = new LinkedHashMap<>();

  ProofPlan(Proof proof, Bounds bounds, Path folder) {
    this.proof = proof;
    this.bounds = bounds;
    this.folder = folder;
    for (Group group : proof.groups()) {
      verdicts.put(group.name(), new FutureTask<>(() -> proof.prover().prove(group)));
    }
  }

  /** Adds what is to be done. The longest begins first. */
  void addTo(Tasks tasks) {
    Claim claim = proof.claim();
    ProofJudge judge = new ProofJudge(proof);
    for (Group group : proof.groups()) {
      String name = claim.name() + ": " + group.name();
      tasks.add(name, () -> judge.group(name, group, verdicts(group.name())));
    }
    for (String promise : promises()) {
      String name = claim.name() + ": " + promise;
      tasks.add(name, () -> judge.promise(name, promise, all()));
    }
    Controls controls = new Controls(proof, folder);
    boolean quick = bounds == Bounds.QUICK;
    List<String> mutants = claim.controls();
    Map<String, FutureTask<Check>> planted = new LinkedHashMap<>();
    for (String mutant :
        quick ? mutants.subList(0, Math.min(QUICK_MUTANTS, mutants.size())) : mutants) {
      FutureTask<Check> task = new FutureTask<>(() -> controls.mutant(mutant));
      planted.put(mutant, task);
      tasks.add(mutant, () -> done(task));
    }
    if (!planted.isEmpty()) {
      String name = claim.name() + ": mutants with the bounds open";
      tasks.add(
          name,
          () -> {
            List<Check> checks = new ArrayList<>();
            for (FutureTask<Check> task : planted.values()) {
              checks.add(done(task));
            }
            return controls.open(name, checks);
          });
    }
    List<String> redundant = claim.redundant();
    // A claim of the default effort has the invariant of a quick one, of which it is asked already.
    boolean asked = bounds == Bounds.FULL || (!quick && claim.effort() == Bounds.QUICK);
    if (asked && redundant != null) {
      String name = claim.name() + ": needs each conjunct";
      tasks.add(name, 1, 1, () -> List.of(controls.necessity(name, redundant)));
    }
    DataIndependence.Elements elements = claim.elements();
    if (elements != null) {
      tasks.add("elements are only copied", () -> controls.copies(elements));
      tasks.add(elements.module(), () -> controls.looks(elements));
    }
  }

  private Set<String> promises() {
    Set<String> promises = new LinkedHashSet<>(proof.claim().promises());
    promises.addAll(proof.claim().properties());
    proof.claim().rankings().forEach(ranking -> promises.add(ranking.property()));
    return promises;
  }

  private List<ObligationResult> verdicts(String group)
      throws InterruptedException, ExecutionException {
    FutureTask<List<ObligationResult>> task = verdicts.get(group);
    if (task == null) {
      throw new IllegalArgumentException(group);
    }
    return done(task);
  }

  /** Whoever asks first does the work. */
  private static <T> T done(FutureTask<T> task) throws InterruptedException, ExecutionException {
    task.run();
    return task.get();
  }

  private List<ObligationResult> all() throws InterruptedException, ExecutionException {
    List<ObligationResult> all = new ArrayList<>();
    for (String group : verdicts.keySet()) {
      all.addAll(verdicts(group));
    }
    return all;
  }

  /** The obligations in two tables: by goal, and by action. Only after all tasks are done. */
  List<Table> tables() throws InterruptedException {
    try {
      return List.of(Obligations.byGoal(proof, all()), Obligations.byGroup(proof, all()));
    } catch (ExecutionException e) {
      return List.of();
    }
  }
}
