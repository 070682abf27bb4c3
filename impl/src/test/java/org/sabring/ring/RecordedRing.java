package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.sabring.memory.SharedInts;

/** A ring with the recorder under it, and another way in that is not recorded. */
abstract class RecordedRing {

  static final List<String> FOUND_FULL = List.of("getPlain WRITE", "getAcquire READ");
  static final List<String> FOUND_EMPTY = List.of("getAcquire WRITE", "getPlain READ");

  final RingLayout layout = RingLayout.padded(2);
  final SharedInts real = SharedInts.heap(layout.length());

  /** The ring itself, whose accesses are not recorded: it prepares, and plays the other side. */
  final CursorRing peer = CursorRing.create(real, layout);

  final Recorder recorder = new Recorder(real, layout);
  final Ring ring;
  final Producer producer;
  final Consumer consumer;

  RecordedRing(AnyRing any) {
    ring = any.attach(recorder.memory(), layout);
    producer = ring.producer();
    consumer = ring.consumer();
  }

  @BeforeEach
  void forgetAttach() {
    assertThat(recorder.steps()).containsExactly("getVolatile WRITE", "getVolatile READ");
  }
}
