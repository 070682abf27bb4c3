package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of model against machine. */
class OutcomeTableTest {

  private static final List<RaceTrial> SOME =
      List.of(
          Results.named("RB201_Publication.Shipped"),
          Results.named("RB201_Publication.PublishBeforeWrite"),
          Results.named("RB201_Publication.AllPlain"));

  private static List<List<String>> rows(OutcomeModel allowed) {
    RaceJudge judge = new RaceJudge(List.of(new RunResult("some", SOME, Results.good(SOME), "")));
    return new OutcomeTable(allowed, judge).of(SOME).rows();
  }

  @Test
  void holdsModelAgainstMachine() {
    OutcomeModel model =
        (race, mutant, memory) ->
            switch (mutant) {
              case "PublishBeforeWrite" -> Set.of("0", "42", "EMPTY");
              case "AllPlain" -> memory.equals("RA") ? Set.of("0", "42") : Set.of("42");
              default -> Set.of("42", "EMPTY");
            };
    assertThat(rows(model))
        .containsExactly(
            List.of(
                "RB201_Publication",
                "0",
                "forbidden",
                OutcomeTable.NOT_SEEN,
                "PublishBeforeWrite (allowed): 10,000 times; AllPlain (allowed from RA): "
                    + OutcomeTable.NOT_SEEN),
            List.of("RB201_Publication", "42", "allowed", OutcomeTable.NOT_SEEN, ""),
            List.of("RB201_Publication", "EMPTY", "allowed", "10,000 times", ""));
  }

  /** What a model has not gone through to its end it does not forbid. */
  @Test
  void control_aModelThatKnowsAPartForbidsNothing() {
    OutcomeModel part =
        new OutcomeModel() {
          @Override
          public Set<String> outcomes(Class<?> race, String mutant, String memory) {
            return Set.of("42");
          }

          @Override
          public boolean isAll(Class<?> race, String mutant) {
            return false;
          }
        };
    assertThat(rows(part))
        .filteredOn(row -> row.get(1).equals("0"))
        .isNotEmpty()
        .allMatch(row -> row.get(2).equals(OutcomeTable.NOT_FOUND));
  }

  @Test
  void withoutAModelItShowsWhatWasSeen() {
    assertThat(rows((race, mutant, memory) -> Set.of()))
        .containsExactly(
            List.of(
                "RB201_Publication",
                "0",
                OutcomeTable.NOT_COMPUTED,
                OutcomeTable.NOT_SEEN,
                "PublishBeforeWrite (not computed): 10,000 times"),
            List.of("RB201_Publication", "EMPTY", "not computed", "10,000 times", ""));
  }
}
