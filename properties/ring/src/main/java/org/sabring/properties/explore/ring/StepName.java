package org.sabring.properties.explore.ring;

import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;
import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.explore.runtime.Access;
import org.sabring.ring.RingLayout;

/** The protocol's name of an access, as in the law and in the comments of the ring. */
public final class StepName {

  private StepName() {}

  /** For example {@code PPublish}; the kind of access if a mistake makes one without a name. */
  public static String of(RingLayout layout, int side, Access access) {
    boolean producer = side == PRODUCER;
    int word = access.word();
    if (word >= layout.length()) {
      return access.kind().name();
    }
    String name =
        switch (access.kind()) {
          case LOAD -> load(layout, word);
          case STORE -> store(layout, producer, word, access.number());
          case ADD -> add(layout, producer, word);
          case WAIT, ASK -> "Wait";
          case NOTIFY -> "Notify";
          default -> "";
        };
    return name.isEmpty() ? access.kind().name() : (producer ? "P" : "C") + name;
  }

  private static String load(RingLayout layout, int word) {
    if (word == layout.write()) {
      return "LoadWrite";
    }
    return word == layout.read() ? "LoadRead" : word >= layout.data() ? "ReadSlot" : "";
  }

  private static String store(RingLayout layout, boolean producer, int word, int value) {
    if (word >= layout.data()) {
      return "WriteSlot";
    }
    boolean own = word == (producer ? layout.write() : layout.read());
    String ends = producer ? "Close" : "Cancel";
    return !own ? "" : isFlagged(value) ? ends : "Publish";
  }

  private static String add(RingLayout layout, boolean producer, int word) {
    if (word == layout.producerWaits() || word == layout.consumerWaits()) {
      return "CountWait";
    }
    return producer ? "CountProduced" : "CountConsumed";
  }
}
