/**
 * Streams put together: operators that make a Readable out of another, and pipelines, in which the
 * failure of one stream is the failure of both.
 *
 * <p>Everything here is written with what any user of streams has. An operator may be added; each
 * reads one chunk when one is wanted, so that backpressure goes through it.
 */
package org.sabring.stream.compose;
