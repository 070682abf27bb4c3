package org.sabring.properties.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.stream.ChunkMode;

/** What the chunks of a script are: numbers, or bytes, counted up from 1 in both cases. */
abstract class ScriptChunks<T> {

  final ChunkMode<T> mode;

  /** What the next chunk holds. */
  int next = 1;

  private ScriptChunks(ChunkMode<T> mode) {
    this.mode = mode;
  }

  abstract T make(int size);

  abstract String show(@Nullable T chunk);

  static ScriptChunks<Integer> objects() {
    return new ScriptChunks<>(ChunkMode.<Integer>objects()) {
      @Override
      Integer make(int size) {
        return next++;
      }

      @Override
      String show(@Nullable Integer chunk) {
        return String.valueOf(chunk);
      }
    };
  }

  static ScriptChunks<byte[]> bytes() {
    return new ScriptChunks<>(ChunkMode.bytes()) {
      @Override
      byte[] make(int size) {
        byte[] made = new byte[size];
        for (int i = 0; i < size; i++) {
          made[i] = (byte) next++;
        }
        return made;
      }

      @Override
      String show(byte @Nullable [] chunk) {
        if (chunk == null) {
          return "null";
        }
        List<String> shown = new ArrayList<>();
        for (byte one : chunk) {
          shown.add(Integer.toString(one & 0xff));
        }
        return "[" + String.join(" ", shown) + "]";
      }
    };
  }
}
