package org.sabring.stream;

/** Chunks that are one thing each. */
final class ObjectQueue<T> extends ChunkQueue<T> {

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
