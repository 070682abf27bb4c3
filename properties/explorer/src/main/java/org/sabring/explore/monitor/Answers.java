package org.sabring.explore.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Rest;

/**
 * A monitor that remembers every answer, so that an exploration tells apart all that the sides may
 * have seen in the end: for litmus tests, and for small programs.
 *
 * @param answers for each side its answers, in order
 * @param words the words whose last value belongs to the outcome too
 * @param sleeping whether a side may sleep for ever, and the outcome says so
 */
public record Answers(List<List<Object>> answers, List<Integer> words, boolean sleeping)
    implements Monitor {

  public Answers {
    answers = List.copyOf(answers);
    words = List.copyOf(words);
  }

  /** For so many sides. */
  public static Answers of(int sides, Integer... words) {
    return new Answers(Collections.nCopies(sides, List.of()), List.of(words), false);
  }

  /** The same, and a side may sleep for ever. */
  public Answers orSleeping() {
    return new Answers(answers, words, true);
  }

  @Override
  public void rested(Rest rest) {
    if (!sleeping) {
      Monitor.super.rested(rest);
    }
  }

  @Override
  public Monitor returned(int side, Operation<?> operation, Object answer) {
    Monitor.super.returned(side, operation, answer);
    if (answer.equals(Operation.DONE)) {
      return this;
    }
    List<List<Object>> all = new ArrayList<>(answers);
    List<Object> own = new ArrayList<>(answers.get(side));
    own.add(answer);
    all.set(side, List.copyOf(own));
    return new Answers(all, words, sleeping);
  }

  /** For example {@code 0; 1}, and with words {@code 0; 1; word0=2}; {@code -} never came. */
  @Override
  public String outcome(Rest rest) {
    String said =
        IntStream.range(0, answers.size())
            .mapToObj(side -> text(answers.get(side)) + (rest.isDone(side) ? "" : " -"))
            .map(String::strip)
            .collect(Collectors.joining("; "));
    String last =
        words.stream()
            .map(word -> "; word" + word + "=" + rest.memory().latest(word))
            .collect(Collectors.joining());
    return said + last;
  }

  private static String text(List<Object> all) {
    return all.stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
