/**
 * The shipped streams in the explorer: the event loop of a stream over the ring, with the stream
 * and its user, is one side, and the ring's other user is the other. Every moment at which the
 * other side may act, at which the loop may be told, and at which the user may do something is
 * tried.
 */
package org.sabring.properties.explore.stream;
