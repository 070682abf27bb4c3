package org.sabring.properties.conform;

import java.util.List;
import java.util.function.BiFunction;
import org.sabring.properties.explore.Finding;
import org.sabring.properties.explore.Options;
import org.sabring.properties.explore.stream.StreamCase;
import org.sabring.properties.explore.stream.StreamProgram;
import org.sabring.tla.LawStates;

/**
 * Holds the streams as they are where this class was loaded against the law: with a mistake, if
 * that is where mistakes are planted.
 */
public final class LawHunt implements BiFunction<LawStates, Boolean, List<String>> {

  /**
   * Looks for the first program that the law does not allow.
   *
   * @param law at capacity 2, mark 1 and so many elements that they are not the bound
   * @param out whether it is the law of streams out of the ring
   * @return the differences; nothing if there is none
   */
  @Override
  public List<String> apply(LawStates law, Boolean out) {
    List<StreamProgram> programs =
        out
            ? List.of(StreamCase.flowing(2), StreamCase.paused(2), StreamCase.destroyed(2))
            : List.of(StreamCase.heeding(2), StreamCase.destroyedWriter(2), StreamCase.cancelled());
    StreamConformance conformance = new StreamConformance(law, out);
    for (StreamProgram program : programs) {
      try {
        List<Finding> findings =
            conformance.follow(program, Options.PLAIN).exploration().findings();
        if (!findings.isEmpty()) {
          return findings.stream().map(Finding::toString).toList();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return List.of();
  }
}
