package org.sabring.tla.tlc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder that one run has for itself, held by a file lock: {@code run-1} below a common one, or
 * the next that nobody holds. So runs in one checkout do not disturb each other, what they leave
 * behind is found at the same place, and a run that was killed holds nothing.
 */
final class RunFolder implements Closeable {

  /** What this JVM holds: a file lock keeps out other JVMs alone. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private RunFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Takes the first one that is free. */
  static RunFolder below(Path common) throws IOException {
    for (int number = 1; ; number++) {
      Path path = common.toAbsolutePath().resolve("run-" + number);
      if (!OURS.add(path)) {
        continue;
      }
      Files.createDirectories(path);
      FileChannel lock =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() != null) {
        return new RunFolder(path, lock);
      }
      lock.close();
      OURS.remove(path);
    }
  }

  Path path() {
    return path;
  }

  /** Lets others have it. */
  @Override
  public void close() throws IOException {
    lock.close();
    OURS.remove(path);
  }
}
