package org.sabring.spec.event;

import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Labelled;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Word;

/** What an access of a trace goes to: a word of the ring, or none of them. */
public enum Place implements Labelled {
  WRITE(Word.WRITE),
  READ(Word.READ),
  PRODUCED(Word.PRODUCED),
  CONSUMED(Word.CONSUMED),
  PRODUCER_WAITS(Word.PRODUCER_WAITS),
  CONSUMER_WAITS(Word.CONSUMER_WAITS),
  DATA(Word.DATA),
  /** A word that is no part of the ring, such as a lock; a fence has no word either. */
  OTHER(null);

  private final @Nullable Word word;

  Place(@Nullable Word word) {
    this.word = word;
  }

  /** The word of the ring; null for any other word. */
  public @Nullable Word word() {
    return word;
  }

  /** The side that alone writes it; null for a word that is no part of the ring. */
  public @Nullable RingSide writer() {
    return word == null ? null : word.writer();
  }

  /** The place of a word of the ring. */
  static Place of(Word word) {
    return valueOf(word.name());
  }
}
