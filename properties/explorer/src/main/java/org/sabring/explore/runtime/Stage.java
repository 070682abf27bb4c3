package org.sabring.explore.runtime;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Access.Kind;

/**
 * The event loop of a side, turned by hand, and the way to tell the monitor more than accesses and
 * answers.
 *
 * <p>A loop is one operation, which makes the loop, and then takes {@link #turn turn after turn}
 * until it is stopped. Who has asked to be told ({@link Words#ask}) is told in a turn: the callback
 * runs there, between two tasks. In production it runs on the notifier's thread, perhaps in the
 * middle of a task; but it only posts a task of the loop, so it makes no difference but to the
 * order of tasks, and there is a turn before each of them.
 */
public final class Stage {

  /** What comes next on a loop. */
  public enum Turn {
    /** The loop runs the next of its tasks. */
    RUN(0),
    /** Somebody from outside does what he wants to do next. */
    ACT(1),
    /** Who had asked has been told: the callback has run. */
    TOLD(2);

    private final int answer;

    Turn(int answer) {
      this.answer = answer;
    }

    /** What stands for it in a record; for TOLD the question's number is added. */
    public int answer() {
      return answer;
    }
  }

  /** The answer of a question that joined the waiter list. */
  public static final int LISTED = 0;

  /** The answer of a question about a word that has changed. */
  public static final int NOT_EQUAL = 1;

  private final Execution execution;

  /** Whom to tell, by the question's number; who was told or took it back is not there. */
  private final Map<Integer, Runnable> questions = new TreeMap<>();

  Stage(Execution execution) {
    this.execution = execution;
    execution.staged(this);
  }

  /** A call is run again. */
  void begin() {
    questions.clear();
  }

  /** Tells the monitor something, together with the access before it: an immutable value. */
  public void say(Object what) {
    execution.record().say(what);
  }

  /** Whether a question is open: asked, not taken back, and nobody was told. */
  public boolean hasAsked() {
    return !questions.isEmpty();
  }

  /**
   * The next turn of a loop: one step. If it has no task it sleeps until there is another turn to
   * take; if there never is one, the side rests there.
   *
   * @param busy whether there is a task to run
   * @param mayAct whether somebody from outside wants to do something
   */
  public Turn turn(boolean busy, boolean mayAct) {
    return turn(busy, mayAct, null, Set.of());
  }

  /**
   * The same, of a loop that has been looked into: turns at which all is alike are one position,
   * whatever happened before.
   *
   * @param loop decides, together with what the side holds and the questions that are open, all
   *     that will happen on the loop; nothing of it may be on the stack alone
   * @param without fields that say nothing between two tasks, as {@code Class.field}
   */
  public Turn turn(boolean busy, boolean mayAct, @Nullable Object loop, Set<String> without) {
    if (loop != null && execution.record().isNext()) {
      List<Object> fingerprint = StateFingerprint.of(new Object[] {loop, questions}, without);
      execution.record().looksLike(fingerprint);
    }
    int run = busy ? 1 << Turn.RUN.answer() : 0;
    int act = mayAct ? 1 << Turn.ACT.answer() : 0;
    int answer = (int) execution.answer(Access.of(Kind.TURN, 0, run | act));
    if (answer < Turn.TOLD.answer()) {
      return answer == Turn.RUN.answer() ? Turn.RUN : Turn.ACT;
    }
    Objects.requireNonNull(questions.remove(answer - Turn.TOLD.answer())).run();
    return Turn.TOLD;
  }

  /** A question has the first number that no other one has which is open. */
  Words.@Nullable Question ask(int word, int expected, Runnable onNotified) {
    int number = 0;
    while (questions.containsKey(number)) {
      number++;
    }
    int asked = number;
    if (execution.answer(Access.of(Kind.ASK, word, expected)) == NOT_EQUAL) {
      return null;
    }
    questions.put(asked, onNotified);
    return () -> takeBack(word, asked);
  }

  private boolean takeBack(int word, int number) {
    boolean listed = execution.answer(Access.of(Kind.TAKE_BACK, word, number)) == 1;
    if (listed) {
      questions.remove(number);
    }
    return listed;
  }
}
