package org.sabring.properties.trial;

import static org.sabring.spec.Rule.RB203;

import java.util.Set;
import org.sabring.properties.sample.Call;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Side;

/** A call changes words that its side writes, and no others (RB203). */
final class WriterWatch implements Watch {

  @Override
  public void saw(CallRecord record) {
    for (int word = 0; word < record.after().length; word++) {
      if (record.grown(word) != 0 && !mayChange(record, word)) {
        throw new Violation(
            "%s changed word %d from %d to %d, which is not its side's or not its slot"
                .formatted(record.call(), word, record.before()[word], record.after()[word]),
            RB203);
      }
    }
  }

  private static boolean mayChange(CallRecord record, int word) {
    RingLayout layout = record.layout();
    Call call = record.call();
    if (call.kind().side() == Side.CONSUMER) {
      return Set.of(layout.read(), layout.consumed(), layout.consumerWaits()).contains(word);
    }
    int slot = layout.slot(RingLayout.cursor(record.before()[layout.write()]));
    boolean isItsElement = record.stored() == 1 && word == slot;
    return isItsElement
        ? record.after()[word] == call.argument()
        : Set.of(layout.write(), layout.produced(), layout.producerWaits()).contains(word);
  }
}
