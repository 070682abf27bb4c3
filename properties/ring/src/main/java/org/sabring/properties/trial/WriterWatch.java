package org.sabring.properties.trial;

import static org.sabring.spec.Rule.RB203;

import java.util.Set;
import org.sabring.properties.sample.Call;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Side;

/** A call changes words that its side writes, and no others (RB203). */
final class WriterWatch implements Watch {

  @Override
  public void saw(Happening happening) {
    for (int word = 0; word < happening.after().length; word++) {
      if (happening.grown(word) != 0 && !mayChange(happening, word)) {
        throw new Violation(
            "%s changed word %d from %d to %d, which is not its side's or not its slot"
                .formatted(
                    happening.call(), word, happening.before()[word], happening.after()[word]),
            RB203);
      }
    }
  }

  private static boolean mayChange(Happening happening, int word) {
    RingLayout layout = happening.layout();
    Call call = happening.call();
    if (call.kind().side() == Side.CONSUMER) {
      return Set.of(layout.read(), layout.consumed(), layout.consumerWaits()).contains(word);
    }
    int slot = layout.slot(RingLayout.cursor(happening.before()[layout.write()]));
    boolean isItsElement = happening.stored() == 1 && word == slot;
    return isItsElement
        ? happening.after()[word] == call.argument()
        : Set.of(layout.write(), layout.produced(), layout.producerWaits()).contains(word);
  }
}
