package org.sabring.explore;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.crossing.InWorld;
import org.sabring.explore.crossing.NamedObject;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Words;
import org.sabring.explore.search.LoadedProgram;

/**
 * A program to explore: sides that share objects, and what each of them does. A side is a list of
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

  private final ProgramParts parts;
  private final int others;
  private @Nullable LoadedProgram scene;

  private Program(ProgramParts parts) {
    this.parts = parts;
    this.others = (int) parts.sides().stream().filter(side -> !side.last()).count();
  }

  /** A program without sides, on a memory of so many zeroes. */
  public static Program on(int words) {
    return new Program(ProgramParts.of(words, null));
  }

  /** A program without sides, whose sides share an object. */
  public static <S> Sharing<S> sharing(Source<S> source) {
    return made((Maker<Object, S>) unused -> source.make());
  }

  /**
   * A program without sides, whose sides share an object of a class that is named.
   *
   * @param classPath finds the class
   * @param arguments of its constructor: boxed values, strings, names of enum constants
   */
  public static Sharing<Object> sharing(
      ClassLoader classPath, String className, List<Object> arguments) {
    return made(new NamedObject(classPath, className, arguments));
  }

  /** A program without sides, whose sides share what is made among the rewritten classes. */
  public static <S, M extends Maker<Object, S> & InWorld<? extends Maker<Object, S>>>
      Sharing<S> sharingInside(M made) {
    return made(made);
  }

  private static <S> Sharing<S> made(Maker<Object, S> shared) {
    return new Sharing<>(new Program(ProgramParts.of(0, shared)));
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
      return new Sharing<>(program.with(ProgramSide.of(letter, operations)));
    }

    /** The same program with a side that begins when all others have ended. */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    public final Sharing<S> last(char letter, Operation<S>... operations) {
      return last(letter, List.of(operations));
    }

    /** The same program with a side that begins when all others have ended. */
    public Sharing<S> last(char letter, List<Operation<S>> operations) {
      return new Sharing<>(program.with(ProgramSide.of(letter, operations).afterOthers()));
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
    if (values.length != words()) {
      throw new IllegalArgumentException(
          "values=" + values.length + ", expected one for each of " + words() + " words");
    }
    return new Program(parts.starting(Arrays.stream(values).boxed().toList()));
  }

  /** The same program, with names for its words. */
  public Program naming(Function<Integer, String> names) {
    return new Program(parts.naming(names));
  }

  /** The same program, with names for the steps: of which side, and what it does. */
  public Program namingSteps(BiFunction<Integer, Access, String> names) {
    return new Program(parts.namingSteps(names));
  }

  /** The same program, with its code taken in another way. */
  public Program with(Code taken) {
    return new Program(parts.with(taken));
  }

  /** The same program, with other sides. */
  public Program with(List<ProgramSide<?>> others) {
    return new Program(parts.with(others));
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
    return with(new ProgramSide<>(letter, maker, menu, false, false));
  }

  /**
   * The same program with one side more, whose code is not rewritten. It reaches what it shares by
   * the words alone; all else that it uses is its own, and made anew each time that it is run. For
   * an event loop, with all that runs on it.
   */
  public <T> Program asItIs(char letter, Maker<Words, T> maker, Operation<T> operation) {
    return with(new ProgramSide<>(letter, maker, Menu.inOrder(List.of(operation)), true, false));
  }

  Program with(ProgramSide<?> side) {
    return new Program(parts.and(side));
  }

  /** How many words the memory has. */
  public int words() {
    return parts.words().size();
  }

  /** What a word holds at the start. */
  public int start(int word) {
    return parts.words().get(word);
  }

  /** Makes what the sides share; null if that is the words. */
  public @Nullable Maker<?, ?> shared() {
    return parts.shared();
  }

  /** How its code is taken. */
  public Code code() {
    return parts.code();
  }

  /** The program in place: for the engine, and made when it asks first. */
  public synchronized LoadedProgram scene() {
    if (scene == null) {
      scene = new LoadedProgram(this);
    }
    return scene;
  }

  /** What a word is called. */
  public String nameOf(int word) {
    return parts.wordName().apply(word);
  }

  /** What a step of a side is called; empty if it has no name. */
  public String nameOf(int side, Access access) {
    return parts.stepName().apply(side, access);
  }

  /** Its sides, in order. */
  public List<ProgramSide<?>> sides() {
    return parts.sides();
  }

  /** How many sides there are. */
  public int count() {
    return sides().size();
  }

  /** The name of a side. */
  public char letter(int side) {
    return sides().get(side).letter();
  }

  /** How many sides there are that do not wait for the end of all others; they come first. */
  public int countOfOthers() {
    return others;
  }

  /** Whether a side begins when all others have ended. */
  public boolean isLast(int side) {
    return sides().get(side).last();
  }

  /** What the sides do, as a text. */
  @Override
  public String toString() {
    return sides().stream().map(ProgramSide::toString).collect(Collectors.joining("; "));
  }
}
