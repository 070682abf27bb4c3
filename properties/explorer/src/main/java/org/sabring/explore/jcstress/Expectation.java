package org.sabring.explore.jcstress;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An annotated outcome: what is expected of all results that it is about.
 *
 * @param ids results, or patterns of them; none for all that no other is about
 * @param expect what is expected
 * @param desc why
 */
public record Expectation(List<String> ids, Expect expect, String desc) {

  /** What may be expected of a result, by the names of jcstress. */
  public enum Expect {
    ACCEPTABLE,
    ACCEPTABLE_INTERESTING,
    FORBIDDEN,
    /** Nothing is said. */
    UNKNOWN
  }

  /** What holds of a result that no annotation is about. */
  private static final Expectation UNLISTED =
      new Expectation(List.of(), Expect.FORBIDDEN, "not listed");

  public Expectation {
    ids = List.copyOf(ids);
  }

  /** The one that a result falls under: that names it, else whose pattern fits, else the rest. */
  static Expectation of(String result, List<Expectation> all) {
    for (Expectation one : all) {
      if (one.ids.contains(result)) {
        return one;
      }
    }
    for (Expectation one : all) {
      if (one.ids.stream().anyMatch(id -> fits(id, result))) {
        return one;
      }
    }
    return all.stream().filter(one -> one.ids.isEmpty()).findFirst().orElse(UNLISTED);
  }

  /** Whether a result is, or fits, an id. */
  static boolean fits(String id, String result) {
    try {
      return id.equals(result) || Pattern.matches(id, result);
    } catch (PatternSyntaxException e) {
      return false; // a name and not a pattern
    }
  }

  /** Whether an annotation speaks of such a result. */
  @SuppressWarnings("ReferenceEquality") // there is one that stands for none
  public boolean isListed() {
    return this != UNLISTED;
  }

  /** Whether such a result may be seen. */
  public boolean isAllowed() {
    return expect != Expect.FORBIDDEN;
  }
}
