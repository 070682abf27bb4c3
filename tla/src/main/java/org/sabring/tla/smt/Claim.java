package org.sabring.tla.smt;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Bounds;
import org.sabring.tla.LawModules;
import org.sabring.tla.Model;
import org.sabring.tla.ModelScope;
import org.sabring.tla.smt.translate.DataIndependence.Elements;
import org.sabring.tla.smt.translate.Sort;
import org.sabring.tla.smt.translate.Term.Numeral;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Term.Symbol.Role;
import org.sabring.tla.smt.translate.Term.Text;
import org.sabring.tla.smt.translate.Value;
import org.sabring.tla.smt.translate.Value.Scalar;

/**
 * A claim: a module, its inductive invariant, and what is to be proved of it. The claims are data,
 * in {@code proof.json}.
 *
 * @param name unique
 * @param module the module that states the invariant
 * @param specification the behaviours
 * @param constants the constants with a value
 * @param symbolic the integer constants that may have any value that the modules assume
 * @param small values of some of those: where counterexamples are looked for, the smallest first.
 *     With them no quantifier is left
 * @param replace definitions that are replaced by others
 * @param invariant the inductive invariant
 * @param promises what must hold in every state
 * @param properties what must hold of every step, and refinement
 * @param rankings what is promised to come some day, each with its ranking
 * @param controls the models whose mutants must not be provable
 * @param impossible actions that no state of the invariant can take
 * @param redundant conjuncts of the invariant that nothing needs; null to leave it to another claim
 *     about the same invariant to ask which are needed
 * @param elements what holds elements, which no action may look at; null to leave that to another
 *     claim about the same actions
 * @param effort from which effort on it is proved
 */
record Claim(
    String name,
    String module,
    String specification,
    Map<String, Object> constants,
    List<String> symbolic,
    List<Map<String, Object>> small,
    Map<String, String> replace,
    String invariant,
    List<String> promises,
    List<String> properties,
    List<Ranking> rankings,
    List<String> controls,
    List<String> impossible,
    @Nullable List<String> redundant,
    @Nullable Elements elements,
    Bounds effort) {

  /**
   * A ranking, in the words of {@code Ranking.tla}.
   *
   * @param property what comes some day
   * @param states that every state is ranked
   * @param steps that it comes nearer with every step
   * @param specification the same behaviours with other assumptions of fairness; null for those of
   *     the claim
   */
  record Ranking(String property, String states, String steps, @Nullable String specification) {}

  @SuppressWarnings("RedundantNullCheck") // Jackson passes null for what the file leaves out
  Claim {
    symbolic = Objects.requireNonNullElse(symbolic, List.of());
    small = Objects.requireNonNullElse(small, List.of());
    replace = Objects.requireNonNullElse(replace, Map.of());
    promises = Objects.requireNonNullElse(promises, List.of());
    properties = Objects.requireNonNullElse(properties, List.of());
    rankings = Objects.requireNonNullElse(rankings, List.of());
    controls = Objects.requireNonNullElse(controls, List.of());
    impossible = Objects.requireNonNullElse(impossible, List.of());
  }

  /** All claims, in the order of the file. */
  static List<Claim> all() {
    return LawModules.read("proof.json", new TypeReference<List<Claim>>() {});
  }

  /** What it holds for. */
  Map<String, String> scope() {
    return ModelScope.of(constants, symbolic);
  }

  /** The same claim with values for some constants. */
  Claim with(Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(constants);
    all.putAll(values);
    List<String> open = symbolic.stream().filter(c -> !values.containsKey(c)).toList();
    return new Claim(
        name,
        module,
        specification,
        all,
        open,
        List.of(),
        replace,
        invariant,
        promises,
        properties,
        rankings,
        controls,
        impossible,
        redundant,
        elements,
        effort);
  }

  /** The same claim of a mutant, and of what its model checks besides. */
  Claim of(String mutant, Model model, List<String> promises, List<String> properties) {
    boolean sameSpecification =
        List.of("Spec", specification).contains(model.specification())
            || rankings.stream().anyMatch(r -> model.specification().equals(r.specification()));
    return new Claim(
        mutant,
        "ProofOf" + model.module(),
        sameSpecification ? specification : model.specification(),
        constants,
        symbolic,
        small,
        model.replace(),
        invariant,
        promises,
        properties,
        sameSpecification ? rankings : List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        effort);
  }

  /** The constants that are small in a small claim. */
  Set<String> sizes() {
    return small.isEmpty() ? Set.of() : small.get(0).keySet();
  }

  /** The values of the constants. */
  Map<String, Value> values() {
    Map<String, Value> values = new HashMap<>();
    constants.forEach((constant, value) -> values.put(constant, value(value)));
    symbolic.forEach(c -> values.put(c, new Scalar(new Symbol(c, Sort.INTEGER, Role.CONSTANT))));
    return values;
  }

  private static Value value(Object json) {
    if (json instanceof List<?> set) {
      return new Value.Elements(set.stream().map(Claim::value).toList());
    } else if (json instanceof String text) {
      return new Scalar(new Text(text));
    }
    return new Scalar(new Numeral(new BigInteger(json.toString())));
  }
}
