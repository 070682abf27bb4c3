package org.sabring.bugs.rivals;

import java.util.List;
import org.sabring.explore.Code;
import org.sabring.explore.Options;
import org.sabring.explore.jcstress.StressTests;
import org.sabring.explore.jcstress.StressVerdict;
import org.sabring.explore.memory.MemoryModel;

/** Explores one test, on the memory that is sabring's default. */
final class SabringMain {

  private SabringMain() {}

  public static void main(String[] args) throws Exception {
    ClassLoader here = SabringMain.class.getClassLoader();
    StressVerdict verdict =
        StressVerdict.of(
            StressTests.of(args[0], here),
            here,
            List.of(MemoryModel.RA),
            Options.PLAIN,
            Code.PLAIN);
    switch (verdict.status()) {
      case FAIL -> Answer.print(Answer.Says.MISTAKE, String.valueOf(verdict.witness()));
      case PASS -> Answer.print(Answer.Says.NONE, verdict.states() + " states");
      case UNKNOWN -> {
        boolean refused = verdict.states() == 0;
        Answer.print(
            refused ? Answer.Says.REFUSES : Answer.Says.TIME_OVER,
            String.valueOf(verdict.unknown()));
      }
    }
  }
}
