package org.sabring.properties.explore.memory;

/**
 * Two accesses, one of them plain and one of them a store, that nothing orders.
 *
 * @param word what they access
 * @param side who made the second of the two
 * @param stores whether the second is a store
 */
public record Race(int word, int side, boolean stores) {}
