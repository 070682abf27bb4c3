package org.sabring.explore.monitor;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.monitor.OneAtATime.Turn;

/** The sequential specification that is an object of the class under test. */
final class OfItself implements SequentialModel<OfItself.After> {

  /**
   * The state after some calls.
   *
   * @param turns calls that lead to it: some of many
   * @param state what tells it apart
   */
  record After(List<Turn> turns, Object state) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof After after && state.equals(after.state);
    }

    @Override
    public int hashCode() {
      return state.hashCode();
    }
  }

  private record Asked(After before, Turn turn) {}

  private final OneAtATime object;
  private final Map<After, After> states = new ConcurrentHashMap<>();
  private final Map<Asked, List<Applied<After>>> known = new ConcurrentHashMap<>();

  OfItself(OneAtATime object) {
    this.object = object;
  }

  @Override
  public After start() {
    return after(List.of());
  }

  @Override
  public List<Applied<After>> apply(After before, int side, Object call) {
    Asked asked = new Asked(before, new Turn(side, call));
    List<Applied<After>> applied = known.get(asked);
    if (applied == null) {
      applied = ask(before.turns(), asked.turn());
      known.put(asked, applied);
    }
    return applied;
  }

  private List<Applied<After>> ask(List<Turn> before, Turn turn) {
    Object answer = object.answer(before, turn);
    return OneAtATime.BLOCKS.equals(answer)
        ? List.of()
        : List.of(new Applied<>(after(PersistentCollections.and(before, turn)), answer));
  }

  /** The state, by the first calls that led to it. */
  private After after(List<Turn> turns) {
    After after = new After(turns, object.state(turns));
    After first = states.putIfAbsent(after, after);
    return first == null ? after : first;
  }

  @Override
  public String toString() {
    return "the same class, called one call at a time,";
  }
}
