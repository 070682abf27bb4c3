package org.sabring.tla.smt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Interleaving;
import org.sabring.tla.LawModules;
import org.sabring.tla.smt.translate.OutsideFragment;
import org.sabring.tla.smt.translate.Specification;

/** A claim, its obligations, and the ring of each small capacity that it speaks of. */
final class Proof {

  /** The largest ring that is drawn, slot by slot. */
  private static final int LARGEST_DRAWN = 64;

  private final Specification specification;
  private final Argument argument;
  private final List<Group> groups;
  private final Prover prover;
  private final Map<Map<String, Object>, Proof> small = new ConcurrentHashMap<>();
  private final Path folder;

  private Proof(Specification specification, Claim claim, Path folder) {
    this.specification = specification;
    this.argument = new Argument(specification, claim);
    this.groups = argument.groups();
    this.prover = new Prover(folder);
    this.folder = folder;
  }

  /**
   * Reads the law.
   *
   * @param folder where the modules and the questions to the solvers are kept
   * @throws OutsideFragment if the modules say what cannot be translated
   */
  static Proof of(Claim claim, Path folder) {
    Path home = folder.resolve(claim.name());
    Path modules = home.resolve("modules");
    try {
      Files.createDirectories(modules);
      LawModules.copyTo(modules, claim.module());
      return new Proof(Specification.read(modules, claim.module()), claim, home);
    } catch (IOException e) {
      throw new UncheckedIOException(claim.name(), e);
    }
  }

  /** The proof of a claim about a module that has been read. */
  static Proof of(Specification specification, Claim claim, Path folder) {
    return new Proof(specification, claim, folder.resolve(claim.name()));
  }

  Claim claim() {
    return argument.claim();
  }

  Argument argument() {
    return argument;
  }

  List<Group> groups() {
    return groups;
  }

  Prover prover() {
    return prover;
  }

  /** The group of that name; null if there is none. */
  @Nullable Group group(String name) {
    return groups.stream().filter(group -> group.name().equals(name)).findFirst().orElse(null);
  }

  /** The same claim for one capacity: no quantifier is left, and solvers find states. */
  Proof at(int capacity) {
    return with(Map.of(OpenBounds.CAPACITY, capacity));
  }

  /** The same claim for some values of the constants. */
  Proof with(Map<String, Object> constants) {
    return small.computeIfAbsent(
        new TreeMap<>(constants),
        values -> new Proof(specification, claim().with(values), folder.resolve(name(values))));
  }

  private static String name(Map<String, Object> constants) {
    return constants.entrySet().stream()
        .map(each -> each.getKey() + "-" + each.getValue())
        .collect(Collectors.joining(","));
  }

  /** The same claim for its small bounds, the smallest first; itself if it has none. */
  List<Proof> small() {
    List<Proof> all = new ArrayList<>();
    claim().small().forEach(bounds -> all.add(with(bounds)));
    return all.isEmpty() ? List.of(this) : all;
  }

  /** A step that breaks the goal, in a ring as small as can be; null if none is found. */
  @Nullable Interleaving counterexample(String group, String goal) throws InterruptedException {
    for (Proof bounded : small()) {
      Interleaving found = bounded.drawn(group, goal);
      if (found != null) {
        return found;
      }
    }
    if (!claim().symbolic().contains(OpenBounds.CAPACITY)) {
      return null;
    }
    int larger = smallestRing(group, goal);
    return larger <= LARGEST_DRAWN ? at(larger).drawn(group, goal) : null;
  }

  /** The capacity of the smallest ring that breaks the goal; beyond all if none does. */
  private int smallestRing(String name, String goal) {
    int smallest = Integer.MAX_VALUE;
    Group group = group(name);
    if (group != null) {
      for (Goal candidate : group.goals()) {
        if (candidate.name().equals(goal)) {
          try (OpenBounds open = new OpenBounds(group, candidate, OpenBounds.SOON)) {
            smallest = Math.min(smallest, open.smallest().orElse(smallest));
          }
        }
      }
    }
    return smallest;
  }

  private boolean isRefuted(Group group, Goal goal) throws InterruptedException {
    ObligationResult asked = prover.ask(group.with(List.of(goal))).get(0);
    return asked.z3() == Solver.Answer.SAT && !asked.isDisputed();
  }

  private @Nullable Interleaving drawn(String name, String goal) throws InterruptedException {
    Group group = group(name);
    if (group != null) {
      for (Goal candidate : group.goals()) {
        if (candidate.name().equals(goal) && isRefuted(group, candidate)) {
          return Counterexample.draw(argument, group, candidate);
        }
      }
    }
    return null;
  }
}
