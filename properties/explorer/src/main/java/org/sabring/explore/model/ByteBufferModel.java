package org.sabring.explore.model;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * A model of {@link java.nio.ByteBuffer}: bytes in an array, wherever the real one has them. Of its
 * methods it has those that read and write bytes and ints; a call of another one is refused.
 */
public final class ByteBufferModel {

  private final byte[] bytes;
  private final int from;
  private final int capacity;
  private int position;
  private int limit;
  private boolean isLittle;

  private ByteBufferModel(byte[] bytes, int from, int capacity, int position, int limit) {
    this.bytes = bytes;
    this.from = from;
    this.capacity = capacity;
    this.position = position;
    this.limit = limit;
  }

  public static ByteBufferModel allocate(int capacity) {
    return wrap(new byte[capacity]);
  }

  public static ByteBufferModel allocateDirect(int capacity) {
    return allocate(capacity);
  }

  public static ByteBufferModel wrap(byte[] bytes) {
    return wrap(bytes, 0, bytes.length);
  }

  public static ByteBufferModel wrap(byte[] bytes, int from, int length) {
    Objects.checkFromIndexSize(from, length, bytes.length);
    return new ByteBufferModel(bytes, 0, bytes.length, from, from + length);
  }

  public ByteBufferModel duplicate() {
    return new ByteBufferModel(bytes, from, capacity, position, limit);
  }

  public ByteBufferModel slice() {
    return new ByteBufferModel(bytes, from + position, remaining(), 0, remaining());
  }

  public byte[] array() {
    return bytes;
  }

  public int arrayOffset() {
    return from;
  }

  public int capacity() {
    return capacity;
  }

  public int position() {
    return position;
  }

  public ByteBufferModel position(int next) {
    if (next < 0 || next > limit) {
      throw new IllegalArgumentException("position=" + next + ", expected 0.." + limit);
    }
    position = next;
    return this;
  }

  public int limit() {
    return limit;
  }

  public ByteBufferModel limit(int next) {
    if (next < 0 || next > capacity) {
      throw new IllegalArgumentException("limit=" + next + ", expected 0.." + capacity);
    }
    limit = next;
    position = Math.min(position, next);
    return this;
  }

  public int remaining() {
    return limit - position;
  }

  public boolean hasRemaining() {
    return position < limit;
  }

  public ByteBufferModel flip() {
    limit = position;
    position = 0;
    return this;
  }

  public ByteBufferModel clear() {
    limit = capacity;
    position = 0;
    return this;
  }

  public ByteBufferModel rewind() {
    position = 0;
    return this;
  }

  public ByteOrder order() {
    return isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  public ByteBufferModel order(ByteOrder order) {
    isLittle = order.equals(ByteOrder.LITTLE_ENDIAN);
    return this;
  }

  /** Where so many bytes at the position lie, which it goes past. */
  private int next(int length, boolean reads) {
    if (length > remaining()) {
      throw reads ? new BufferUnderflowException() : new BufferOverflowException();
    }
    position += length;
    return from + position - length;
  }

  public byte get() {
    return bytes[next(1, true)];
  }

  public byte get(int index) {
    return bytes[from + Objects.checkIndex(index, limit)];
  }

  public ByteBufferModel get(byte[] into) {
    return get(into, 0, into.length);
  }

  public ByteBufferModel get(byte[] into, int at, int length) {
    Objects.checkFromIndexSize(at, length, into.length);
    System.arraycopy(bytes, next(length, true), into, at, length);
    return this;
  }

  public ByteBufferModel put(byte value) {
    bytes[next(1, false)] = value;
    return this;
  }

  public ByteBufferModel put(int index, byte value) {
    bytes[from + Objects.checkIndex(index, limit)] = value;
    return this;
  }

  public ByteBufferModel put(byte[] values) {
    return put(values, 0, values.length);
  }

  public ByteBufferModel put(byte[] values, int at, int length) {
    Objects.checkFromIndexSize(at, length, values.length);
    System.arraycopy(values, at, bytes, next(length, false), length);
    return this;
  }

  public ByteBufferModel put(ByteBufferModel other) {
    int length = other.remaining();
    int to = next(length, false);
    System.arraycopy(other.bytes, other.next(length, true), bytes, to, length);
    return this;
  }

  public int getInt() {
    int at = next(Integer.BYTES, true);
    int value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value |= (bytes[at + i] & 0xff) << shift(i);
    }
    return value;
  }

  public ByteBufferModel putInt(int value) {
    int at = next(Integer.BYTES, false);
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[at + i] = (byte) (value >>> shift(i));
    }
    return this;
  }

  private int shift(int place) {
    return Byte.SIZE * (isLittle ? place : Integer.BYTES - 1 - place);
  }
}
