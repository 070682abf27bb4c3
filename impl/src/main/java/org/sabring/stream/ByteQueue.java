package org.sabring.stream;

import java.util.Arrays;

/** A buffer of bytes, in chunks that are divided and joined as they are asked for. */
final class ByteQueue extends ChunkQueue<byte[]> {

  @Override
  int size(byte[] chunk) {
    return chunk.length;
  }

  /** One chunk at a time while flowing; exactly what was asked for, unless the end has come. */
  @Override
  int available(int wanted, boolean flowing, boolean ended) {
    if (wanted == ReadState.ANY) {
      return flowing && length() > 0 ? chunks.getFirst().length : length();
    }
    if (wanted <= length()) {
      return wanted;
    }
    return ended ? length() : 0;
  }

  @Override
  byte[] cut(int n) {
    byte[] first = chunks.removeFirst();
    if (first.length == n) {
      return first;
    }
    if (first.length > n) {
      chunks.addFirst(Arrays.copyOfRange(first, n, first.length));
      return Arrays.copyOf(first, n);
    }
    byte[] joined = Arrays.copyOf(first, n);
    int at = first.length;
    while (at < n) {
      byte[] next = chunks.removeFirst();
      int used = Math.min(next.length, n - at);
      System.arraycopy(next, 0, joined, at, used);
      at += used;
      if (used < next.length) {
        chunks.addFirst(Arrays.copyOfRange(next, used, next.length));
      }
    }
    return joined;
  }
}
