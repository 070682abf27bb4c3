package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorder on a class path with nothing but itself. */
class WithoutSpecTest {

  @TempDir private Path folder;

  private URLClassLoader alone = new URLClassLoader(new URL[0]);

  @BeforeEach
  void load() {
    URL own = HistoryRecorder.class.getProtectionDomain().getCodeSource().getLocation();
    alone = new URLClassLoader(new URL[] {own}, ClassLoader.getPlatformClassLoader());
  }

  @AfterEach
  void close() throws Exception {
    alone.close();
  }

  private Object recorder() throws Exception {
    Class<?> type = alone.loadClass(HistoryRecorder.class.getName());
    Object recorder =
        type.getMethod("around", Queue.class).invoke(null, new ArrayBlockingQueue<>(2));
    Object producer = call(recorder, "producer");
    Method offer = producer.getClass().getMethod("offer", Object.class);
    assertThat(offer.invoke(producer, 1)).isEqualTo(true);
    return recorder;
  }

  private static Object call(Object on, String method) throws Exception {
    return on.getClass().getMethod(method).invoke(on);
  }

  @Test
  void itRecordsAndWrites() throws Exception {
    Object recorder = recorder();
    Path file = folder.resolve("history.jsonl");
    recorder.getClass().getMethod("writeTo", Path.class).invoke(recorder, file);
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void whoJudgesIsToldWhatIsMissing() throws Exception {
    Object recorder = recorder();
    assertThatThrownBy(() -> call(recorder, "judge"))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no org.sabring:sabring-spec on the class path");
  }
}
