/**
 * Our streams against those of a real Node: the same scripts on both, and the logs compared.
 *
 * <p>{@link org.sabring.properties.stream.NodeScript} says what a script is; {@code NodeScripts}
 * makes them up; {@code OurRun} runs one on ours, {@code runner.cjs} on Node's; {@code
 * Differential} compares. {@link org.sabring.properties.stream.StreamLayer} is the layer {@code
 * stream}. {@code StreamSuite} runs the tests of the streams that are in {@code impl}, on what
 * ships and on mutants, and {@code tck} the test kit of Reactive Streams.
 */
package org.sabring.properties.stream;
