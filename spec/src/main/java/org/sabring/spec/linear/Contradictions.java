package org.sabring.spec.linear;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.law.Rule;

/**
 * What contradicts itself in a history, whatever the order: an element that is taken and was not
 * put, or is taken twice, or overtakes another, or never comes; a queue said to be empty that
 * cannot be; and {@link Crowding}. In {@code n log n}. Most mistakes show in this way, and can be
 * told in terms of two or three calls; what does not is left to the search.
 */
public final class Contradictions {
  private final int bound;
  private final List<SingleOperation> all;
  private final Map<Integer, Life> lives = new HashMap<>();
  private final List<SingleOperation> cancels;
  private final boolean mayVanish;

  /** The elements of one value: how often it is stored and taken, and the only such operations. */
  private static final class Life {
    int stores;
    int takes;
    @Nullable SingleOperation store;
    @Nullable SingleOperation take;

    boolean isOne() {
      return stores == 1 && takes <= 1;
    }
  }

  private Contradictions(OperationTable table) {
    bound = table.header().bound();
    all = table.all().toList();
    cancels = all.stream().filter(a -> a.is(OperationKind.CANCEL)).toList();
    mayVanish =
        table.header().overwrites()
            || all.stream().anyMatch(a -> a.removes() && a.outcome() != Outcome.ELEMENT); // unseen
    all.stream().sorted(Comparator.comparingInt(SingleOperation::returned)).forEach(this::live);
  }

  /** The first contradiction; null if there is none of these. */
  public static @Nullable Clash find(OperationTable table) {
    Contradictions contradictions = new Contradictions(table);
    Clash clash = contradictions.invented();
    clash = clash == null ? contradictions.overtaken() : clash;
    clash = clash == null ? contradictions.missed() : clash;
    return clash == null ? new Crowding(table).find() : clash;
  }

  private void live(SingleOperation action) {
    if (action.stores()) {
      Life life = life(action);
      life.stores++;
      life.store = action;
    } else if (action.removes() && action.outcome() == Outcome.ELEMENT) {
      Life life = life(action);
      life.takes++;
      life.take = action;
    }
  }

  private Life life(SingleOperation action) {
    return lives.computeIfAbsent(action.value(), value -> new Life());
  }

  /** Taken more often than it was put, or before. */
  private @Nullable Clash invented() {
    Map<Integer, Integer> taken = new HashMap<>();
    Map<Integer, SingleOperation> last = new HashMap<>();
    for (SingleOperation action : sorted(all, SingleOperation::returned)) {
      if (action.outcome() != Outcome.ELEMENT) {
        continue;
      }
      Life life = life(action);
      int times = action.removes() ? taken.merge(action.value(), 1, Integer::sum) : 1;
      String what = Clash.text(action);
      if (life.stores == 0) {
        return Clash.of(bound, Rule.RB103, action, what + ", which nobody put: it is invented");
      }
      if (times > life.stores) {
        String put = life.stores == 1 ? "once" : life.stores + " times";
        SingleOperation earlier = last.get(action.value());
        if (earlier != null) {
          String line = ", which line " + earlier.event().line() + " took already";
          String found = what + line + ", and was put " + put + ": it is doubled";
          return Clash.of(bound, Rule.RB103, action, found, known(life.store), earlier);
        }
      }
      if (life.stores == 1 && life.store != null && action.isBefore(life.store)) {
        return Clash.of(bound, Rule.RB103, action, what + " before it was put", life.store);
      }
      if (action.removes()) {
        last.put(action.value(), action);
      }
    }
    return null;
  }

  private static SingleOperation known(@Nullable SingleOperation action) {
    return Objects.requireNonNull(action);
  }

  /** An element that came out after one that was put later, or never. */
  private @Nullable Clash overtaken() {
    List<Life> ones =
        lives.values().stream().filter(life -> life.isOne() && life.store != null).toList();
    List<Life> byEnd =
        ones.stream()
            .filter(life -> known(life.store).isDue() && (life.take != null || !mayVanish))
            .sorted(Comparator.comparingInt(life -> known(life.store).returned()))
            .toList();
    List<Life> byCall =
        ones.stream()
            .filter(life -> life.take != null)
            .sorted(Comparator.comparingInt(life -> known(life.store).call()))
            .toList();
    int next = 0;
    Life latest = null;
    for (Life life : byCall) {
      while (next < byEnd.size() && known(byEnd.get(next).store).isBefore(known(life.store))) {
        Life earlier = byEnd.get(next++);
        latest = latest == null || takenAt(earlier) > takenAt(latest) ? earlier : latest;
      }
      if (latest != null && known(life.take).returned() < takenAt(latest)) {
        SingleOperation take = known(life.take);
        SingleOperation first = known(latest.store);
        String before =
            first.event().value() + ", which line " + first.event().line() + " put earlier";
        return latest.take == null
            ? Clash.of(
                bound,
                Rule.RB102,
                take,
                Clash.text(take) + " before " + before + " and nobody took: it is lost",
                first,
                known(life.store))
            : Clash.of(
                bound,
                Rule.RB101,
                take,
                Clash.text(take)
                    + " before "
                    + before
                    + " and line "
                    + latest.take.event().line()
                    + " took later",
                first,
                known(life.store),
                latest.take);
      }
    }
    return null;
  }

  /** When an element began to be taken; {@link SingleOperation#NEVER} if it was not. */
  private static int takenAt(Life life) {
    return life.take == null ? SingleOperation.NEVER : life.take.call();
  }

  /** Nothing was found although an element was there all the time. */
  private @Nullable Clash missed() {
    List<Life> byEnd =
        lives.values().stream()
            .filter(life -> life.isOne() && life.store != null && life.store.isDue())
            .filter(life -> life.take != null || !mayVanish)
            .sorted(Comparator.comparingInt(life -> known(life.store).returned()))
            .toList();
    int next = 0;
    Life latest = null;
    for (SingleOperation look : sorted(all, SingleOperation::call)) {
      boolean nothing =
          switch (look.outcome()) {
            case EMPTY, END, NOTHING -> true;
            default -> false;
          };
      while (nothing && next < byEnd.size() && known(byEnd.get(next).store).isBefore(look)) {
        Life stored = byEnd.get(next++);
        latest = latest == null || takenAt(stored) > takenAt(latest) ? stored : latest;
      }
      boolean overwritten = mayVanish && latest != null && latest.take == null;
      if (nothing
          && latest != null
          && !overwritten
          && look.returned() < takenAt(latest)
          && !mayCome(cancels, look)) {
        SingleOperation store = known(latest.store);
        String missed = store.event().value() + ", which line " + store.event().line() + " put";
        String lost = latest.take == null ? ", is lost: nobody took it" : ", is missed";
        Rule rule = look.outcome() == Outcome.END ? Rule.RB501 : Rule.RB102;
        String found = look.event().action() + " with an element stored: " + missed + lost;
        return Clash.of(bound, rule, look, found, store);
      }
    }
    return null;
  }

  /** Whether one of them may have taken effect before another came back. */
  private static boolean mayCome(List<SingleOperation> some, SingleOperation before) {
    return some.stream().anyMatch(action -> action.call() <= before.returned());
  }

  private static List<SingleOperation> sorted(
      List<SingleOperation> actions, ToIntFunction<SingleOperation> by) {
    return actions.stream().sorted(Comparator.comparingInt(by)).toList();
  }
}
