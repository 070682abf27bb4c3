package org.sabring.explore;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.crossing.NamedObject;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Words;
import org.sabring.explore.search.Scene;

/**
 * What is explored: sides that share objects, and what each of them does. A side is a list of
 * operations, one after the other, as on a thread of its own, or a menu from which it chooses. What
 * they share is made before any side begins: an object of any class ({@link #sharing}), or words
 * ({@link #on}) that each side makes an object of its own on.
 */
public final class Program {

  /** Makes an object of another. A lambda in its place may capture values alone. */
  @FunctionalInterface
  public interface Maker<S, T> extends Serializable {
    T make(S from) throws Exception;
  }

  /** Makes an object of nothing. */
  @FunctionalInterface
  public interface Source<T> extends Serializable {
    T make() throws Exception;
  }

  /** What each word holds before anybody has taken a step. */
  private final int[] words;

  private final @Nullable Maker<?, ?> shared;
  private final List<Side<?>> sides;
  private final Code code;
  private final Function<Integer, String> wordName;
  private final BiFunction<Integer, Access, String> stepName;
  private @Nullable Scene scene;

  private Program(
      int[] words,
      @Nullable Maker<?, ?> shared,
      List<Side<?>> sides,
      Code code,
      Function<Integer, String> wordName,
      BiFunction<Integer, Access, String> stepName) {
    this.words = words;
    this.shared = shared;
    this.sides = List.copyOf(sides);
    this.code = code;
    this.wordName = wordName;
    this.stepName = stepName;
  }

  private Program with(List<Side<?>> others) {
    return new Program(words, shared, others, code, wordName, stepName);
  }

  private static Program empty(int words, @Nullable Maker<?, ?> shared) {
    return new Program(
        new int[words], shared, List.of(), Code.PLAIN, word -> "word" + word, (side, access) -> "");
  }

  /** A program without sides, on a memory of so many zeroes. */
  public static Program on(int words) {
    return empty(words, null);
  }

  /** A program without sides, whose sides share an object. */
  public static <S> Sharing<S> sharing(Source<S> source) {
    return new Sharing<>(empty(0, (Maker<Object, S>) unused -> source.make()));
  }

  /**
   * A program without sides, whose sides share an object of a class that is named.
   *
   * @param classPath finds the class
   * @param arguments of its constructor: boxed values, strings, names of enum constants
   */
  public static Sharing<Object> sharing(
      ClassLoader classPath, String className, List<Object> arguments) {
    return new Sharing<>(empty(0, new NamedObject(classPath, className, arguments)));
  }

  /**
   * A program whose sides share an object.
   *
   * @param program the sides that it has so far
   */
  public record Sharing<S>(Program program) {

    /** The same program with one side more, which uses the object. */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    public final Sharing<S> side(char letter, Operation<S>... operations) {
      return side(letter, List.of(operations));
    }

    /** The same program with one side more. */
    public Sharing<S> side(char letter, List<Operation<S>> operations) {
      return new Sharing<>(program.with(Side.of(letter, operations)));
    }

    /** The same program with a side that begins when all others have ended. */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    public final Sharing<S> last(char letter, Operation<S>... operations) {
      return last(letter, List.of(operations));
    }

    /** The same program with a side that begins when all others have ended. */
    public Sharing<S> last(char letter, List<Operation<S>> operations) {
      return new Sharing<>(program.with(Side.of(letter, operations).afterOthers()));
    }

    /** The same program, with its code taken in another way. */
    public Sharing<S> with(Code taken) {
      return new Sharing<>(program.with(taken));
    }
  }

  /**
   * The same program on a memory that has been in use.
   *
   * @param values what each word holds at the start, as many as there are words
   */
  public Program starting(int... values) {
    if (values.length != words.length) {
      throw new IllegalArgumentException(
          "values=" + values.length + ", expected one for each of " + words.length + " words");
    }
    return new Program(values.clone(), shared, sides, code, wordName, stepName);
  }

  /** The same program, with names for its words. */
  public Program naming(Function<Integer, String> names) {
    return new Program(words, shared, sides, code, names, stepName);
  }

  /** The same program, with names for the steps: of which side, and what it does. */
  public Program namingSteps(BiFunction<Integer, Access, String> names) {
    return new Program(words, shared, sides, code, wordName, names);
  }

  /** The same program, with its code taken in another way. */
  public Program with(Code taken) {
    return new Program(words, shared, sides, taken, wordName, stepName);
  }

  /**
   * The same program with one side more. Sides are made in their order, before any begins.
   *
   * @param letter an upper-case letter that no other side has
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  public final <T> Program side(char letter, Maker<Words, T> maker, Operation<T>... operations) {
    return side(letter, maker, List.of(operations));
  }

  /** The same program with one side more. */
  public <T> Program side(char letter, Maker<Words, T> maker, List<Operation<T>> operations) {
    return side(letter, maker, Menu.inOrder(operations));
  }

  /** The same program with one side more, which chooses what it calls. */
  public <T> Program side(char letter, Maker<Words, T> maker, Menu<T> menu) {
    return with(new Side<>(letter, maker, menu, false, false));
  }

  /**
   * The same program with one side more, whose code is not rewritten. It reaches what it shares by
   * the words alone; all else that it uses is its own, and made anew each time that it is run. For
   * an event loop, with all that runs on it.
   */
  public <T> Program asItIs(char letter, Maker<Words, T> maker, Operation<T> operation) {
    return with(new Side<>(letter, maker, Menu.inOrder(List.of(operation)), true, false));
  }

  Program with(Side<?> side) {
    char letter = side.letter();
    if (letter < 'A' || letter > 'Z' || sides.stream().anyMatch(s -> s.letter() == letter)) {
      throw new IllegalArgumentException("letter=" + letter + ", expected another of A..Z");
    }
    if (!side.last() && sides.stream().anyMatch(Side::last)) {
      throw new IllegalArgumentException("letter=" + letter + ", expected before the last side");
    }
    return with(Stream.concat(sides.stream(), Stream.of(side)).toList());
  }

  /** How many words the memory has. */
  public int words() {
    return words.length;
  }

  /** What a word holds at the start. */
  public int start(int word) {
    return words[word];
  }

  /** Makes what the sides share; null if that is the words. */
  public @Nullable Maker<?, ?> shared() {
    return shared;
  }

  /** How its code is taken. */
  public Code code() {
    return code;
  }

  /** The operations of a side that are written down. */
  public List<? extends Operation<?>> operationsOf(int side) {
    return sides.get(side).written();
  }

  /** One side, which does all this. */
  Program alone(List<Operation<Object>> operations) {
    if (shared == null) {
      throw new IllegalStateException("sides=" + sides + ", expected some that share an object");
    }
    return with(List.of(Side.of('A', operations)));
  }

  /** The program in place: for the engine, and made when it asks first. */
  public Scene scene() {
    if (scene == null) {
      scene = new Scene(this);
    }
    return scene;
  }

  /** What a word is called. */
  public String nameOf(int word) {
    return wordName.apply(word);
  }

  /** What a step of a side is called; empty if it has no name. */
  public String nameOf(int side, Access access) {
    return stepName.apply(side, access);
  }

  /** Its sides, in order. */
  public List<Side<?>> sides() {
    return sides;
  }

  /** How many sides there are. */
  public int count() {
    return sides.size();
  }

  /** The name of a side. */
  public char letter(int side) {
    return sides.get(side).letter();
  }

  /** How many sides there are that do not wait for the end of all others; they come first. */
  public int countOfOthers() {
    return (int) sides.stream().filter(side -> !side.last()).count();
  }

  /** Whether a side calls its operations one after the other, rather than as it chooses. */
  public boolean isInOrder(int side) {
    return sides.get(side).isInOrder();
  }

  /** Whether a side begins when all others have ended. */
  public boolean isLast(int side) {
    return sides.get(side).last();
  }

  /** How many operations there are, of all sides together, that can be left out. */
  int operations() {
    return sides.stream().mapToInt(Side::operations).sum();
  }

  /** The same program with only those operations whose number, counted through, is in the set. */
  Program only(BitSet kept) {
    List<Side<?>> fewer = new ArrayList<>();
    int first = 0;
    for (Side<?> side : sides) {
      fewer.add(side.only(kept, first));
      first += side.operations();
    }
    return with(fewer);
  }

  /** What the sides do, as a text. */
  @Override
  public String toString() {
    return sides.stream().map(Side::toString).collect(Collectors.joining("; "));
  }
}
