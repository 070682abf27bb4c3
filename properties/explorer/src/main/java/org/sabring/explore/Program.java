package org.sabring.explore;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Words;

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

  /**
   * A side.
   *
   * @param letter its name in schedules
   * @param maker makes its object of what is shared; null if it is that
   * @param menu what it does
   * @param asItIs whether its code is not rewritten, and its object made anew for each run
   * @param last whether it begins when all others have ended
   */
  record Side<T>(
      char letter, @Nullable Maker<?, ?> maker, Menu<T> menu, boolean asItIs, boolean last) {

    /** How many operations can be left out: none where they are a choice. */
    int operations() {
      return !last && menu instanceof Menu.InOrder<T> order ? order.operations().size() : 0;
    }

    Side<T> only(BitSet kept, int first) {
      if (last || !(menu instanceof Menu.InOrder<T> order)) {
        return this;
      }
      List<Integer> left =
          IntStream.range(0, operations()).filter(i -> kept.get(first + i)).boxed().toList();
      return new Side<>(letter, maker, order.only(left), asItIs, last);
    }

    @Override
    public String toString() {
      boolean ordered = menu instanceof Menu.InOrder<T>;
      List<Operation<T>> all =
          menu instanceof Menu.InOrder<T> order ? order.operations() : menu.choices();
      return all.stream()
          .map(operation -> operation.call().toString())
          .collect(Collectors.joining(ordered ? ", " : " or ", letter + ": ", ""));
    }
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

  /** A program without sides, on a memory of so many zeroes. */
  public static Program on(int words) {
    return new Program(
        new int[words], null, List.of(), Code.PLAIN, word -> "word" + word, (side, access) -> "");
  }

  /** A program without sides, whose sides share an object. */
  public static <S> Sharing<S> sharing(Source<S> source) {
    return new Sharing<>(shared(unused -> source.make()));
  }

  /**
   * A program without sides, whose sides share an object of a class that is named.
   *
   * @param classPath finds the class
   * @param arguments of its constructor: boxed values, strings, names of enum constants
   */
  public static Sharing<Object> sharing(
      ClassLoader classPath, String className, List<Object> arguments) {
    return new Sharing<>(shared(new NamedObject(classPath, className, arguments)));
  }

  /** A program without sides, whose sides share what is made among the rewritten classes. */
  public static <S, M extends Maker<Object, S> & InWorld<? extends Maker<Object, S>>>
      Sharing<S> sharingInside(M made) {
    return new Sharing<>(shared(made));
  }

  static Program shared(Maker<?, ?> shared) {
    return new Program(new int[0], shared, List.of(), Code.PLAIN, word -> "", (side, access) -> "");
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
      Menu<S> menu = Menu.inOrder(operations);
      return new Sharing<>(program.with(new Side<>(letter, null, menu, false, false)));
    }

    /** The same program with a side that begins when all others have ended. */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    public final Sharing<S> last(char letter, Operation<S>... operations) {
      return last(letter, List.of(operations));
    }

    /** The same program with a side that begins when all others have ended. */
    public Sharing<S> last(char letter, List<Operation<S>> operations) {
      Menu<S> menu = Menu.inOrder(operations);
      return new Sharing<>(program.with(new Side<>(letter, null, menu, false, true)));
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
    List<Side<?>> more = new ArrayList<>(sides);
    more.add(side);
    return new Program(words, shared, more, code, wordName, stepName);
  }

  /** How many words the memory has. */
  public int words() {
    return words.length;
  }

  /** What each word holds at the start; a copy. */
  int[] start() {
    return words.clone();
  }

  @Nullable Maker<?, ?> shared() {
    return shared;
  }

  Code code() {
    return code;
  }

  /** The class loader that finds the code under test: the one of the code that was given. */
  ClassLoader classPath() {
    List<Object> given = new ArrayList<>();
    if (shared != null) {
      given.add(shared);
    }
    for (Side<?> side : sides) {
      if (side.maker() != null) {
        given.add(side.maker());
      }
      side.menu().choices().forEach(operation -> given.add(operation.body()));
    }
    return given.stream()
        .map(
            one ->
                one instanceof InWorld<?> named
                    ? named.classPath()
                    : one.getClass().getClassLoader())
        .filter(Objects::nonNull)
        .filter(loader -> loader != Program.class.getClassLoader())
        .findFirst()
        .orElse(Program.class.getClassLoader());
  }

  /** The operations of a side that are written down. */
  public List<? extends Operation<?>> operationsOf(int side) {
    Menu<?> menu = sides.get(side).menu();
    return menu instanceof Menu.InOrder<?> order ? order.operations() : menu.choices();
  }

  /** One side, which does all this. */
  Program alone(List<Operation<Object>> operations) {
    if (shared == null) {
      throw new IllegalStateException("sides=" + sides + ", expected some that share an object");
    }
    Side<?> side = new Side<>('A', null, Menu.inOrder(operations), false, false);
    return new Program(words, shared, List.of(side), code, wordName, stepName);
  }

  /** The program in place. */
  Scene scene() {
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

  /** How many sides there are. */
  public int count() {
    return sides.size();
  }

  /** The name of a side. */
  public char letter(int side) {
    return sides.get(side).letter();
  }

  /** How many sides there are that do not wait for the end of all others. */
  int countOfOthers() {
    return (int) sides.stream().filter(side -> !side.last()).count();
  }

  /** Whether a side calls its operations one after the other, rather than as it chooses. */
  public boolean isInOrder(int side) {
    return sides.get(side).menu() instanceof Menu.InOrder<?>;
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
    return new Program(words, shared, fewer, code, wordName, stepName);
  }

  /** What the sides do, as a text. */
  @Override
  public String toString() {
    return sides.stream().map(Side::toString).collect(Collectors.joining("; "));
  }

  List<Side<?>> sides() {
    return sides;
  }
}
