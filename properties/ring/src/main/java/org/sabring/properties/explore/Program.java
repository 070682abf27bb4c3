package org.sabring.properties.explore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sabring.memory.SharedInts;

/**
 * What is explored: sides that share a memory, and what each of them does. A side is an object of
 * its own and operations on it, one after the other, as on a thread of its own: a list, or a menu
 * from which it chooses.
 */
public final class Program {

  /**
   * A side.
   *
   * @param letter its name in schedules
   * @param maker makes its object on the memory
   * @param menu what it does
   */
  record Side<T>(char letter, Function<SharedInts, T> maker, Menu<T> menu) {

    /** How many operations can be left out: none where they are a choice. */
    int operations() {
      return menu instanceof Menu.InOrder<T> order ? order.operations().size() : 0;
    }

    Side<T> only(BitSet kept, int first) {
      if (!(menu instanceof Menu.InOrder<T> order)) {
        return this;
      }
      List<Integer> left =
          IntStream.range(0, operations()).filter(i -> kept.get(first + i)).boxed().toList();
      return new Side<>(letter, maker, order.only(left));
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

  private final List<Side<?>> sides;
  private final Function<Integer, String> wordName;

  private final BiFunction<Integer, Access, String> stepName;

  private Program(
      int[] words,
      List<Side<?>> sides,
      Function<Integer, String> wordName,
      BiFunction<Integer, Access, String> stepName) {
    this.words = words;
    this.sides = List.copyOf(sides);
    this.wordName = wordName;
    this.stepName = stepName;
  }

  /** A program without sides, on a memory of so many zeroes. */
  public static Program on(int words) {
    return new Program(new int[words], List.of(), word -> "word" + word, (side, access) -> "");
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
    return new Program(values.clone(), sides, wordName, stepName);
  }

  /** The same program, with names for its words. */
  public Program naming(Function<Integer, String> names) {
    return new Program(words, sides, names, stepName);
  }

  /** The same program, with names for the steps: of which side, and what it does. */
  public Program namingSteps(BiFunction<Integer, Access, String> names) {
    return new Program(words, sides, wordName, names);
  }

  /**
   * The same program with one side more. Sides are made in their order, before any begins.
   *
   * @param letter an upper-case letter that no other side has
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  public final <T> Program side(
      char letter, Function<SharedInts, T> maker, Operation<T>... operations) {
    return side(letter, maker, List.of(operations));
  }

  /** The same program with one side more. */
  public <T> Program side(
      char letter, Function<SharedInts, T> maker, List<Operation<T>> operations) {
    return side(letter, maker, Menu.inOrder(operations));
  }

  /** The same program with one side more, which chooses what it calls. */
  public <T> Program side(char letter, Function<SharedInts, T> maker, Menu<T> menu) {
    if (letter < 'A' || letter > 'Z' || sides.stream().anyMatch(s -> s.letter() == letter)) {
      throw new IllegalArgumentException("letter=" + letter + ", expected another of A..Z");
    }
    List<Side<?>> more = new ArrayList<>(sides);
    more.add(new Side<>(letter, maker, menu));
    return new Program(words, more, wordName, stepName);
  }

  /** How many words the memory has. */
  public int words() {
    return words.length;
  }

  /** What each word holds at the start; a copy. */
  int[] start() {
    return words.clone();
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
    return new Program(words, fewer, wordName, stepName);
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
