package org.sabring.explore.gallery;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Weakening;

/**
 * A class as it is, with a small program and a large one, what it promises, and copies with one
 * mistake each.
 *
 * @param name the class, and how an object of it is made
 * @param type the class under test, where it is from
 * @param small explored in every build, with the copies
 * @param large explored when there is time: one that takes seconds, or some minutes
 * @param code how it is taken
 * @param reason why races are meant to be, if the code tolerates any; else empty
 * @param copies those with a mistake
 */
record Specimen(
    String name,
    Class<?> type,
    Promise promise,
    Program.Sharing<?> small,
    Program.Sharing<?> large,
    Code code,
    String reason,
    List<Spoilt> copies) {

  /** About as many states as there is memory for. */
  private static final Options LARGE = Options.PLAIN.states(6_000_000);

  /** Where stores are seen late. */
  static final Set<MemoryModel> WEAK = EnumSet.of(MemoryModel.TSO, MemoryModel.RA);

  private static final Set<MemoryModel> ALL = EnumSet.allOf(MemoryModel.class);

  /**
   * A copy with a mistake.
   *
   * @param mistake puts it there
   * @param found the memories that show it; on the others the copy is as good as the class
   */
  record Spoilt(String how, UnaryOperator<Code> mistake, Set<MemoryModel> found) {
    @Override
    public String toString() {
      return how;
    }
  }

  static Specimen of(String name, Class<?> type, Promise promise, Program.Sharing<?> program) {
    return new Specimen(name, type, promise, program, program, Code.PLAIN, "", List.of());
  }

  /** The same, with a larger program. */
  Specimen large(Program.Sharing<?> program) {
    return new Specimen(name, type, promise, small, program, code, reason, copies);
  }

  /** The same, with the JDK's own locks in place of the engine's model. */
  Specimen withRealLocks() {
    Code real = code.withRealLocks();
    return new Specimen(name, type, promise, small, large, real, reason, copies);
  }

  /** The same, with races on some fields that are meant to be, and why. */
  Specimen tolerating(String why, String... fields) {
    Code tolerant = code.tolerating(fields);
    return new Specimen(name, type, promise, small, large, tolerant, why, copies);
  }

  /** And a copy whose accesses to a field order nothing, which release/acquire memory shows. */
  Specimen needs(Kind kind, String field) {
    return needs(kind, field, EnumSet.of(MemoryModel.RA));
  }

  /** And a copy whose accesses to a field order nothing, which some memories show. */
  Specimen needs(Kind kind, String field, Set<MemoryModel> found) {
    String access = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    Weakening weakening = Weakening.of(kind, field, Mode.OPAQUE);
    return spoilt(
        "an opaque %s of `%s`".formatted(access, field), code -> code.weakened(weakening), found);
  }

  /** And a copy without fences of a kind, which release/acquire memory shows. */
  Specimen needs(Fence fence) {
    return spoilt(
        "no %s fences".formatted(fence.name().toLowerCase(Locale.ROOT)),
        code -> code.weakened(Weakening.without(fence)),
        EnumSet.of(MemoryModel.RA));
  }

  /** And a copy in which a method does not call another, which every memory shows. */
  Specimen needsCall(Class<?> edited, String method, String called) {
    return needsCall(edited.getName(), method, called);
  }

  /** The same, of a class that is hidden. */
  Specimen needsCall(String edited, String method, String called) {
    String shown = edited.substring(edited.lastIndexOf('.') + 1).replace('$', '.');
    return spoilt(
        "no `%s` in `%s.%s`".formatted(called, shown, method),
        code -> code.replacing(edited, Edits.withoutCall(edited, method, called)),
        ALL);
  }

  /** And a copy that calls another method instead of one, which every memory shows. */
  Specimen needsCallOf(Class<?> edited, String called, String instead) {
    String name = edited.getName();
    return spoilt(
        "`%s` for `%s`".formatted(instead, called),
        code -> code.replacing(name, Edits.withOtherCall(name, called, instead)),
        ALL);
  }

  private Specimen spoilt(String how, UnaryOperator<Code> mistake, Set<MemoryModel> found) {
    List<Spoilt> more = new ArrayList<>(copies);
    more.add(new Spoilt(how, mistake, found));
    return new Specimen(name, type, promise, small, large, code, reason, more);
  }

  boolean isOfJdk() {
    return type.getClassLoader() == null;
  }

  /** The jar that the class is from, with its version; or the JDK. */
  String origin() {
    if (isOfJdk()) {
      return "JDK 17";
    }
    String place = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    return place.endsWith(".jar")
        ? place.substring(place.lastIndexOf('/') + 1, place.length() - ".jar".length())
        : "here";
  }

  Exploration exploredSmall(MemoryModel memory) throws InterruptedException {
    return explored(name, small, code, memory, Options.PLAIN);
  }

  Exploration exploredLarge(MemoryModel memory) throws InterruptedException {
    return explored(name + ", " + large.program(), large, code, memory, LARGE);
  }

  Exploration explored(Spoilt copy, MemoryModel memory) throws InterruptedException {
    String what = name + ", " + copy.how();
    return explored(what, small, copy.mistake().apply(code), memory, Options.PLAIN);
  }

  private Exploration explored(
      String what, Program.Sharing<?> sharing, Code taken, MemoryModel memory, Options options)
      throws InterruptedException {
    Program program = sharing.program().with(taken);
    Exploration explored = new Explorer(program, memory, promise.on(memory), options).explore();
    System.out.printf(
        Locale.ROOT,
        "%-3s %s: %s, %,d states, %.2f s%s%n",
        memory,
        what,
        explored.status(),
        explored.states(),
        explored.seconds(),
        explored.findings().isEmpty() ? "" : ", " + explored.findings().get(0).found());
    return explored;
  }

  @Override
  public String toString() {
    return name;
  }
}
