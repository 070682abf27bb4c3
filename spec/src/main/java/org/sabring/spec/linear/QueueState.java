package org.sabring.spec.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sabring.spec.event.OperationKind;

/**
 * A bounded FIFO with close and cancel, which can take back what was done to it last.
 *
 * <p>Its elements are {@code log[head..tail)}; what was taken stays in the log, so that nothing
 * needs to be copied to go back.
 */
final class QueueState {
  private static final int SHOWN = 8;

  private final int bound;
  private final boolean overwrites;
  private SingleOperation[] log = new SingleOperation[64];

  /** {@code hash[i]} is that of everything before {@code log[i]}, in two ways. */
  private final PrefixHash hash = new PrefixHash();

  private int head;
  private int tail;
  private int closes;
  private int cancels;

  QueueState(int bound, boolean overwrites) {
    this.bound = bound;
    this.overwrites = overwrites;
  }

  /** Whether the queue gives the answer that an operation had. */
  boolean allows(SingleOperation action) {
    boolean cancelled = cancels > 0;
    boolean closed = closes > 0;
    boolean nothing = head == tail;
    return switch (action.outcome()) {
      case STORED -> hasRoom();
      case REFUSED ->
          closed
              || cancelled
              || (action.is(OperationKind.OFFER)
                  && !overwrites
                  && (long) size() + action.event().most() > bound);
      case ELEMENT -> !cancelled && !nothing && log[head].value() == action.value();
      case SKIPPED -> !cancelled && !nothing;
      case COUNTED -> cancelled || size() == action.event().count();
      case EMPTY -> cancelled || (nothing && !closed);
      case END -> cancelled || (nothing && closed);
      case NOTHING -> cancelled || nothing;
      case DONE -> true;
      case PENDING ->
          action.stores()
              ? hasRoom()
              : action.removes() ? !cancelled && !nothing : hasEffect(action);
    };
  }

  private boolean hasRoom() {
    return closes == 0 && (cancels > 0 || overwrites || size() < bound);
  }

  /** A look or a count that never came back changes nothing, and need not be ordered. */
  private static boolean hasEffect(SingleOperation action) {
    return action.is(OperationKind.CLOSE) || action.is(OperationKind.CANCEL);
  }

  /** Carries out an operation that is allowed. What it answers goes to {@link #undo}. */
  int apply(SingleOperation action) {
    int before = head;
    if (action.stores()) {
      if (overwrites && cancels == 0 && size() == bound) {
        head++;
      }
      if (tail == log.length) {
        log = Arrays.copyOf(log, 2 * tail);
      }
      hash.set(tail, action.value());
      log[tail++] = action;
    } else if (action.removes()) {
      head++;
    } else if (action.is(OperationKind.CLOSE)) {
      closes++;
    } else if (action.is(OperationKind.CANCEL)) {
      cancels++;
    }
    return before;
  }

  /** Takes back the last operation. */
  void undo(SingleOperation action, int before) {
    head = before;
    if (action.stores()) {
      tail--;
    } else if (action.is(OperationKind.CLOSE)) {
      closes--;
    } else if (action.is(OperationKind.CANCEL)) {
      cancels--;
    }
  }

  /**
   * Whether a call that never comes back has a reason to wait.
   *
   * @param left how many of its parts have not taken effect
   */
  boolean mayWait(SingleOperation call, int left) {
    boolean open = left > 0 && closes == 0 && cancels == 0;
    return call.stores()
        ? open && !overwrites && (long) size() + left > bound
        : !call.removes() || (open && head == tail);
  }

  int size() {
    return tail - head;
  }

  boolean isClosed() {
    return closes > 0;
  }

  boolean isCancelled() {
    return cancels > 0;
  }

  /** The elements, oldest first, as the operations that stored them. */
  List<SingleOperation> elements() {
    List<SingleOperation> elements = new ArrayList<>();
    for (int i = head; i < tail; i++) {
      elements.add(log[i]);
    }
    return elements;
  }

  /** The queue for people: {@code [1 2] closed}. */
  String picture() {
    StringBuilder text = new StringBuilder("[");
    for (int i = head; i < Math.min(tail, head + SHOWN); i++) {
      text.append(i == head ? "" : " ").append(log[i].event().value());
    }
    return text.append(size() > SHOWN ? " … " + size() + " in all]" : "]")
        .append(isClosed() ? " closed" : "")
        .append(isCancelled() ? " cancelled" : "")
        .toString();
  }

  /** One of two hashes of the elements in their order, below 2^61. */
  long hash(int which) {
    return hash.of(which, head, tail);
  }
}
