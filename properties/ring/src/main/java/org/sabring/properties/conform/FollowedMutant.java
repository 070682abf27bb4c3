package org.sabring.properties.conform;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.sabring.explore.Options;
import org.sabring.properties.conform.StreamConformance.Followed;
import org.sabring.properties.explore.stream.StreamCase;
import org.sabring.properties.explore.stream.StreamProgram;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;
import org.sabring.tla.tlc.LawStates;

/**
 * A comparison of streams, as they are where this class was loaded, with the law: with a mistake,
 * if that is where mistakes are planted. Then they have to do what the law does not allow.
 */
public final class FollowedMutant implements BiFunction<LawStates, Mutant, Check> {

  /** Whether the mistake is in streams into the ring. */
  static boolean isIntoTheRing(Mutant mutant) {
    return mutant.rules().stream().anyMatch(rule -> rule.compareTo(Rule.RB611) >= 0);
  }

  private static List<StreamProgram> programs(boolean intoTheRing) {
    return intoTheRing
        ? List.of(StreamCase.heeding(2), StreamCase.destroyedWriter(2), StreamCase.cancelled())
        : List.of(StreamCase.flowing(2), StreamCase.paused(2), StreamCase.destroyed(2));
  }

  /**
   * Follows the law through programs, up to the first that it does not allow.
   *
   * @param law at capacity 2, mark 1 and so many elements that they are not the bound
   * @param mutant whose mistake is looked for
   */
  @Override
  public Check apply(LawStates law, Mutant mutant) {
    boolean intoTheRing = isIntoTheRing(mutant);
    StreamConformance conformance = new StreamConformance(law, !intoTheRing);
    try {
      for (StreamProgram program : programs(intoTheRing)) {
        Followed followed = conformance.follow(program, Options.PLAIN);
        if (!followed.exploration().findings().isEmpty()) {
          return StreamInclusion.check(
              mutant.name(), true, mutant.rules(), program, conformance, followed);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Check.unknown(mutant.name(), "It was interrupted.");
    }
    String nothing = mutant.mistake() + "\nEvery step of every program is one that the law allows.";
    return new Check(mutant.name(), true, mutant.rules(), Status.FAIL, nothing, Map.of(), null);
  }
}
