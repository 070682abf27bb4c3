package org.sabring.properties.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.sabring.memory.SharedInts;

/** The memories that every promise is tried on. */
public enum MemoryKind {
  HEAP {
    @Override
    public SharedInts of(int length) {
      return SharedInts.heap(length);
    }
  },
  DIRECT {
    @Override
    public SharedInts of(int length) {
      return SharedInts.direct(length);
    }
  },
  MAPPED {
    @Override
    public SharedInts of(int length) {
      try {
        Path file = Files.createTempFile("sabring", ".ring");
        try {
          return SharedInts.mapped(file, length);
        } finally {
          remove(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  /** A new memory of zeroes. */
  public abstract SharedInts of(int length);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mapping outlives the name; where a mapped file keeps its name, until the JVM ends. */
  private static void remove(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
