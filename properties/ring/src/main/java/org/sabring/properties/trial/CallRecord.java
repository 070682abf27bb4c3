package org.sabring.properties.trial;

import org.sabring.properties.sample.Call;
import org.sabring.ring.RingLayout;

/**
 * A call that was made, its answer, and the whole memory around it.
 *
 * @param layout where the words lie
 * @param before all words before the call
 * @param after all words after it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CallRecord(Call call, Answer answer, RingLayout layout, int[] before, int[] after) {

  /** By how much a word has grown, modulo 2^32. */
  int grown(int word) {
    return after[word] - before[word];
  }

  /** How many elements the call stored, 0 or 1. */
  int stored() {
    return answer.says().equals("STORED") ? 1 : 0;
  }

  /** How many elements the call took. */
  int taken() {
    return answer.taken().size();
  }

  /** The words as they are after the call, for people. */
  String words() {
    return "WRITE=%s READ=%s PRODUCED=%d CONSUMED=%d waits=%d,%d"
        .formatted(
            org.sabring.spec.RingLayout.show(after[layout.write()]),
            org.sabring.spec.RingLayout.show(after[layout.read()]),
            after[layout.produced()],
            after[layout.consumed()],
            after[layout.producerWaits()],
            after[layout.consumerWaits()]);
  }
}
