/**
 * The graph of a program of two sides, with all states merged that look alike to somebody. It goes
 * through the states that the explorer's search hands out, and remembers little of each, because
 * there are millions. The layer {@code conformance} holds such a graph against the law's; nothing
 * else depends on it. How states are stored may be changed freely; what an {@code Observer} is told
 * of, and in which order, may not.
 */
package org.sabring.properties.explore.graph;
