package org.sabring.explore;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Program.Maker;

/**
 * A simulated thread of a program: the operations that a side calls.
 *
 * @param letter its name in schedules
 * @param maker makes its object of what is shared; null if it is that
 * @param menu what it does
 * @param asItIs whether its code is not rewritten, and its object made anew for each run
 * @param last whether it begins when all others have ended
 */
public record ProgramSide<T>(
    char letter, @Nullable Maker<?, ?> maker, Menu<T> menu, boolean asItIs, boolean last) {

  /** A side that calls what is shared. */
  public static <T> ProgramSide<T> of(char letter, List<Operation<T>> operations) {
    return new ProgramSide<>(letter, null, Menu.inOrder(operations), false, false);
  }

  /** The same, but it begins when all others have ended. */
  ProgramSide<T> afterOthers() {
    return new ProgramSide<>(letter, maker, menu, asItIs, true);
  }

  /** Whether it calls its operations one after the other, rather than as it chooses. */
  public boolean isInOrder() {
    return menu instanceof Menu.InOrder<T>;
  }

  /** The operations that are written down. */
  public List<Operation<T>> written() {
    return menu instanceof Menu.InOrder<T> order ? order.operations() : menu.choices();
  }

  /** How many operations can be left out: none where they are a choice. */
  int operations() {
    return !last && isInOrder() ? written().size() : 0;
  }

  /** The same side with only those operations whose number, after the first, is in the set. */
  ProgramSide<T> only(BitSet kept, int first) {
    if (last || !isInOrder()) {
      return this;
    }
    List<Operation<T>> left =
        IntStream.range(0, operations())
            .filter(i -> kept.get(first + i))
            .mapToObj(written()::get)
            .toList();
    return new ProgramSide<>(letter, maker, Menu.inOrder(left), asItIs, last);
  }

  @Override
  public String toString() {
    return written().stream()
        .map(operation -> operation.call().toString())
        .collect(Collectors.joining(isInOrder() ? ", " : " or ", letter + ": ", ""));
  }
}
