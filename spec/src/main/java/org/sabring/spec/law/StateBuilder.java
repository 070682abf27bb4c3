package org.sabring.spec.law;

import java.util.ArrayList;
import java.util.List;

/** The next state in the making: what is not set stays as it is (UNCHANGED in TLA+). */
final class Draft {

  private int write;
  private int read;
  private int produced;
  private int consumed;
  private int producerWaits;
  private int consumerWaits;
  private List<Integer> slot;
  private Step pStep;
  private int pWrite;
  private int pRead;
  private int pElement;
  private Step cStep;
  private int cWrite;
  private int cRead;
  private int cElement;
  private int put;
  private int taken;
  private int received;
  private boolean ended;

  Draft(RingState state) {
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

  Draft write(int value) {
    write = value;
    return this;
  }

  Draft read(int value) {
    read = value;
    return this;
  }

  Draft produced(int value) {
    produced = value;
    return this;
  }

  Draft consumed(int value) {
    consumed = value;
    return this;
  }

  Draft producerWaits(int value) {
    producerWaits = value;
    return this;
  }

  Draft consumerWaits(int value) {
    consumerWaits = value;
    return this;
  }

  Draft slot(int index, int element) {
    slot = new ArrayList<>(slot);
    slot.set(index, element);
    return this;
  }

  Draft pStep(Step value) {
    pStep = value;
    return this;
  }

  Draft pWrite(int value) {
    pWrite = value;
    return this;
  }

  Draft pRead(int value) {
    pRead = value;
    return this;
  }

  Draft pElement(int value) {
    pElement = value;
    return this;
  }

  Draft cStep(Step value) {
    cStep = value;
    return this;
  }

  Draft cWrite(int value) {
    cWrite = value;
    return this;
  }

  Draft cRead(int value) {
    cRead = value;
    return this;
  }

  Draft cElement(int value) {
    cElement = value;
    return this;
  }

  Draft put(int value) {
    put = value;
    return this;
  }

  Draft taken(int value) {
    taken = value;
    return this;
  }

  Draft received(int value) {
    received = value;
    return this;
  }

  Draft ended(boolean value) {
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
