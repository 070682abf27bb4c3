package org.sabring.jcstress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.sabring.memory.SharedInts;

/**
 * What the rings of one fork are in. On the heap each ring has a memory of its own. Of the others
 * there are too few: jcstress makes some ten thousand rings before it uses them, and each is used
 * once. So each gets a small part of a memory, in turn, and a part comes round again long after its
 * ring is forgotten. There are many memories, because all parts of one share a lock, which would
 * keep the two threads in step.
 */
final class Memories {

  /** The system property that names the kinds, with commas between them. */
  static final String PROPERTY = "sabring.memory";

  /** What a ring can be in. */
  enum Kind {
    HEAP,
    DIRECT,
    MAPPED;

    /** Its name in options and in verdicts. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Kind of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }

    private SharedInts memory(int length) throws IOException {
      return switch (this) {
        case HEAP -> SharedInts.heap(length);
        case DIRECT -> SharedInts.direct(length);
        case MAPPED -> mapped(length);
      };
    }

    /** The file is gone as soon as it is mapped, where the system lets it; else when this ends. */
    private static SharedInts mapped(int length) throws IOException {
      Path file = Files.createTempFile("ring", ".words");
      try {
        return SharedInts.mapped(file, length);
      } finally {
        if (!file.toFile().delete()) {
          file.toFile().deleteOnExit();
        }
      }
    }
  }

  private static final List<Kind> KINDS =
      Arrays.stream(System.getProperty(PROPERTY, Kind.HEAP.text()).split(","))
          .map(Kind::of)
          .toList();

  private Memories() {}

  /** The value of the property for such memories. */
  static String text(List<Kind> kinds) {
    return kinds.stream().map(Kind::text).collect(Collectors.joining(","));
  }

  /** So many zeroes. */
  static SharedInts zeroes(int length) {
    return KINDS.equals(List.of(Kind.HEAP)) ? SharedInts.heap(length) : Pool.zeroes(length);
  }

  /** Made when the first ring is in it. */
  private static final class Pool {

    /** A cache line: enough for a ring of three slots. */
    private static final int PART = 16;

    private static final int PARTS = 128;
    private static final int COUNT = 256;

    private static final SharedInts[] ALL = make();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static SharedInts[] make() {
      SharedInts[] all = new SharedInts[COUNT];
      try {
        for (int i = 0; i < COUNT; i++) {
          all[i] = KINDS.get(i % KINDS.size()).memory(PART * PARTS);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return all;
    }

    static SharedInts zeroes(int length) {
      int next = NEXT.getAndIncrement();
      SharedInts part = ALL[next & COUNT - 1].view((next >>> 8 & PARTS - 1) * PART, length);
      for (int word = 0; word < length; word++) {
        part.setVolatile(word, 0);
      }
      return part;
    }
  }
}
