package org.sabring.properties.stream.directed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What a Writable promises, whatever its sink is. */
@SuppressWarnings("unused") // found by their names
final class WritableChecks {

  private final HandLoop loop = new HandLoop();
  private final Sink sink = new Sink(loop.loop(), 2).hear();
  private final List<Boolean> answers = new ArrayList<>();

  private void write(int chunks) {
    loop.run(
        () -> {
          for (int chunk = 1; chunk <= chunks; chunk++) {
            answers.add(sink.write(chunk));
          }
        });
  }

  void required_RB611_chunksAreWrittenOneAfterTheOther() {
    write(3);
    assertThat(sink.heard).containsExactly("write 1");
    loop.run(sink::finishOne);
    loop.run(sink::finishOne);
    assertThat(sink.heard).containsExactly("write 1", "write 2", "write 3");
  }

  void required_RB612_aWriteSaysWhenTheBufferIsFull() {
    write(3);
    assertThat(answers).containsExactly(true, false, false);
  }

  void required_RB612_drainComesOnceAllIsWritten() {
    write(2);
    loop.run(sink::finishOne);
    assertThat(sink.heard).containsExactly("write 1", "write 2");
    loop.run(sink::finishOne);
    assertThat(sink.heard).containsExactly("write 1", "write 2", "drain 0");
  }

  void required_RB613_finishComesOnceAllIsWritten() {
    write(2);
    loop.run(sink::end);
    loop.run(sink::finishOne);
    loop.run(sink::finishOne);
    assertThat(sink.heard).containsExactly("write 1", "write 2", "finish", "close");
  }

  void aWriteThatFailsIsTheStreamsError() {
    write(2);
    loop.run(() -> sink.destroy(new IllegalStateException("asked")));
    assertThat(sink.heard).containsExactly("write 1", "error asked", "close");
  }
}
