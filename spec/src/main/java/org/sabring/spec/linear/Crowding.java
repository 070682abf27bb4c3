package org.sabring.spec.linear;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.law.Rule;

/**
 * Contradictions about what may be stored at all: an element stored where the bound must have been
 * reached, or after close; one got after cancel. In {@code n log n}.
 */
final class Crowding {
  private final int bound;
  private final boolean overwrites;
  private final List<SingleOperation> all;

  Crowding(OperationTable table) {
    bound = table.header().bound();
    overwrites = table.header().overwrites();
    all = table.all().sorted(Comparator.comparingInt(SingleOperation::returned)).toList();
  }

  /** The first contradiction; null if there is none of these. */
  @Nullable Clash find() {
    Clash late = afterTheEnd();
    return late == null && !overwrites ? crowded() : late;
  }

  private @Nullable Clash afterTheEnd() {
    SingleOperation close = first(OperationKind.CLOSE);
    SingleOperation cancel = first(OperationKind.CANCEL);
    for (SingleOperation action : all) {
      if (close != null && action.outcome() == Outcome.STORED && close.isBefore(action)) {
        String found =
            action.event().value() + " stored after close: a consumer may have seen the end";
        return Clash.of(bound, Rule.RB502, action, found, close);
      }
      boolean got = action.outcome() == Outcome.ELEMENT || action.outcome() == Outcome.SKIPPED;
      if (cancel != null && got && cancel.isBefore(action)) {
        String what = action.outcome() == Outcome.ELEMENT ? Clash.text(action) : "skipped";
        return Clash.of(bound, Rule.RB502, action, what + " after cancel", cancel);
      }
    }
    return null;
  }

  private @Nullable SingleOperation first(OperationKind op) {
    return all.stream().filter(a -> a.is(op) && a.isDue()).findFirst().orElse(null);
  }

  private @Nullable Clash crowded() {
    int[] stored = ranks(a -> a.outcome() == Outcome.STORED, SingleOperation::returned);
    int[] removed = ranks(SingleOperation::removes, SingleOperation::call);
    int[] cancelled = ranks(a -> a.is(OperationKind.CANCEL), SingleOperation::call);
    for (SingleOperation action : all) {
      int until = action.returned() + 1;
      if (action.outcome() == Outcome.STORED && below(cancelled, until) == 0) {
        int there = below(stored, action.call()) - below(removed, until);
        if (there >= bound) {
          String found =
              action.event().value()
                  + " stored with at least %d of %d stored".formatted(there, bound)
                  + ": the oldest may be overwritten";
          return Clash.of(bound, Rule.RB104, action, found);
        }
      }
    }
    return null;
  }

  private int[] ranks(Predicate<SingleOperation> wanted, ToIntFunction<SingleOperation> time) {
    return all.stream().filter(wanted).mapToInt(time).sorted().toArray();
  }

  /** How many of the ranks, which ascend, are below a limit. */
  private static int below(int[] ranks, int limit) {
    int low = 0;
    int high = ranks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranks[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
