package org.sabring.explore;

import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Program.Maker;
import org.sabring.explore.runtime.Access;

/**
 * The components of a {@link Program}, as a value.
 *
 * @param words what each holds before anybody has taken a step
 * @param shared makes what the sides share; null if that is the words
 * @param wordName what a word is called
 * @param stepName what a step of a side is called; empty if it has no name
 */
record ProgramParts(
    List<Integer> words,
    @Nullable Maker<?, ?> shared,
    List<ProgramSide<?>> sides,
    Code code,
    Function<Integer, String> wordName,
    BiFunction<Integer, Access, String> stepName) {

  /** No side yet. */
  static ProgramParts of(int words, @Nullable Maker<?, ?> shared) {
    List<Integer> zeroes = Collections.nCopies(words, 0);
    return new ProgramParts(
        zeroes, shared, List.of(), Code.PLAIN, word -> "word" + word, (s, a) -> "");
  }

  ProgramParts starting(List<Integer> values) {
    return new ProgramParts(values, shared, sides, code, wordName, stepName);
  }

  ProgramParts naming(Function<Integer, String> names) {
    return new ProgramParts(words, shared, sides, code, names, stepName);
  }

  ProgramParts namingSteps(BiFunction<Integer, Access, String> names) {
    return new ProgramParts(words, shared, sides, code, wordName, names);
  }

  ProgramParts with(Code taken) {
    return new ProgramParts(words, shared, sides, taken, wordName, stepName);
  }

  ProgramParts with(List<ProgramSide<?>> others) {
    return new ProgramParts(words, shared, others, code, wordName, stepName);
  }

  /** One side more; its letter is its own, and it does not come after a last side. */
  ProgramParts and(ProgramSide<?> side) {
    char letter = side.letter();
    if (letter < 'A' || letter > 'Z' || sides.stream().anyMatch(s -> s.letter() == letter)) {
      throw new IllegalArgumentException("letter=" + letter + ", expected another of A..Z");
    }
    if (!side.last() && sides.stream().anyMatch(ProgramSide::last)) {
      throw new IllegalArgumentException("letter=" + letter + ", expected before the last side");
    }
    return with(Stream.<ProgramSide<?>>concat(sides.stream(), Stream.of(side)).toList());
  }
}
