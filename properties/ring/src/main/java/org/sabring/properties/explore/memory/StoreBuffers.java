package org.sabring.properties.explore.memory;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory of an x86 machine. A store goes into the side's own buffer and reaches the memory
 * later, first in first out; a load gives the newest store in the own buffer, or else the memory. A
 * volatile store, an atomic addition, a full fence and a lock empty the buffer before the side goes
 * on; other modes add nothing. What the compiler may reorder is left out.
 */
final class StoreBuffers implements Memory {

  private final int[] words;

  /** For each side the stores that wait, oldest first: word, value, word, value, and so on. */
  private final int[][] buffers;

  StoreBuffers(int[] words, int sides) {
    this(words.clone(), new int[sides][0]);
  }

  private StoreBuffers(int[] words, int[][] buffers) {
    this.words = words;
    this.buffers = buffers;
  }

  private StoreBuffers copy() {
    return new StoreBuffers(words.clone(), buffers.clone());
  }

  private int seenBy(int side, int word) {
    int[] buffer = buffers[side];
    for (int i = buffer.length - 2; i >= 0; i -= 2) {
      if (buffer[i] == word) {
        return buffer[i + 1];
      }
    }
    return words[word];
  }

  private StoreBuffers buffered(int side, int word, int value) {
    StoreBuffers next = copy();
    int[] buffer = Arrays.copyOf(buffers[side], buffers[side].length + 2);
    buffer[buffer.length - 2] = word;
    buffer[buffer.length - 1] = value;
    next.buffers[side] = buffer;
    return next;
  }

  private StoreBuffers emptied(int side) {
    if (buffers[side].length == 0) {
      return this;
    }
    StoreBuffers next = copy();
    for (int i = 0; i < buffers[side].length; i += 2) {
      next.words[buffers[side][i]] = buffers[side][i + 1];
    }
    next.buffers[side] = new int[0];
    return next;
  }

  @Override
  public List<Read> loads(int side, int word, Mode mode) {
    return List.of(new Read(seenBy(side, word), 0, this));
  }

  @Override
  public List<Memory> stores(int side, int word, int value, Mode mode) {
    StoreBuffers next = buffered(side, word, value);
    return List.of(mode == Mode.VOLATILE ? next.emptied(side) : next);
  }

  @Override
  public List<Read> updates(int side, int word, int delta) {
    StoreBuffers empty = emptied(side);
    int before = empty.words[word];
    return List.of(new Read(before, 0, empty.buffered(side, word, before + delta).emptied(side)));
  }

  @Override
  public Memory fenced(int side) {
    return emptied(side);
  }

  @Override
  public Memory locked(int side, int word) {
    return emptied(side);
  }

  @Override
  public @Nullable Memory drained(int side) {
    int[] buffer = buffers[side];
    if (buffer.length == 0) {
      return null;
    }
    StoreBuffers next = copy();
    next.words[buffer[0]] = buffer[1];
    next.buffers[side] = Arrays.copyOfRange(buffer, 2, buffer.length);
    return next;
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
        || (other instanceof StoreBuffers memory
            && Arrays.equals(words, memory.words)
            && Arrays.deepEquals(buffers, memory.buffers));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(words) + Arrays.deepHashCode(buffers);
  }
}
