package org.sabring.spec.catalog;

import java.util.List;

/**
 * The result of a layer on a mutant: caught, unseen, or equivalent.
 *
 * @param kind whether it notices
 * @param names if caught, the rules found broken or the checks that catch it, as {@link
 *     Column#isRun} says; if equivalent, the checks that show it; else none
 * @param reason why it cannot be seen, in a sentence; else empty
 */
public record Cell(Kind kind, List<String> names, String reason) {

  /** The kind of result: whether the layer notices the mutant. */
  public enum Kind {
    CAUGHT("caught"),
    UNSEEN("cannot be seen here"),
    EQUIVALENT("equivalent");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name of this kind, for people. */
    public String label() {
      return label;
    }
  }

  public Cell {
    names = List.copyOf(names);
  }

  static Cell caught(String names) {
    return new Cell(Kind.CAUGHT, List.of(names.split(", ")), "");
  }

  static Cell unseen(String reason) {
    return new Cell(Kind.UNSEEN, List.of(), reason);
  }

  static Cell equivalent(String check) {
    return new Cell(Kind.EQUIVALENT, List.of(check), "");
  }

  public boolean isCaught() {
    return kind == Kind.CAUGHT;
  }

  /** The result in a few words. */
  public String text() {
    return switch (kind) {
      case CAUGHT -> "caught: " + String.join(", ", names);
      case UNSEEN -> "cannot be seen here: " + reason;
      case EQUIVALENT -> "equivalent, as " + String.join(", ", names) + " shows";
    };
  }
}
