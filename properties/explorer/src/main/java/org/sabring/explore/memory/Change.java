package org.sabring.explore.memory;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A cached transformation of views. Many are one object: what became of the last is kept. */
final class Change {

  private final UnaryOperator<int[]> ofSeen;
  private final UnaryOperator<long[]> ofMissing;
  private @Nullable View before;
  private @Nullable View after;

  private Change(UnaryOperator<int[]> ofSeen, UnaryOperator<long[]> ofMissing) {
    this.ofSeen = ofSeen;
    this.ofMissing = ofMissing;
  }

  /** A store comes to a place in the order of its location. */
  static Change makingRoom(int location, int place) {
    return new Change(seen -> SeenStores.moved(seen, location, place), missing -> missing);
  }

  /** An access has been made that nobody knows of. */
  static Change telling(int mark) {
    return new Change(seen -> seen, missing -> Marks.with(missing, mark));
  }

  /** What all sides know need not be remembered. */
  static Change forgetting(int[] oldest, long[] missed) {
    return new Change(
        seen -> SeenStores.forget(seen, oldest), missing -> Marks.common(missing, missed));
  }

  /** What becomes of what has been seen. */
  int[] of(int[] seen) {
    return ofSeen.apply(seen);
  }

  @SuppressWarnings("ReferenceEquality") // the same object is enough, and quick to see
  View of(View view) {
    if (before == view && after != null) {
      return after;
    }
    View changed = view.with(of(view.seen), ofMissing.apply(view.missing));
    before = view;
    after = changed;
    return changed;
  }
}
