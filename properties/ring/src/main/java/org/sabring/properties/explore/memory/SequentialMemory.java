package org.sabring.properties.explore.memory;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store is seen by all at once, and a load gives the last store. */
final class SequentialMemory implements Memory {

  private final int[] words;

  SequentialMemory(int[] words) {
    this.words = words.clone();
  }

  private SequentialMemory with(int word, int value) {
    SequentialMemory next = new SequentialMemory(words);
    next.words[word] = value;
    return next;
  }

  @Override
  public List<Read> loads(int side, int word, Mode mode) {
    return List.of(new Read(words[word], 0, this));
  }

  @Override
  public List<Memory> stores(int side, int word, int value, Mode mode) {
    return List.of(with(word, value));
  }

  @Override
  public List<Read> updates(int side, int word, int delta) {
    return List.of(new Read(words[word], 0, with(word, words[word] + delta)));
  }

  @Override
  public Memory fenced(int side) {
    return this;
  }

  @Override
  public Memory locked(int side, int word) {
    return this;
  }

  @Override
  public @Nullable Memory drained(int side) {
    return null;
  }

  @Override
  public int latest(int word) {
    return words[word];
  }

  @Override
  public @Nullable Race race() {
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof SequentialMemory memory && Arrays.equals(words, memory.words));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }
}
