package org.sabring.ring;

/**
 * What lies before and after the fields that a side changes with every element, so that they have
 * cache lines of their own: the JVM lays the fields of a class after those of its superclass. The
 * int takes the gap that the header may leave, where a field of a subclass would slip in.
 */
@SuppressWarnings("unused")
abstract class Padded {

  private int gap;
  private long p01, p02, p03, p04, p05, p06, p07, p08;
  private long p09, p10, p11, p12, p13, p14, p15, p16;
}
