package org.sabring.properties.conform;

import org.jspecify.annotations.Nullable;

/**
 * The result of comparing the graph of the code with that of the law.
 *
 * @param difference the first there is, by its distance from the beginning; null if there is none
 * @param nodes how many states of the law the code came to
 * @param edges how many different steps of the law it took
 * @param states how many states of the Java code stand for them
 * @param steps how many steps the Java code took between those
 * @param seconds how long it took
 */
public record Comparison(
    @Nullable Difference difference,
    int nodes,
    int edges,
    long states,
    long steps,
    double seconds) {}
