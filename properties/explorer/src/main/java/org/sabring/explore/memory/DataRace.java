package org.sabring.explore.memory;

/**
 * A data race: two accesses to one location, one of them plain and one of them a store, that
 * nothing orders.
 *
 * @param location what they access
 * @param side who made the second of the two
 * @param stores whether the second is a store
 */
public record DataRace(int location, int side, boolean stores) {}
