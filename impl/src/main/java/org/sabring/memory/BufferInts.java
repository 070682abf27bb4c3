package org.sabring.memory;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Words outside the heap, in native byte order: a direct buffer or a mapped file. */
final class BufferInts extends Window {

  private static final VarHandle WORD =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private static final int MAX_LENGTH = Integer.MAX_VALUE / Integer.BYTES;

  /** Begins at a multiple of 4 bytes, as every mode but plain demands; the handle checks it. */
  private final ByteBuffer bytes;

  /** The same words, for those that come in numbers. */
  private final IntBuffer ints;

  private BufferInts(ByteBuffer bytes, WaiterLists lists, int from, int length) {
    super(lists, from, length);
    this.bytes = bytes;
    this.ints = bytes.duplicate().order(ByteOrder.nativeOrder()).asIntBuffer();
  }

  static BufferInts direct(int length, WaitStrategy strategy) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(size(length));
    return new BufferInts(bytes, new WaiterLists(strategy), 0, length);
  }

  static BufferInts mapped(Path file, int length, WaitStrategy strategy) throws IOException {
    int expected = size(length);
    try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE)) {
      long found = channel.size();
      if (found != 0 && found != expected) {
        throw new IllegalArgumentException(
            "file=" + file + ", found " + found + " bytes, expected " + expected);
      }
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, expected);
      return new BufferInts(bytes, WaiterRegistry.of(file, strategy), 0, length);
    }
  }

  private static int size(int length) {
    return checkLength(length, MAX_LENGTH) * Integer.BYTES;
  }

  private int byteAt(int index) {
    return at(index) * Integer.BYTES;
  }

  @Override
  Window window(WaiterLists lists, int from, int length) {
    return new BufferInts(bytes, lists, from, length);
  }

  @Override
  public int getPlain(int index) {
    return (int) WORD.get(bytes, byteAt(index));
  }

  @Override
  public int getOpaque(int index) {
    return (int) WORD.getOpaque(bytes, byteAt(index));
  }

  @Override
  public int getAcquire(int index) {
    return (int) WORD.getAcquire(bytes, byteAt(index));
  }

  @Override
  public int getVolatile(int index) {
    return (int) WORD.getVolatile(bytes, byteAt(index));
  }

  @Override
  public void setPlain(int index, int value) {
    WORD.set(bytes, byteAt(index), value);
  }

  @Override
  public void setOpaque(int index, int value) {
    WORD.setOpaque(bytes, byteAt(index), value);
  }

  @Override
  public void setRelease(int index, int value) {
    WORD.setRelease(bytes, byteAt(index), value);
  }

  @Override
  public void setVolatile(int index, int value) {
    WORD.setVolatile(bytes, byteAt(index), value);
  }

  @Override
  public void getPlain(int index, int[] into, int at, int count) {
    ints.get(range(index, count), into, at, count);
  }

  @Override
  public void setPlain(int index, int[] from, int at, int count) {
    ints.put(range(index, count), from, at, count);
  }

  @Override
  public int getAndAdd(int index, int delta) {
    return (int) WORD.getAndAdd(bytes, byteAt(index), delta);
  }
}
