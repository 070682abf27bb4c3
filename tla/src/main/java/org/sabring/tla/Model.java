package org.sabring.tla;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.Rule;

/**
 * A model: a module, its bounds, what is checked, and what is expected to come out. The models are
 * data, in {@code models.json}.
 *
 * @param name unique
 * @param says what it shows, in a sentence; a control that leaves it out lets its module speak
 * @param module the root module
 * @param specification the formula that TLC runs
 * @param constants the bounds
 * @param replace definitions that are replaced by others: how a control plants its mistake
 * @param invariants what must hold in every state
 * @param properties what must hold of every behaviour
 * @param effort from which effort on it runs
 * @param distributed whether it is for several machines, and no ordinary run takes it: with
 *     invariants alone, because TLC's workers look at no other promise of a known state
 * @param expect what must come out
 * @param breaks for a control, the rules that it breaks
 */
public record Model(
    String name,
    String says,
    String module,
    String specification,
    Map<String, Object> constants,
    Map<String, String> replace,
    List<String> invariants,
    List<String> properties,
    Bounds effort,
    boolean distributed,
    Expectation expect,
    List<Rule> breaks) {

  /**
   * What must come out.
   *
   * @param violates the violated property; null if nothing may be violated
   * @param states how many distinct states there are, if nothing is violated
   * @param depth how many states the longest shortest path has, if nothing is violated
   */
  public record Expectation(
      @JsonProperty("violates") @Nullable String violates, int states, int depth) {}

  private static final class Catalogue {
    static final List<Model> MODELS =
        List.copyOf(LawModules.read("models.json", new TypeReference<List<Model>>() {}));
  }

  @SuppressWarnings("RedundantNullCheck") // Jackson passes null for what the file leaves out
  public Model {
    says = Objects.requireNonNullElse(says, "");
    replace = Objects.requireNonNullElse(replace, Map.of());
    invariants = Objects.requireNonNullElse(invariants, List.of());
    properties = Objects.requireNonNullElse(properties, List.of());
    breaks = Objects.requireNonNullElse(breaks, List.of());
  }

  /** All models, in the order of the file. */
  public static List<Model> all() {
    return Catalogue.MODELS;
  }

  /** Whether it is a control: a model that must fail. */
  public boolean isControl() {
    return expect.violates() != null;
  }

  /** Invariants and properties together. */
  public List<String> checked() {
    List<String> checked = new ArrayList<>(invariants);
    checked.addAll(properties);
    return checked;
  }

  /** The rules that it watches, or that it breaks if it is a control. */
  public List<Rule> rules() {
    return isControl()
        ? breaks
        : checked().stream()
            .flatMap(property -> Rule.statedBy(property).stream())
            .distinct()
            .sorted()
            .toList();
  }

  /** What it is made over: those of its constants that a reader asks for, in plain words. */
  public Map<String, String> scope() {
    return ModelScope.of(constants, List.of());
  }

  /** The protocol and bounds that its constants stand for. */
  public Protocol protocol() {
    Profile profile = constant("Profile").equals("seed") ? Profile.SEED : Profile.REFERENCE;
    List<?> patience = (List<?>) constant("Patience");
    return new Protocol(
        (Integer) constant("Capacity"),
        (Integer) constant("Items"),
        (Integer) constant("Modulus"),
        profile,
        patience.contains("wait"),
        patience.contains("giveUp"));
  }

  private Object constant(String constant) {
    return Objects.requireNonNull(constants.get(constant), constant);
  }

  /** The model of that name. */
  public static Model named(String name) {
    return all().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no model " + name));
  }

  /**
   * The same module with other bounds.
   *
   * @param bounds some of its constants
   */
  public Model bounded(String other, Map<String, Object> bounds) {
    Map<String, Object> all = new TreeMap<>(constants);
    all.putAll(bounds);
    return with(other, all, replace, invariants, properties);
  }

  /** The same states and steps, with nothing checked in them. */
  public Model unchecked() {
    return with(name + "-graph", constants, replace, List.of(), List.of());
  }

  /** The same module, with other values for what TLC is told. */
  public Model with(
      String name,
      Map<String, Object> constants,
      Map<String, String> replace,
      List<String> invariants,
      List<String> properties) {
    return new Model(
        name,
        says,
        module,
        specification,
        constants,
        replace,
        invariants,
        properties,
        effort,
        distributed,
        expect,
        breaks);
  }

  /** What TLC reads as the configuration of this model. */
  public String configuration() {
    StringBuilder text = new StringBuilder("CONSTANTS\n");
    constants.forEach((name, value) -> text.append("  %s = %s\n".formatted(name, tlaValue(value))));
    replace.forEach((name, other) -> text.append("  %s <- %s\n".formatted(name, other)));
    text.append("SPECIFICATION ").append(specification).append('\n');
    invariants.forEach(name -> text.append("INVARIANT ").append(name).append('\n'));
    properties.forEach(name -> text.append("PROPERTY ").append(name).append('\n'));
    // A side that sleeps can always be woken for no reason, so TLC would see no deadlock:
    // NoDeadlock.
    return text.append("CHECK_DEADLOCK FALSE\n").toString();
  }

  private static String tlaValue(Object value) {
    if (value instanceof List<?> set) {
      return "{" + String.join(", ", set.stream().map(Model::tlaValue).toList()) + "}";
    }
    if (value instanceof Boolean truth) {
      return truth ? "TRUE" : "FALSE";
    }
    return value instanceof String ? "\"" + value + "\"" : value.toString();
  }
}
