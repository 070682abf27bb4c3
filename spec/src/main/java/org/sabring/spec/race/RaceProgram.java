package org.sabring.spec.race;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.sabring.spec.Rule;
import org.sabring.spec.Side;
import org.sabring.spec.race.RaceRing.Role;

/**
 * A race: a small ring, and what each side calls on it at once.
 *
 * @param name begins with the rule that it is most about
 * @param rules those that it watches
 * @param capacity of the ring
 * @param lap how many elements have come and gone before: where the cursors stand
 * @param stored the elements that are in the ring when the race begins
 * @param producer the producer's calls
 * @param consumer the consumer's calls
 * @param told the sides whose answers make up the outcome, the producer's first
 * @param waits whether the outcome tells how the last wait of each call ended
 * @param terminates whether the outcome is only that both sides come to their end
 * @param controls the mutants that must be seen, each of them a ring
 * @param weakened the rings on weaker accesses, each with its mutant
 */
public record RaceProgram(
    String name,
    List<Rule> rules,
    int capacity,
    int lap,
    List<Integer> stored,
    String producer,
    String consumer,
    List<Side> told,
    boolean waits,
    boolean terminates,
    List<String> controls,
    Map<String, String> weakened)
    implements Serializable {

  /** The end of a race in which both sides came to their end, and of one in which they did not. */
  public static final String TERMINATED = "TERMINATED";

  /** See {@link #TERMINATED}. */
  public static final String STALE = "STALE";

  /** What stands for the answer of a call that is left asleep. */
  public static final String ASLEEP = "ASLEEP";

  @SuppressWarnings("RedundantNullCheck") // Jackson passes null for what the file leaves out
  public RaceProgram {
    rules = List.copyOf(rules);
    stored = Objects.requireNonNullElse(stored, List.of());
    told = Objects.requireNonNullElse(told, List.of(Side.PRODUCER, Side.CONSUMER));
    weakened = Objects.requireNonNullElse(weakened, Map.of());
  }

  /**
   * The calls of a side.
   *
   * @throws IllegalArgumentException naming what is not one
   */
  public List<RaceCall> calls(Side side) {
    String calls = side == Side.PRODUCER ? producer : consumer;
    return Arrays.stream(calls.split(", ")).map(call -> RaceCall.of(side, call)).toList();
  }

  /** Whether the answers of a side are part of the outcome. */
  public boolean tells(Side side) {
    return told.contains(side);
  }

  /** Whether a side may sleep in it. */
  public boolean mayWait() {
    return Stream.of(Side.values())
        .flatMap(side -> calls(side).stream())
        .anyMatch(RaceCall::mayWait);
  }

  /** The rings that it is run on: as shipped, the controls, those on weaker accesses. */
  public List<RaceRing> rings() {
    List<RaceRing> rings = new ArrayList<>(List.of(RaceRing.SHIPPED));
    controls.forEach(mutant -> rings.add(new RaceRing(mutant, mutant, Role.CONTROL)));
    weakened.forEach((ring, mutant) -> rings.add(new RaceRing(ring, mutant, Role.WEAKENED)));
    return rings;
  }

  /** The ring of that name. */
  public RaceRing ring(String ring) {
    return rings().stream()
        .filter(one -> one.name().equals(ring))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(name + ": ring " + ring + ", expected " + rings()));
  }

  /** What the sides do, in a line. */
  @Override
  public String toString() {
    return "capacity %d%s%s; P: %s; C: %s"
        .formatted(
            capacity,
            lap == 0 ? "" : ", cursors at " + lap % capacity,
            stored.isEmpty() ? "" : ", holds " + stored,
            producer,
            consumer);
  }
}
