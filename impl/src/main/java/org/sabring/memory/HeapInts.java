package org.sabring.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Words in an {@code int[]}. */
class HeapInts extends Window {

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(int[].class);

  private final int[] words;

  /** All of an array: the index is compared with the array's length, once. */
  private static final class Whole extends HeapInts {

    Whole(int[] words, WaiterLists lists) {
      super(words, lists, 0, words.length);
    }

    @Override
    int at(int index) {
      if (index < 0 || index >= super.words.length) {
        throw outside(index);
      }
      return index;
    }
  }

  static HeapInts whole(int[] words, WaiterLists lists) {
    return new Whole(words, lists);
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
  public void getPlain(int index, int[] into, int at, int count) {
    System.arraycopy(words, range(index, count), into, at, count);
  }

  @Override
  public void setPlain(int index, int[] from, int at, int count) {
    System.arraycopy(from, at, words, range(index, count), count);
  }

  @Override
  public int getAndAdd(int index, int delta) {
    return (int) WORD.getAndAdd(words, at(index), delta);
  }
}
