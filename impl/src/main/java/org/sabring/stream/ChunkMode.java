package org.sabring.stream;

import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * The kind of a stream's chunks, objects or bytes, and how their length is counted.
 *
 * @param <T> a chunk
 */
public final class ChunkMode<T> {

  /** Chunks that are one thing each. */
  private static final class ObjectQueue<T> extends ChunkQueue<T> {
    @Override
    int size(T chunk) {
      return 1;
    }

    @Override
    int available(int wanted, boolean flowing, boolean ended) {
      return 1;
    }

    @Override
    T cut(int n) {
      return chunks.removeFirst();
    }
  }

  /** Node 20's default high-water marks. */
  private static final int DEFAULT_OBJECTS = 16;

  private static final int DEFAULT_BYTES = 16 * 1024;

  private static final ChunkMode<byte[]> BYTES =
      new ChunkMode<>(chunk -> chunk.length, ByteQueue::new, DEFAULT_BYTES);

  private final ToIntFunction<T> size;
  private final Supplier<ChunkQueue<T>> queue;
  private final int highWaterMark;

  private ChunkMode(ToIntFunction<T> size, Supplier<ChunkQueue<T>> queue, int highWaterMark) {
    this.size = size;
    this.queue = queue;
    this.highWaterMark = highWaterMark;
  }

  /** Each chunk is one thing, of length 1, and never divided or joined. */
  public static <T> ChunkMode<T> objects() {
    return new ChunkMode<>(chunk -> 1, ObjectQueue::new, DEFAULT_OBJECTS);
  }

  /**
   * A chunk is a run of bytes, and where one ends and the next begins means nothing. A chunk that
   * was handed over belongs to the stream: do not change it.
   */
  public static ChunkMode<byte[]> bytes() {
    return BYTES;
  }

  /** Node's default: 16 objects, or 16 384 bytes. */
  public int highWaterMark() {
    return highWaterMark;
  }

  int size(T chunk) {
    return size.applyAsInt(chunk);
  }

  ChunkQueue<T> queue() {
    return queue.get();
  }

  boolean isObjects() {
    return this != (Object) BYTES;
  }
}
