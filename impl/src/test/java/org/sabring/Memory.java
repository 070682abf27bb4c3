package org.sabring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sabring.memory.SharedInts;

/** The memories that every promise is tested on. */
public enum Memory {
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
        file.toFile().deleteOnExit();
        return SharedInts.mapped(file, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  /** A new memory of zeroes. */
  public abstract SharedInts of(int length);
}
