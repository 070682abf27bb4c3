package org.sabring.bugs.rivals;

import org.sabring.bugs.ScenarioProgram;
import org.sabring.bugs.ScenarioProgram.OutcomeJudge;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Options;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Refused;

/** Explores one test, on the memory that is sabring's default. */
final class SabringMain {

  private SabringMain() {}

  public static void main(String[] args) throws Exception {
    Class<?> test = Class.forName(args[0]);
    try {
      Exploration explored =
          new Explorer(
                  ScenarioProgram.of(test), MemoryModel.RA, OutcomeJudge.of(test), Options.PLAIN)
              .explore();
      switch (explored.status()) {
        case FAIL -> Answer.print(Answer.Says.MISTAKE, explored.findings().get(0).found());
        case PASS -> Answer.print(Answer.Says.NONE, explored.states() + " states");
        case UNKNOWN -> Answer.print(Answer.Says.TIME_OVER, "incomplete");
      }
    } catch (Refused e) {
      Answer.print(Answer.Says.REFUSES, e);
    }
  }
}
