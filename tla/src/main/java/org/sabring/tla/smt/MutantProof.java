package org.sabring.tla.smt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sabring.spec.law.Rule;
import org.sabring.tla.LawModules;
import org.sabring.tla.Model;
import org.sabring.tla.smt.translate.Specification;

/**
 * A mutant of the law, of which the same claim must not be provable. It is taken from the model by
 * which TLC refutes it. What it has in common with the law need not be proved again.
 *
 * @param model the model
 * @param open the claim with the bounds left open, as it is proved of the law
 * @param proof the claim at the bounds of the model, where both solvers refute
 * @param law the law at those bounds
 */
record MutantProof(Model model, Proof open, Proof proof, Proof law) {

  /** Reads the mutant of a model that must fail. */
  static MutantProof of(String name, Proof law, Path folder) {
    Model model = Model.named(name);
    Claim claim = law.claim();
    Set<String> promises = new LinkedHashSet<>(claim.promises());
    promises.addAll(model.invariants());
    Set<String> properties = new LinkedHashSet<>(claim.properties());
    properties.addAll(model.properties());
    claim.rankings().forEach(ranking -> properties.remove(ranking.property()));
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Map.Entry<String, Object> constant : claim.constants().entrySet()) {
      if (!(constant.getValue() instanceof Number)) { // of a number the larger one is proved
        constants.put(constant.getKey(), value(model, constant.getKey()));
      }
    }
    Claim other =
        claim.with(constants).of(name, model, List.copyOf(promises), List.copyOf(properties));
    Path modules = folder.resolve(name).resolve("modules");
    try {
      Files.createDirectories(modules);
      LawModules.copyTo(modules, model.module());
      LawModules.copyTo(modules, claim.module());
      String both =
          "---- MODULE %s ----\nEXTENDS %s, %s\n====\n"
              .formatted(other.module(), model.module(), claim.module());
      Files.writeString(modules.resolve(other.module() + ".tla"), both);
      Specification read = Specification.read(modules, other.module());
      Proof open = Proof.of(read, other, folder);
      Map<String, Object> sizes = new LinkedHashMap<>();
      claim.sizes().forEach(size -> sizes.put(size, value(model, size)));
      constants.putAll(sizes);
      return new MutantProof(model, open, open.with(sizes), law.with(constants));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static Object value(Model model, String constant) {
    Object value = model.constants().get(constant);
    if (value == null) {
      throw new IllegalArgumentException(model.name() + ": no value for " + constant);
    }
    return value;
  }

  /** The rules that it breaks, whichever model of the same mistake shows it. */
  List<Rule> breaks() {
    if (model.replace().isEmpty()) {
      return model.breaks();
    }
    return Model.all().stream()
        .filter(other -> other.module().equals(model.module()) && other.isControl())
        .filter(other -> other.replace().equals(model.replace()))
        .filter(other -> other.specification().equals(model.specification()))
        .flatMap(other -> other.breaks().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** The obligations that fail, as both solvers say. */
  List<ObligationResult> broken() throws InterruptedException {
    List<ObligationResult> broken = new ArrayList<>();
    for (Group group : proof.groups()) {
      List<Goal> refuted = proof.prover().refutedByZ3(group.with(others(group)));
      if (!refuted.isEmpty()) {
        proof.prover().prove(group.with(refuted)).stream()
            .filter(ObligationResult::isRefuted)
            .forEach(broken::add);
      }
    }
    return broken;
  }

  /** What Z3 says of each of those obligations with the bounds left open. */
  List<Solver.Answer> open(List<ObligationResult> broken) {
    List<Solver.Answer> soon = open(broken, OpenBounds.SOON);
    return soon.contains(Solver.Answer.SAT) ? soon : open(broken, SmtScript.MILLISECONDS);
  }

  private List<Solver.Answer> open(List<ObligationResult> broken, int milliseconds) {
    List<Solver.Answer> answers = new ArrayList<>();
    for (ObligationResult one : broken) {
      Group group = Objects.requireNonNull(open.group(one.group()));
      for (Goal goal : group.goals()) {
        if (goal.name().equals(one.goal().name()) && goal.kind() == one.goal().kind()) {
          try (OpenBounds asked = new OpenBounds(group, goal, milliseconds)) {
            answers.add(asked.answer());
          }
        }
      }
    }
    return answers;
  }

  /** The goals that the law does not have to reach from the same hypotheses. */
  private List<Goal> others(Group group) {
    Group same = law.group(group.name());
    return same != null && same.hypotheses().equals(group.hypotheses())
        ? group.goals().stream().filter(goal -> !same.goals().contains(goal)).toList()
        : group.goals();
  }
}
