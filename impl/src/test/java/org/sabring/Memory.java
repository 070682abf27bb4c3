package org.sabring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sabring.memory.SharedInts;
import org.sabring.memory.WaitStrategy;

/** The memories that every promise is tested on. */
public enum Memory {
  HEAP {
    @Override
    public SharedInts of(int length, WaitStrategy strategy) {
      return SharedInts.heap(length, strategy);
    }
  },
  DIRECT {
    @Override
    public SharedInts of(int length, WaitStrategy strategy) {
      return SharedInts.direct(length, strategy);
    }
  },
  MAPPED {
    @Override
    public SharedInts of(int length, WaitStrategy strategy) {
      try {
        Path file = Files.createTempFile("sabring", ".ring");
        file.toFile().deleteOnExit();
        return SharedInts.mapped(file, length, strategy);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  /** A new memory of zeroes, with the wait strategy of the reference. */
  public SharedInts of(int length) {
    return of(length, WaitStrategy.LOCK);
  }

  /** A new memory of zeroes. */
  public abstract SharedInts of(int length, WaitStrategy strategy);
}
