package org.sabring.properties.trial;

import java.util.ArrayList;
import java.util.List;
import org.sabring.properties.sample.Call;
import org.sabring.properties.sample.Program;
import org.sabring.properties.sample.Setup;
import org.sabring.spec.Interleaving;

/** Makes the calls of a program on a ring, on this thread, one after the other. */
public final class SingleRun {

  private SingleRun() {}

  /** Answers like a queue of {@code capacity - 1} elements. */
  public static void answersLikeAQueue(Trial trial, Program program) throws InterruptedException {
    run(trial, program, trial.subject(program.setup()), new QueueWatch(program.setup()));
  }

  /** Each side changes its own words alone. */
  public static void changesOwnWords(Trial trial, Program program) throws InterruptedException {
    run(trial, program, trial.subject(program.setup()), new WriterWatch());
  }

  /** The cursors move one slot at a time, and their flags are final. */
  public static void movesCursorsByOne(Trial trial, Program program) throws InterruptedException {
    Accesses accesses = new Accesses(program.setup().layout());
    Subject subject = trial.subject(program.setup(), accesses::over);
    run(trial, program, subject, new CursorWatch(accesses));
  }

  /** The counters grow with every element and every wait. */
  public static void counts(Trial trial, Program program) throws InterruptedException {
    run(trial, program, trial.subject(program.setup()), new CounterWatch(trial));
  }

  /** Every move of a cursor is notified before the call ends. */
  public static void notifies(Trial trial, Program program) throws InterruptedException {
    Accesses accesses = new Accesses(program.setup().layout());
    Subject subject = trial.subject(program.setup(), accesses::over);
    run(trial, program, subject, new NotifyWatch(accesses));
  }

  private static void run(Trial trial, Program program, Subject subject, Watch watch)
      throws InterruptedException {
    List<Interleaving.Line> lines = new ArrayList<>();
    int[] before = subject.snapshot();
    for (Call call : program.calls()) {
      Answer answer = Answer.from(subject.ring(), call);
      int[] after = subject.snapshot();
      CallRecord record = new CallRecord(call, answer, subject.layout(), before, after);
      tell(trial, lines, record);
      try {
        watch.saw(record);
      } catch (Violation violation) {
        trial.hear(
            violation.told(new Interleaving(program.setup() + ": " + violation.found(), lines)));
        return;
      }
      before = after;
    }
    tally(trial, program.setup(), subject, before);
  }

  private static void tell(Trial trial, List<Interleaving.Line> lines, CallRecord record) {
    String text = record.call() + " -> " + record.answer();
    lines.add(new Interleaving.Line(record.call().kind().side(), text, record.words(), ""));
    trial.count(record.call().kind().label(), 1);
  }

  private static void tally(Trial trial, Setup setup, Subject subject, int[] words) {
    int produced = words[subject.layout().produced()] - setup.counted();
    trial.count("wraps", (setup.at() + produced) / setup.capacity());
    trial.count("stored", produced);
  }
}
