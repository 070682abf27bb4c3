package org.sabring.tla.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sabring.tla.Model;

/**
 * The state graph of a model as TLC finds it: every state with its variables, and every step with
 * the name of its action. States have numbers.
 */
public final class LawStates {

  /** A step to a state. */
  public record Arrow(String action, int to) {}

  private record Far(long from, String action, long to) {}

  private final List<Map<String, String>> states = new ArrayList<>();
  private final List<List<Arrow>> arrows = new ArrayList<>();
  private int initial = -1;

  private LawStates() {}

  /**
   * Runs TLC.
   *
   * @param folder where TLC may work
   * @throws InterruptedException if the caller gave up; TLC is gone then
   * @throws IllegalStateException if TLC could not explore the model to its end
   */
  public static LawStates of(Model model, Path folder) throws InterruptedException {
    try (Tlc tlc = new Tlc(folder)) {
      Path dot = tlc.dump(model.unchecked());
      LawStates law = new LawStates();
      law.read(dot);
      Files.delete(dot);
      return law;
    } catch (IOException e) {
      throw new UncheckedIOException(model.name(), e);
    }
  }

  private void read(Path dot) throws IOException {
    Map<Long, Integer> numbers = new HashMap<>();
    List<Far> all = new ArrayList<>();
    TlcGraph.read(
        dot,
        new TlcGraph.Listener() {
          @Override
          public void state(long id, TlaState state, boolean first) {
            numbers.put(id, states.size());
            initial = first ? states.size() : initial;
            states.add(Collections.unmodifiableMap(state.variables()));
            arrows.add(new ArrayList<>());
          }

          @Override
          public void step(long from, String action, long to) {
            all.add(new Far(from, action, to));
          }
        });
    for (Far far : all) {
      int from = Objects.requireNonNull(numbers.get(far.from()));
      int to = Objects.requireNonNull(numbers.get(far.to()));
      arrows.get(from).add(new Arrow(far.action(), to));
    }
  }

  /** How many states there are: their numbers run from 0. */
  public int count() {
    return states.size();
  }

  /** Where the model begins; it has one first state. */
  public int initial() {
    return initial;
  }

  /** The steps from a state. */
  public List<Arrow> from(int state) {
    return Collections.unmodifiableList(arrows.get(state));
  }

  /**
   * What a variable is in a state, as TLC prints it, strings without their quotes.
   *
   * @throws IllegalArgumentException if the model has no such variable
   */
  public String value(int state, String variable) {
    String value = states.get(state).get(variable);
    if (value == null) {
      throw new IllegalArgumentException(
          "variable=" + variable + ", expected one of " + states.get(state).keySet());
    }
    return value;
  }
}
