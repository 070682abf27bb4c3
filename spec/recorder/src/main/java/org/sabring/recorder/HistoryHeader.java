package org.sabring.recorder;

/**
 * What the first line of a history says of the queue and the run.
 *
 * @param bound how many elements can be stored
 * @param complete whether the recording covers the whole run
 * @param source free text
 */
record HistoryHeader(int bound, boolean complete, String source) {}
