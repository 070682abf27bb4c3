package org.sabring.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Words in an {@code int[]}. */
final class HeapInts extends Window {

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(int[].class);

  private final int[] words;

  HeapInts(int[] words) {
    this(words, WaiterRegistry.of(words), 0, words.length);
  }

  private HeapInts(int[] words, WaiterLists lists, int from, int length) {
    super(lists, from, length);
    this.words = words;
  }

  @Override
  Window window(WaiterLists lists, int from, int length) {
    return new HeapInts(words, lists, from, length);
  }

  @Override
  public int getPlain(int index) {
    return (int) WORD.get(words, at(index));
  }

  @Override
  public int getOpaque(int index) {
    return (int) WORD.getOpaque(words, at(index));
  }

  @Override
  public int getAcquire(int index) {
    return (int) WORD.getAcquire(words, at(index));
  }

  @Override
  public int getVolatile(int index) {
    return (int) WORD.getVolatile(words, at(index));
  }

  @Override
  public void setPlain(int index, int value) {
    WORD.set(words, at(index), value);
  }

  @Override
  public void setOpaque(int index, int value) {
    WORD.setOpaque(words, at(index), value);
  }

  @Override
  public void setRelease(int index, int value) {
    WORD.setRelease(words, at(index), value);
  }

  @Override
  public void setVolatile(int index, int value) {
    WORD.setVolatile(words, at(index), value);
  }

  @Override
  public int getAndAdd(int index, int delta) {
    return (int) WORD.getAndAdd(words, at(index), delta);
  }
}
