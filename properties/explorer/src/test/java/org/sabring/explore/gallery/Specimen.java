package org.sabring.explore.gallery;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Judge;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Weakening;

/**
 * A program of a class as it is, what it promises, and copies with one mistake each.
 *
 * @param small a smaller program, for the copies
 * @param code how it is taken
 * @param judge what it promises on each memory
 */
record Specimen(
    String name,
    Program.Sharing<?> sharing,
    Program.Sharing<?> small,
    Code code,
    Function<MemoryModel, Judge> judge,
    List<Spoilt> copies) {

  /**
   * A copy with a mistake.
   *
   * @param found the memories that show it; on the others the copy is as good as the class
   */
  record Spoilt(String how, Code code, Set<MemoryModel> found) {
    @Override
    public String toString() {
      return how;
    }
  }

  static Specimen of(String name, Program.Sharing<?> sharing, Function<MemoryModel, Judge> judge) {
    return new Specimen(name, sharing, sharing, Code.PLAIN, judge, List.of());
  }

  /** The same, taken in another way; to be said first. */
  Specimen with(Code taken) {
    return new Specimen(name, sharing, small, taken, judge, copies);
  }

  /** The same, with a smaller program for the copies. */
  Specimen small(Program.Sharing<?> program) {
    return new Specimen(name, sharing, program, code, judge, copies);
  }

  /** And a copy whose accesses to a field order nothing, which release/acquire memory shows. */
  Specimen needs(Kind kind, String field) {
    return needs(kind, field, EnumSet.of(MemoryModel.RA));
  }

  /** And a copy whose accesses to a field order nothing, which some memories show. */
  Specimen needs(Kind kind, String field, Set<MemoryModel> found) {
    String how = "with an opaque %s of %s".formatted(kind.name().toLowerCase(Locale.ROOT), field);
    return spoilt(how, code.weakened(Weakening.of(kind, field, Mode.OPAQUE)), found);
  }

  /** And a copy without fences of a kind, which release/acquire memory shows. */
  Specimen needs(Fence fence) {
    String how = "without " + fence + " fences";
    return spoilt(how, code.weakened(Weakening.without(fence)), EnumSet.of(MemoryModel.RA));
  }

  /** And a copy of an edited class, which every memory shows. */
  Specimen edited(String how, Class<?> type, byte[] file) {
    return spoilt(how, code.replacing(type.getName(), file), EnumSet.allOf(MemoryModel.class));
  }

  private Specimen spoilt(String how, Code spoiltCode, Set<MemoryModel> found) {
    List<Spoilt> more = new ArrayList<>(copies);
    more.add(new Spoilt(how, spoiltCode, found));
    return new Specimen(name, sharing, small, code, judge, more);
  }

  Exploration explored(MemoryModel memory) throws InterruptedException {
    return explored(name, sharing.program().with(code), memory);
  }

  Exploration explored(Spoilt copy, MemoryModel memory) throws InterruptedException {
    return explored(name + " " + copy.how(), small.program().with(copy.code()), memory);
  }

  private Exploration explored(String what, Program program, MemoryModel memory)
      throws InterruptedException {
    Exploration explored =
        new Explorer(program, memory, judge.apply(memory), Options.PLAIN).explore();
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
