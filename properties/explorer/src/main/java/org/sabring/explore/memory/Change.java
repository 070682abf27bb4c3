package org.sabring.explore.memory;

import org.jspecify.annotations.Nullable;

/** A change of all views that there are. Many are one object: what became of the last is kept. */
abstract class Change {

  private @Nullable View before;
  private @Nullable View after;

  /** What becomes of what has been seen. */
  abstract int[] seen(int[] seen);

  /** What becomes of the accesses that are missing. */
  abstract long[] missing(long[] missing);

  @SuppressWarnings("ReferenceEquality") // the same object is enough, and quick to see
  final View of(View view) {
    if (before == view && after != null) {
      return after;
    }
    View changed = view.with(seen(view.seen), missing(view.missing));
    before = view;
    after = changed;
    return changed;
  }

  /** A store comes to a place in the order of its location. */
  static final class MakeRoom extends Change {
    private final int location;
    private final int place;

    MakeRoom(int location, int place) {
      this.location = location;
      this.place = place;
    }

    @Override
    int[] seen(int[] seen) {
      return Seen.moved(seen, location, place);
    }

    @Override
    long[] missing(long[] missing) {
      return missing;
    }
  }

  /** An access has been made that nobody knows of. */
  static final class Tell extends Change {
    private final int mark;

    Tell(int mark) {
      this.mark = mark;
    }

    @Override
    int[] seen(int[] seen) {
      return seen;
    }

    @Override
    long[] missing(long[] missing) {
      return Marks.with(missing, mark);
    }
  }

  /** What all sides know need not be remembered. */
  static final class Forget extends Change {
    private final int[] oldest;
    private final long[] missed;

    Forget(int[] oldest, long[] missed) {
      this.oldest = oldest;
      this.missed = missed;
    }

    @Override
    int[] seen(int[] seen) {
      return Seen.forget(seen, oldest);
    }

    @Override
    long[] missing(long[] missing) {
      return Marks.common(missing, missed);
    }
  }
}
