package org.sabring.properties.explore.race;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sabring.explore.Judge;
import org.sabring.explore.Operation;
import org.sabring.explore.Rest;
import org.sabring.explore.memory.Race;
import org.sabring.spec.Side;
import org.sabring.spec.race.RaceProgram;

/**
 * Remembers what the sides of a race are answered, and says at the end what the outcome is: the
 * same text that jcstress counts. It allows everything, data races and sides that sleep for ever
 * too: what is allowed on a ring with a mistake is what is asked.
 *
 * @param race the race
 * @param answers for each side its answers, in order; of a side that is not told none
 */
record RaceAnswers(RaceProgram race, List<List<String>> answers) implements Judge {

  private static final List<Side> SIDES = List.of(Side.PRODUCER, Side.CONSUMER);

  static RaceAnswers of(RaceProgram race) {
    return new RaceAnswers(race, List.of(List.of(), List.of()));
  }

  @Override
  public void raced(Race ignored, String location) {}

  @Override
  public void rested(Rest rest) {
    // who sleeps for ever is an outcome
  }

  @Override
  public Judge returned(int side, Operation<?> operation, Object answer) {
    RaceMenu.Attempt attempt = (RaceMenu.Attempt) operation.call();
    if (attempt.isNothing(answer) || !race.tells(SIDES.get(side))) {
      return this;
    }
    List<String> own = new ArrayList<>(answers.get(side));
    own.add(answer.toString());
    List<List<String>> all = new ArrayList<>(answers);
    all.set(side, List.copyOf(own));
    return new RaceAnswers(race, List.copyOf(all));
  }

  @Override
  public String outcome(Rest rest) {
    if (race.terminates()) {
      boolean ended = rest.isDone(0) && rest.isDone(1);
      return ended ? RaceProgram.TERMINATED : RaceProgram.STALE;
    }
    return race.told().stream()
        .map(side -> text(SIDES.indexOf(side), rest))
        .collect(Collectors.joining(", "));
  }

  private String text(int side, Rest rest) {
    List<String> all = new ArrayList<>(answers.get(side));
    if (!rest.isDone(side)) {
      all.add(RaceProgram.ASLEEP);
    }
    return String.join(" ", all);
  }
}
