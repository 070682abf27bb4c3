package org.sabring.properties.explore.shipped;

import java.util.List;
import java.util.Set;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.memory.SharedInts;
import org.sabring.properties.world.ExploredCase;
import org.sabring.spec.law.Rule;

/**
 * A program on the shipped memory, of which every end is known.
 *
 * @param name in the verdict
 * @param explored what the sides do
 * @param options what else may happen
 * @param ends all that it may come to
 */
record ShippedCase(String name, Program explored, Options options, Set<String> ends)
    implements ExploredCase {

  ShippedCase {
    ends = Set.copyOf(ends);
  }

  static ShippedCase of(String name, Program explored, String... ends) {
    return new ShippedCase("waiter lists: " + name, explored, Options.PLAIN, Set.of(ends));
  }

  /** The same, and more may happen. */
  ShippedCase with(Options other) {
    return new ShippedCase(name, explored, other, ends);
  }

  /** Sides A, B and so on, on a new memory. */
  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  static Program on(int words, List<Operation<SharedInts>>... sides) {
    return on(Program.sharing(() -> SharedInts.heap(words)), sides);
  }

  /** Sides A, B and so on, on a memory of another kind. */
  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  static Program on(Program.Sharing<SharedInts> memory, List<Operation<SharedInts>>... sides) {
    Program.Sharing<SharedInts> program = memory;
    char letter = 'A';
    for (List<Operation<SharedInts>> side : sides) {
      program = program.side(letter++, side);
    }
    return program.program();
  }

  @Override
  public Monitor monitor(MemoryModel model) {
    return Ends.of(explored.count(), ends);
  }

  /** A part of it has other ends. */
  @Override
  public boolean isDivisible() {
    return false;
  }

  @Override
  public Set<Rule> rules(MemoryModel model) {
    return Set.of(Rule.RB301, Rule.RB302);
  }

  @Override
  public String says() {
    return explored.toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
