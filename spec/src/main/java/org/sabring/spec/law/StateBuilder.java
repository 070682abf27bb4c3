package org.sabring.spec.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A builder of the next state: what is not set stays as it is (UNCHANGED in TLA+). */
final class StateBuilder {

  private int write;
  private int read;
  private int produced;
  private int consumed;
  private int producerWaits;
  private int consumerWaits;
  private List<Integer> slot;
  private RingStep pStep = RingStep.PLoadWrite;
  private int pWrite;
  private int pRead;
  private int pElement = 1;
  private RingStep cStep = RingStep.CLoadWrite;
  private int cWrite;
  private int cRead;
  private int cElement;
  private int put;
  private int taken;
  private int received;
  private boolean ended;

  /** The initial state: an empty ring, both sides between two calls. */
  StateBuilder(int capacity) {
    slot = Collections.nCopies(capacity, 0);
  }

  /** A state that begins as a copy of another. */
  StateBuilder(RingState state) {
    write = state.write();
    read = state.read();
    produced = state.produced();
    consumed = state.consumed();
    producerWaits = state.producerWaits();
    consumerWaits = state.consumerWaits();
    slot = state.slot();
    pStep = state.pStep();
    pWrite = state.pWrite();
    pRead = state.pRead();
    pElement = state.pElement();
    cStep = state.cStep();
    cWrite = state.cWrite();
    cRead = state.cRead();
    cElement = state.cElement();
    put = state.put();
    taken = state.taken();
    received = state.received();
    ended = state.ended();
  }

  StateBuilder write(int value) {
    write = value;
    return this;
  }

  StateBuilder read(int value) {
    read = value;
    return this;
  }

  StateBuilder produced(int value) {
    produced = value;
    return this;
  }

  StateBuilder consumed(int value) {
    consumed = value;
    return this;
  }

  StateBuilder producerWaits(int value) {
    producerWaits = value;
    return this;
  }

  StateBuilder consumerWaits(int value) {
    consumerWaits = value;
    return this;
  }

  StateBuilder slot(int index, int element) {
    slot = new ArrayList<>(slot);
    slot.set(index, element);
    return this;
  }

  StateBuilder pStep(RingStep value) {
    pStep = value;
    return this;
  }

  StateBuilder pWrite(int value) {
    pWrite = value;
    return this;
  }

  StateBuilder pRead(int value) {
    pRead = value;
    return this;
  }

  StateBuilder pElement(int value) {
    pElement = value;
    return this;
  }

  StateBuilder cStep(RingStep value) {
    cStep = value;
    return this;
  }

  StateBuilder cWrite(int value) {
    cWrite = value;
    return this;
  }

  StateBuilder cRead(int value) {
    cRead = value;
    return this;
  }

  StateBuilder cElement(int value) {
    cElement = value;
    return this;
  }

  StateBuilder put(int value) {
    put = value;
    return this;
  }

  StateBuilder taken(int value) {
    taken = value;
    return this;
  }

  StateBuilder received(int value) {
    received = value;
    return this;
  }

  StateBuilder ended(boolean value) {
    ended = value;
    return this;
  }

  RingState state() {
    return new RingState(
        write,
        read,
        produced,
        consumed,
        producerWaits,
        consumerWaits,
        slot,
        pStep,
        pWrite,
        pRead,
        pElement,
        cStep,
        cWrite,
        cRead,
        cElement,
        put,
        taken,
        received,
        ended);
  }
}
