package org.sabring.properties.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the past: for each word the oldest store that may still be read, and which
 * accesses are not known to happen before. The latter are marks, numbered by whoever uses views.
 */
final class View {

  private final int[] seen;
  private final long[] missing;
  private final int hash;

  private View(int[] seen, long[] missing) {
    this.seen = seen;
    this.missing = missing;
    this.hash = 31 * Arrays.hashCode(seen) + Arrays.hashCode(missing);
  }

  static View fresh(int words, int marks) {
    return new View(new int[words], new long[(marks + 63) / 64]);
  }

  int seen(int word) {
    return seen[word];
  }

  boolean misses(int mark) {
    return (missing[mark >> 6] & 1L << mark) != 0;
  }

  /** Both pasts together. */
  View join(View other) {
    if (equals(other)) {
      return this;
    }
    int[] newest = seen.clone();
    for (int i = 0; i < newest.length; i++) {
      newest[i] = Math.max(newest[i], other.seen[i]);
    }
    return new View(newest, common(other.missing));
  }

  private long[] common(long[] marks) {
    long[] both = missing.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] &= marks[i];
    }
    return both;
  }

  View see(int word, int store) {
    if (seen[word] >= store) {
      return this;
    }
    int[] newer = seen.clone();
    newer[word] = store;
    return new View(newer, missing);
  }

  View miss(int mark) {
    return misses(mark) ? this : flip(mark);
  }

  View know(int mark) {
    return misses(mark) ? flip(mark) : this;
  }

  private View flip(int mark) {
    long[] marks = missing.clone();
    marks[mark >> 6] ^= 1L << mark;
    return new View(seen, marks);
  }

  /** A store has come between: what was seen after it has moved on by one. */
  View inserted(int word, int store) {
    return seen[word] >= store ? see(word, seen[word] + 1) : this;
  }

  /** The union of what is missing in both, in {@code marks}. */
  void addMissing(long[] marks) {
    for (int i = 0; i < marks.length; i++) {
      marks[i] |= missing[i];
    }
  }

  long[] noMarks() {
    return new long[missing.length];
  }

  /** Counts the stores from {@code oldest} on, and forgets the marks that are not in a set. */
  View forget(int[] oldest, long[] marks) {
    boolean same = true;
    for (int i = 0; i < missing.length; i++) {
      same &= (missing[i] & ~marks[i]) == 0;
    }
    for (int i = 0; i < seen.length; i++) {
      same &= seen[i] == 0 || oldest[i] == 0;
    }
    return same ? this : forgotten(oldest, marks);
  }

  private View forgotten(int[] oldest, long[] marks) {
    int[] shifted = seen.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = Math.max(0, shifted[i] - oldest[i]);
    }
    return new View(shifted, common(marks));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof View view
            && hash == view.hash
            && Arrays.equals(seen, view.seen)
            && Arrays.equals(missing, view.missing));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
