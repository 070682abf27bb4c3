package org.sabring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Rules;

/** What a Writable promises, whatever its sink is. */
@Timeout(20)
class WritableTest {

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final ManualWritable sink = new ManualWritable(turns.loop, 2, log);
  private final List<Boolean> answers = new ArrayList<>();

  private void write(int chunks) {
    turns.runWell(
        () -> {
          log.hear(sink);
          for (int chunk = 1; chunk <= chunks; chunk++) {
            answers.add(sink.write(chunk));
          }
        });
  }

  @Test
  @Rules("RB611")
  void chunksAreWrittenOneAfterTheOther() {
    write(3);
    assertThat(log.lines()).containsExactly("write 1");
    turns.runWell(sink::finishOne);
    turns.runWell(sink::finishOne);
    assertThat(log.lines()).containsExactly("write 2", "write 3");
  }

  @Test
  @Rules("RB612")
  void aWriteSaysWhenTheBufferIsFull() {
    write(3);
    assertThat(answers).containsExactly(true, false, false);
  }

  @Test
  @Rules("RB612")
  void drainComesOnceAllIsWritten() {
    write(2);
    turns.runWell(sink::finishOne);
    assertThat(log.lines()).containsExactly("write 1", "write 2");
    turns.runWell(sink::finishOne);
    assertThat(log.lines()).containsExactly("drain 0");
  }

  @Test
  @Rules("RB613")
  void finishComesOnceAllIsWritten() {
    write(2);
    turns.runWell(sink::end);
    turns.runWell(sink::finishOne);
    assertThat(log.lines()).containsExactly("write 1", "write 2");
    turns.runWell(sink::finishOne);
    assertThat(log.lines()).containsExactly("finish", "close");
  }

  @Test
  @Rules
  void aWriteThatFailsIsTheStreamsError() {
    write(2);
    turns.runWell(() -> sink.destroy(new IllegalStateException("asked")));
    assertThat(log.lines()).containsExactly("write 1", "error asked", "close");
  }
}
