package org.sabring.explore.reduction;

import org.sabring.explore.memory.Mode;

/**
 * One thing that a side does to {@link Cells}.
 *
 * @param mode of its access; for what has but one, as a fence has, without meaning
 * @param number which field or element, or which value
 */
record Statement(Verb verb, Mode mode, int number) {

  /** What is done. */
  enum Verb {
    /** Fields {@code x} and {@code y}. */
    LOAD,
    STORE,
    /** Atomic updates of {@code x}. */
    COMPARE_AND_SET,
    WEAK_COMPARE_AND_SET,
    ADD,
    SWAP,
    /** Of the mode's kind. */
    FENCE,
    /** Field {@code wide}. */
    LOAD_LONG,
    STORE_LONG,
    /** Elements of an array. */
    LOAD_ELEMENT,
    STORE_ELEMENT,
    /** A node is made and stored to {@code head}. */
    PUBLISH,
    /** A node is made, and is garbage if another is there already. */
    TRY_PUBLISH,
    /** Looks into the node that is there. */
    FOLLOW,
    /** An object that nobody else gets. */
    PRIVATE,
    /** Adds to plain fields in a block, or within a block in a block. */
    LOCKED,
    /** Looks at {@code x} until it is not 0, at most so often. */
    AWAIT,
    /** Fails if {@code x} is not 0 and {@code y} is. */
    CHECK
  }

  @Override
  public String toString() {
    return "%s %s %d".formatted(verb, mode, number);
  }
}
